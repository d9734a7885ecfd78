// The network: vis-network draws what pyvis laid out; legend and date hide nodes and edges, a click fills the panel.
import { both, data, inLanguage, shorten } from "../../shared/dom.js";
import { seen, standing, things } from "../../shared/facts.js";
import { factsOf, listed, showFacts } from "../../shared/panel.js";
import { choose, onChange, state } from "../../shared/state.js";
import { drawn, start } from "../../shared/start.js";
import { writeNames } from "./labels.js";

const LONGEST = 30;
const LINE = { yes: "#8d887f", maybe: "#d9b44a" };
const SIZES = [16, 14, 12.5];
const box = document.getElementById("net");
const byThing = new Map(data.nodes.map((n) => [n.thing, n]));
const byId = new Map(data.nodes.map((n) => [n.id, n]));
const name = (node) => shorten((state.lang === "zh" && node.short) || inLanguage(things[node.thing].name, state.lang), LONGEST);

// The rings become as wide and as high as the window lets them.
const aspect = Math.sqrt(Math.min(2, Math.max(0.7, box.clientWidth / Math.max(1, box.clientHeight))));
const placed = (node) => ({ x: node.x * aspect, y: node.y / aspect });

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
const nodeLook = (node) => ({ id: node.id, hidden: !listed(node.thing), label: undefined });

const nodes = new vis.DataSet(data.nodes.map((n) => ({ ...n, ...placed(n), ...nodeLook(n) })));
const edges = new vis.DataSet(data.edges.map((e) => ({ ...e, ...edgeLook(e) })));
const network = new vis.Network(
  box,
  { nodes, edges },
  {
    physics: { enabled: false },
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false } },
    edges: { arrows: { to: { enabled: true, scaleFactor: 0.4 } }, smooth: false, width: 1.4 },
  },
);

// The chosen node first, then by standing.
const order = [...data.nodes].sort((a, b) => a.standing - b.standing);
network.on("afterDrawing", (context) => {
  const shown = order.filter((n) => listed(n.thing));
  const chosen = shown.filter((n) => n.thing === state.id);
  const scale = network.getScale();
  const names = [...chosen, ...shown.filter((n) => n.thing !== state.id)].map((node) => ({
    text: name(node), ...network.getPosition(node.id), radius: node.size,
    size: SIZES[node.thing === state.id ? 0 : node.standing], always: node.thing === state.id || node.standing === 0,
  }));
  const corners = [{ x: 0, y: 0 }, { x: box.clientWidth, y: box.clientHeight }].map((at) => network.DOMtoCanvas(at));
  writeNames(context, names, scale, { left: corners[0].x, right: corners[1].x });
});

const select = () => {
  const node = byThing.get(state.id);
  if (!node) return network.unselectAll();
  network.selectNodes([node.id]);
  return network.focus(node.id, { scale: Math.max(network.getScale(), 0.6) });
};

onChange((changed) => {
  if (changed.some((what) => what !== "id")) {
    nodes.update(data.nodes.map(nodeLook));
    edges.update(data.edges.map(edgeLook));
  }
  if (changed.includes("id")) select();
  network.redraw();
});
network.on("selectNode", (event) => choose({ id: byId.get(event.nodes[0]).thing }));
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
