"use strict";
// Draws the network and fills the panel. Every text from the data becomes a text node, never markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const panel = document.getElementById("panel");
  const hidden = { kinds: new Set(), unverified: false };
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges.map((e, i) => ({ ...e, id: i, color: { color: "#a8a399", highlight: "#22262a" } })));
  const network = new vis.Network(
    document.getElementById("net"),
    { nodes, edges },
    {
      physics: { enabled: false },
      layout: { improvedLayout: false },
      interaction: { hover: true, keyboard: { enabled: true, bindToWindow: false } },
      nodes: { font: { face: "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif", strokeWidth: 5, strokeColor: "#fbfaf7" },
               scaling: { label: { drawThreshold: 3 } } },
      edges: { arrows: { to: { enabled: true, scaleFactor: 0.4 } }, smooth: false, width: 1.4 },
    },
  );

  const make = (tag, text, className) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const article = (fact) => {
    const box = make("article");
    box.dataset.claim = fact.claim;
    box.append(make("b", fact.subject), " ", make("span", fact.role + (fact.what ? " · " + fact.what : "")), " ");
    box.append(make("span", fact.tier, "tier " + fact.tier.split(" ").pop()));
    const when = [fact.date, fact.kind].filter(Boolean).join(" · ");
    box.append(make("div", when || "日期未载 no date stated"));
    if (fact.act) box.append(make("div", "依据 act: " + fact.act));
    if (fact.words) box.append(make("blockquote", fact.words));
    box.append(make("div", "出处 locator: " + fact.locator + " · " + fact.confidence, "locator"));
    box.append(make("div", fact.claim, "claim"));
    return box;
  };

  const show = (id) => {
    const detail = data.details[id];
    panel.replaceChildren(make("h2", detail.label), make("p", [detail.en, detail.id].filter(Boolean).join(" · "), "en"));
    const facts = detail.facts.filter((f) => !(hidden.unverified && f.tier.endsWith("unverified")));
    panel.append(make("p", facts.length + " 条陈述 statements"));
    panel.append(...facts.map(article));
  };

  const overview = () => {
    panel.replaceChildren(make("h2", "点选节点查看陈述"), make("p", "Choose a node to see its statements", "en"));
    const list = make("ul");
    list.id = "list";
    for (const node of nodes.get({ filter: (n) => !n.hidden })) {
      const button = make("button", data.details[node.id].label);
      button.type = "button";
      button.addEventListener("click", () => {
        network.selectNodes([node.id]);
        show(node.id);
      });
      const item = make("li");
      item.append(button);
      list.append(item);
    }
    panel.append(list);
  };

  const apply = () => {
    nodes.update(data.nodes.map((n) => ({ id: n.id, hidden: hidden.kinds.has(n.kind) })));
    edges.update(edges.map((e) => ({ id: e.id, hidden: hidden.unverified && e.dashes })));
    overview();
  };

  for (const button of document.querySelectorAll(".legend button")) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      if (button.dataset.tier) hidden.unverified = !on;
      else if (on) hidden.kinds.delete(button.dataset.kind);
      else hidden.kinds.add(button.dataset.kind);
      apply();
    });
  }
  network.on("selectNode", (event) => show(event.nodes[0]));
  network.on("deselectNode", overview);
  overview();
  network.once("afterDrawing", () => {
    network.fit();
    document.body.dataset.drawn = "yes";
  });
})();
