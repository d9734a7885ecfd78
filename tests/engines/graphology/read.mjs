// Opens a network and prints it as JSON: a GEXF file as Gephi Lite opens it (graphology-gexf, the same options), or a
// Cytoscape.js JSON file in Cytoscape.js without a screen. Arguments: folder of node_modules, file.
import { createRequire } from "module";
import { readFileSync } from "fs";

const [folder, file] = process.argv.slice(2);
const require = createRequire(folder + "/");
const text = readFileSync(file, "utf8");

function inGephiLite() {
  const Graph = require("graphology");
  const graph = require("graphology-gexf").parse(Graph, text, { allowUndeclaredAttributes: true, addMissingNodes: true });
  return {
    nodes: graph.mapNodes((id, attributes) => ({ id, attributes })),
    edges: graph.mapEdges((id, attributes, source, target) => ({ id, source, target, attributes })),
  };
}

function inCytoscape() {
  const cy = require("cytoscape")({ headless: true, layout: { name: "preset" }, elements: JSON.parse(text).elements });
  return {
    nodes: cy.nodes().map((n) => ({ id: n.id(), attributes: n.data(), position: n.position() })),
    edges: cy.edges().map((e) => ({ id: e.id(), source: e.source().id(), target: e.target().id(), attributes: e.data() })),
  };
}

process.stdout.write(JSON.stringify(file.endsWith(".gexf") ? inGephiLite() : inCytoscape()));
