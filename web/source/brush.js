// Days chosen with the mouse: a brush over the histogram fills the form's fields "from" and "to".
import { brushX } from "d3-brush";
import { select } from "d3-selection";

export function brush(figure) {
  const form = document.querySelector("form.search");
  if (!figure || !form || figure.dataset.brushed) return;
  figure.dataset.brushed = "yes";
  const svg = select(figure).select("svg");
  const bars = svg.selectAll("a").nodes();
  const { width, height } = svg.node().viewBox.baseVal;
  const step = width / bars.length;

  const chosen = brushX()
    .extent([[0, 0], [width, height]])
    .filter((event) => !event.button && !event.target.closest("a:focus"))
    .on("end", ({ selection, sourceEvent }) => {
      if (!sourceEvent) return;
      if (!selection) return follow(sourceEvent);
      const first = bars[Math.max(0, Math.floor(selection[0] / step))];
      const last = bars[Math.min(bars.length - 1, Math.ceil(selection[1] / step) - 1)];
      form.elements.from.value = first.dataset.name;
      form.elements.to.value = last.dataset.name;
      form.elements.from.dispatchEvent(new Event("change", { bubbles: true }));
    });

  // A click without a drag opens the bar below, as it does without this script.
  function follow(event) {
    const box = svg.node().getBoundingClientRect();
    const bar = bars[Math.floor(((event.clientX - box.left) / box.width) * bars.length)];
    if (bar) window.location = bar.getAttribute("href");
  }

  svg.append("g").attr("class", "brush").call(chosen);
}
