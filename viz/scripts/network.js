// The network: vis-network draws what pyvis laid out; legend and date hide nodes and edges, a click fills the panel.
import { data } from "./shared/dom.js";
import { factsOf, listed, showFacts } from "./shared/panel.js";
import { seen, standing, things } from "./shared/facts.js";
import { choose, onChange, state } from "./shared/state.js";
import { drawn, start } from "./shared/start.js";
import { both, inLanguage } from "./shared/dom.js";

const LONGEST = 18;
const LINE = { yes: "#8d887f", maybe: "#d9b44a" };
const short = (text) => (text.length <= LONGEST ? text : text.slice(0, LONGEST - 1) + "…");
const label = (node) => short((state.lang === "zh" && node.short) || inLanguage(things[node.thing].name, state.lang));
const things_by_node = new Map(data.nodes.map((n) => [n.id, n.thing]));
const nodes_by_thing = new Map(data.nodes.map((n) => [n.thing, n.id]));

const edgeLook = (edge) => {
  const shown = factsOf(edge.claims).filter(seen);
  const sure = shown.some((f) => standing(f) === "yes");
  return {
    id: edge.id,
    hidden: edge.claims.length > 0 && shown.length === 0,
    dashes: shown.length ? !shown.some((f) => f.tier !== "unverified") : edge.dashes,
    color: { color: sure || !shown.length ? LINE.yes : LINE.maybe, highlight: "#22262a" },
  };
};
const nodeLook = (node) => ({ id: node.id, hidden: !listed(node.thing), label: label(node) });

const nodes = new vis.DataSet(data.nodes.map((n) => ({ ...n, ...nodeLook(n) })));
const edges = new vis.DataSet(data.edges.map((e) => ({ ...e, ...edgeLook(e) })));
const font = { face: "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif", strokeWidth: 5, strokeColor: "#fbfaf7" };
const network = new vis.Network(
  document.getElementById("net"),
  { nodes, edges },
  {
    physics: { enabled: false },
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false } },
    nodes: { font, scaling: { label: { drawThreshold: 4 } } },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.4 } }, smooth: false, width: 1.4 },
  },
);

const select = () => {
  const node = nodes_by_thing.get(state.id);
  if (!node) return network.unselectAll();
  network.selectNodes([node]);
  return network.focus(node, { scale: Math.max(network.getScale(), 0.6) });
};

onChange((changed) => {
  if (changed.some((name) => name !== "id")) {
    nodes.update(data.nodes.map(nodeLook));
    edges.update(data.edges.map(edgeLook));
  }
  if (changed.includes("id")) select();
});
network.on("selectNode", (event) => choose({ id: things_by_node.get(event.nodes[0]) }));
network.on("deselectNode", () => choose({ id: "" }));
network.on("selectEdge", (event) => {
  if (event.nodes.length) return;
  const edge = data.edges.find((e) => e.id === event.edges[0]);
  const list = factsOf(edge.claims);
  showFacts(both(edge.name), "", list.filter(seen), list.length);
});

start();
network.once("afterDrawing", () => {
  network.fit();
  if (state.id) select();
  drawn();
});
