// What makes a page that works without scripts quicker to use.
const root = document.documentElement;

const button = document.querySelector(".theme");
button.hidden = false;
button.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
});

// Fields that are empty do not belong in an address that people share.
document.body.addEventListener("htmx:configRequest", (event) => {
  const { parameters } = event.detail;
  for (const name of Object.keys(parameters)) if (!parameters[name]) delete parameters[name];
});

// "/" leads to the search box, as in many readers; in the queue a key answers the question that is looked at.
document.addEventListener("keydown", (event) => {
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.getElementById("q");
  if (event.key === "/" && search) {
    event.preventDefault();
    search.focus();
  }
  const questions = [...document.querySelectorAll(".question")];
  if (!questions.length) return;
  const here = Math.max(0, questions.indexOf(document.activeElement.closest(".question")));
  if (event.key === "n") questions[(questions[here].contains(document.activeElement) ? here + 1 : here) % questions.length].focus();
  else questions[here].querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
});

// A file that is dropped anywhere on the page that reads one is read at once.
const file = document.querySelector(".reading input[type=file]");
if (file) {
  const over = (is) => file.closest(".drop").classList.toggle("over", is);
  document.addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  document.addEventListener("dragleave", () => over(false));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    file.form.submit();
  });
}

// On a narrow screen the middle of the world is seen first.
const world = document.querySelector("svg.map")?.parentElement;
if (world) world.scrollLeft = (world.scrollWidth - world.clientWidth) * 0.6;
