// The map can be zoomed and moved; lines and circles keep their weight.
import { select } from "d3-selection";
import { zoom } from "d3-zoom";

export function map(svg) {
  if (!svg || svg.dataset.zooms) return;
  svg.dataset.zooms = "yes";
  const { width, height } = svg.viewBox.baseVal;
  const world = select(svg).select("g.world");
  select(svg).call(
    zoom()
      .scaleExtent([1, 16])
      .translateExtent([[0, 0], [width, height]])
      .filter((event) => (event.type === "wheel" ? event.ctrlKey || event.metaKey || event.shiftKey : !event.button))
      .on("zoom", ({ transform }) => {
        world.attr("transform", transform);
        world.selectAll("circle").attr("r", (_, place, nodes) => nodes[place].dataset.radius / transform.k);
      }),
  );
}
