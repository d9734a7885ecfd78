// The matrix: the first date that is seen stands in a cell; order, legend, date and search act on rows and columns.
import { both, data, make } from "./shared/dom.js";
import { hidden, seen, standing, things } from "./shared/facts.js";
import { factsOf, showFacts } from "./shared/panel.js";
import { choose, onChange, state } from "./shared/state.js";
import { drawn, start } from "./shared/start.js";

const table = document.getElementById("matrix");
const orders = { rows: document.getElementById("rows"), columns: document.getElementById("columns") };
const zoom = document.getElementById("zoom");
const LATE = "9999";
const TIERS = Object.keys(data.tiers);
// How strong a tier is: by its place in the vocabulary, one that is not in it last.
const strength = (tier) => (TIERS.includes(tier) ? TIERS.indexOf(tier) : TIERS.length);

// How a date reads in a narrow cell: as exact as it is stated.
const brief = (fact) => {
  if (fact.begin === fact.end) return fact.begin;
  if (fact.begin.slice(0, 7) === fact.end.slice(0, 7)) return fact.begin.slice(0, 7);
  if (fact.begin.slice(0, 4) === fact.end.slice(0, 4))
    return fact.begin.endsWith("01-01") && fact.end.endsWith("12-31") ? fact.begin.slice(0, 4) : fact.begin.slice(0, 7) + "…" + fact.end.slice(5, 7);
  return fact.begin.slice(0, 4) + "–" + fact.end.slice(0, 4);
};

// The statement that a cell shows: the earliest date of a proven statement, else of an unverified one, else undated.
const telling = (shown) => {
  const rank = (f) => (f.begin ? 0 : 2) + (f.tier === "unverified" ? 1 : 0);
  const order = (a, b) => rank(a) - rank(b) || (a.begin < b.begin ? -1 : a.begin > b.begin ? 1 : strength(a.tier) - strength(b.tier));
  return [...shown].sort(order)[0];
};

const cells = () =>
  data.cells.flatMap((cell) => {
    if (hidden("kind", things[cell.row].kind)) return [];
    const shown = factsOf(cell.claims).filter(seen);
    if (!shown.length) return [];
    const told = telling(shown);
    return [{ ...cell, shown, tier: told.tier, first: told.begin || LATE, text: told.begin ? brief(told) : "●", maybe: standing(told) === "maybe" }];
  });

const ordered = (ids, found, side, order, group) => {
  const first = new Map(), count = new Map();
  for (const cell of found) {
    const id = cell[side];
    count.set(id, (count.get(id) || 0) + 1);
    if (!first.has(id) || cell.first < first.get(id)) first.set(id, cell.first);
  }
  const key = { first: (id) => first.get(id), count: (id) => String(10000 - count.get(id)), group: (id) => group(id) + first.get(id) }[order];
  return ids.filter((id) => count.has(id)).sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : count.get(b) - count.get(a)));
};

const heading = (id, name) => {
  const button = make("button", both(name));
  button.type = "button";
  button.title = name.zh + " " + name.en;
  button.addEventListener("click", () => choose({ id }));
  const cell = make("th", button, id === state.id ? "chosen" : "");
  cell.dataset.id = id;
  return cell;
};

const filled = (cell) => {
  const button = make("button", cell.text);
  button.type = "button";
  button.setAttribute("aria-label", `${things[cell.row].name.zh} ${things[cell.column].name.zh} ${cell.text}`);
  button.addEventListener("click", () => {
    const title = document.createDocumentFragment();
    title.append(both(things[cell.row].name), " × ", both(things[cell.column].name));
    showFacts(title, "", cell.shown, cell.claims.length);
  });
  const box = make("td", button, `cell ${TIERS.includes(cell.tier) ? cell.tier : ""}${cell.maybe ? " maybe" : ""}`);
  box.dataset.cell = cell.row + " " + cell.column;
  return box;
};

const draw = () => {
  const found = cells();
  const groupOf = new Map(data.rows.map((r) => [r.id, r.group]));
  const rows = ordered(data.rows.map((r) => r.id), found, "row", orders.rows.value, (id) => groupOf.get(id));
  const columns = ordered(data.columns, found, "column", orders.columns.value, () => "");
  const at = new Map(found.map((c) => [c.row + " " + c.column, c]));
  const head = make("tr", make("th", `${rows.length} × ${columns.length}`));
  head.append(...columns.map((id) => heading(id, things[id].name)));
  const body = make("tbody");
  let group = null;
  for (const row of rows) {
    if (orders.rows.value === "group" && groupOf.get(row) !== group) {
      group = groupOf.get(row);
      body.append(make("tr", make("th", both(data.groups[group] || { zh: "—", en: "—" })), "group"));
    }
    const line = make("tr", heading(row, things[row].name));
    for (const column of columns) line.append(at.has(row + " " + column) ? filled(at.get(row + " " + column)) : make("td"));
    body.append(line);
  }
  table.replaceChildren(make("thead", head), body);
};

const reveal = () => {
  for (const old of table.querySelectorAll("th.chosen")) old.classList.remove("chosen");
  const cell = [...table.querySelectorAll("th[data-id]")].find((th) => th.dataset.id === state.id);
  if (!cell) return;
  cell.classList.add("chosen");
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
};

onChange((changed) => {
  if (changed.some((name) => name === "date" || name === "hide")) draw();
  reveal();
});
for (const order of Object.values(orders)) order.addEventListener("change", draw);
zoom.addEventListener("input", () => (table.style.fontSize = zoom.value + "px"));
start();
draw();
reveal();
drawn();
