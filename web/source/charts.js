// Drawings that a reader can move: the histogram is brushed, the map zoomed, the network pulled about.
// Each takes what the page already shows; without this script the page says the same.
import { brush } from "./brush.js";
import { map } from "./map.js";
import { network } from "./network.js";

const draw = () => {
  brush(document.querySelector(".histogram"));
  map(document.querySelector("svg.map"));
  network(document.querySelector("svg.network"));
};

draw();
document.body.addEventListener("htmx:afterSettle", draw);
