// The network of who had to do with whom, from the table below it: nodes repel, ties pull by their events.
import { drag } from "d3-drag";
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { scaleSqrt } from "d3-scale";
import { select } from "d3-selection";

export function network(svg) {
  if (!svg || svg.dataset.drawn) return;
  svg.dataset.drawn = "yes";
  const rows = [...document.querySelectorAll("table.ties tbody tr")];
  const links = rows.map(({ dataset }) => ({ source: dataset.one, target: dataset.other, events: +dataset.events, url: dataset.url }));
  const events = new Map();
  for (const { source, target, events: n } of links)
    for (const end of [source, target]) events.set(end, (events.get(end) || 0) + n);
  const nodes = [...events].map(([id, n]) => ({ id, events: n }));
  if (!nodes.length) return;

  const { width, height } = svg.viewBox.baseVal;
  const most = Math.max(...nodes.map((node) => node.events));
  const radius = scaleSqrt([0, most], [3, 22]);
  const weight = scaleSqrt([0, Math.max(...links.map((link) => link.events))], [0.5, 6]);
  const drawing = select(svg);
  const lines = drawing.append("g").selectAll("a").data(links).join("a").attr("href", (d) => d.url).append("line")
    .attr("stroke-width", (d) => weight(d.events));
  lines.append("title").text((d) => `${d.source} – ${d.target}: ${d.events}`);
  const dots = drawing.append("g").selectAll("g").data(nodes).join("g").attr("class", "node");
  dots.append("circle").attr("r", (d) => radius(d.events));
  dots.append("text").attr("dy", (d) => -radius(d.events) - 3).text((d) => d.id);
  dots.append("title").text((d) => `${d.id}: ${d.events}`);

  const place = () => {
    for (const node of nodes) {
      node.x = Math.max(24, Math.min(width - 24, node.x));
      node.y = Math.max(24, Math.min(height - 12, node.y));
    }
    lines.attr("x1", (d) => d.source.x).attr("y1", (d) => d.source.y).attr("x2", (d) => d.target.x).attr("y2", (d) => d.target.y);
    dots.attr("transform", (d) => `translate(${d.x},${d.y})`);
  };
  const simulation = forceSimulation(nodes)
    .force("link", forceLink(links).id((d) => d.id).distance(70).strength((d) => 0.1 + 0.4 * (d.events / most)))
    .force("charge", forceManyBody().strength(-140))
    .force("collide", forceCollide((d) => radius(d.events) + 8))
    .force("x", forceX(width / 2).strength(0.06))
    .force("y", forceY(height / 2).strength(0.09))
    .force("center", forceCenter(width / 2, height / 2))
    .on("tick", place)
    .stop();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  simulation.tick(still ? 300 : 120);
  place();
  if (!still) simulation.alpha(0.3).restart();
  dots.call(
    drag()
      .on("start", (event) => { if (!event.active) simulation.alphaTarget(0.2).restart(); })
      .on("drag", (event, d) => { d.fx = event.x; d.fy = event.y; })
      .on("end", (event, d) => { if (!event.active) simulation.alphaTarget(0); d.fx = d.fy = null; }),
  );
}
