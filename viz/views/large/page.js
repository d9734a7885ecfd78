// The large network: graphology holds it, sigma draws it; legend and date hide nodes and edges, a click fills the panel.
import { both, data, inLanguage, shorten } from "../../shared/dom.js";
import { seen, things } from "../../shared/facts.js";
import { factsOf, listed, showFacts } from "../../shared/panel.js";
import { choose, onChange, state } from "../../shared/state.js";
import { drawn, start } from "../../shared/start.js";

const LONGEST = 32;
const label = (node) => shorten((state.lang === "zh" && node.short) || inLanguage(things[node.thing].name, state.lang), LONGEST);
const graph = new graphology.MultiDirectedGraph();
for (const node of data.nodes) graph.addNode(node.thing, { x: node.x, y: -node.y, size: node.size, color: node.colour, label: label(node) });
data.edges.forEach((edge, i) => graph.addEdgeWithKey("e" + i, edge.source, edge.target, { size: 0.7, number: i }));

let hiddenNodes = new Set(), hiddenEdges = new Set();
const judge = () => {
  hiddenNodes = new Set(data.nodes.map((n) => n.thing).filter((id) => !listed(id)));
  hiddenEdges = new Set(data.edges.flatMap((e, i) => (e.claims.length && !factsOf(e.claims).some(seen) ? ["e" + i] : [])));
};
const near = (id) => id === state.id || !state.id || !graph.hasNode(state.id) || graph.areNeighbors(id, state.id);

start();
judge();
const sigma = new Sigma(graph, document.getElementById("net"), {
  labelFont: "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif", labelSize: 13, labelRenderedSizeThreshold: data.nodes.length > 300 ? 7 : 4, labelGridCellSize: 110,
  defaultEdgeType: data.edges.length > 3000 ? "line" : "arrow", enableEdgeEvents: data.edges.length <= 3000, allowInvalidContainer: true,
  nodeReducer: (id, look) => ({ ...look, hidden: hiddenNodes.has(id), color: near(id) ? look.color : "#d8d4cc", highlighted: id === state.id, forceLabel: id === state.id || id === data.nodes[0].thing }),
  edgeReducer: (id, look) => ({ ...look, hidden: hiddenEdges.has(id), color: state.id && graph.hasExtremity(id, state.id) ? "#22262a" : "#cfcac0", zIndex: state.id && graph.hasExtremity(id, state.id) ? 1 : 0 }),
  zIndex: true,
});
const focus = () => {
  const place = state.id && graph.hasNode(state.id) ? sigma.getNodeDisplayData(state.id) : null;
  if (place) sigma.getCamera().animate({ x: place.x, y: place.y, ratio: Math.min(sigma.getCamera().ratio, 0.4) }, { duration: 250 });
};
onChange((changed) => {
  if (changed.some((name) => name === "date" || name === "hide")) judge();
  if (changed.includes("lang")) for (const node of data.nodes) graph.setNodeAttribute(node.thing, "label", label(node));
  sigma.refresh();
  if (changed.includes("id")) focus();
});
sigma.on("clickNode", ({ node }) => choose({ id: node }));
sigma.on("clickStage", () => choose({ id: "" }));
sigma.on("clickEdge", ({ edge }) => {
  const list = factsOf(data.edges[graph.getEdgeAttribute(edge, "number")].claims);
  showFacts(both(data.edges[graph.getEdgeAttribute(edge, "number")].name), "", list.filter(seen), list.length);
});
sigma.once("afterRender", () => {
  focus();
  drawn();
});
sigma.refresh();
