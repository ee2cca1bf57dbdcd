// Writes what the package ships into src/communique/serving/static: scripts, and the map of the world.
import { build } from "esbuild";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { geoEqualEarth, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";

const STATIC = new URL("../src/communique/serving/static/", import.meta.url).pathname;
const WIDTH = 960; // the same as in serving/_projection.py

await build({
  entryPoints: ["source/charts.js"],
  outfile: `${STATIC}charts.min.js`,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  legalComments: "inline",
});
copyFileSync("node_modules/htmx.org/dist/htmx.min.js", `${STATIC}htmx.min.js`);

const world = JSON.parse(readFileSync("node_modules/world-atlas/countries-110m.json"));
const projection = geoEqualEarth().fitWidth(WIDTH, { type: "Sphere" });
const path = geoPath(projection).digits(1);
const land = path(feature(world, world.objects.land));
const borders = path(mesh(world, world.objects.countries, (one, other) => one !== other));
writeFileSync(
  `${STATIC}world.svg`,
  `<svg xmlns="http://www.w3.org/2000/svg"><path id="land" d="${land}"/><path id="borders" fill="none" d="${borders}"/></svg>\n`,
);
console.log(projection([2.35, 48.86]), projection.scale(), projection.translate());
