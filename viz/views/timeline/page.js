// The timeline: lanes from top to bottom, days from left to right; marks that would touch stand in rows below each other.
import { both, data, inLanguage, shorten, svg } from "../../shared/dom.js";
import { seen, standing } from "../../shared/facts.js";
import { factsOf, showFacts } from "../../shared/panel.js";
import { onChange, state } from "../../shared/state.js";
import { drawn, start } from "../../shared/start.js";

const picture = document.getElementById("timeline");
const zoom = document.getElementById("zoom");
const [LEFT, TOP, ROW, LANE, CHARACTER, LONGEST] = [16, 30, 22, 26, 12.5, 44];
const DAY = 86400000;
const dayOf = (text) => Date.parse(text + "T00:00:00Z") / DAY;
const years = data.marks.flatMap((m) => [Number(m.begin.slice(0, 4)), Number(m.end.slice(0, 4))]);
const [firstYear, lastYear] = [Math.min(...years, 9999), Math.max(...years, 0) + 1];
const x = (day) => LEFT + ((dayOf(day) - dayOf(firstYear + "-01-01")) / 365.25) * Number(zoom.value);
const width = (text) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? CHARACTER : CHARACTER * 0.58), 0);

// Marks with what is seen of them, in rows: the first row where the mark and its name fit.
const placed = (lane) => {
  const rows = [];
  const marks = data.marks.filter((m) => m.lane === lane.key).map((m) => ({ ...m, shown: factsOf(m.claims).filter(seen) })).filter((m) => m.shown.length);
  for (const mark of marks) {
    mark.text = shorten(inLanguage(mark.name, state.lang), LONGEST) + (mark.shown.length > 1 ? ` (${mark.shown.length})` : "");
    [mark.left, mark.right] = [x(mark.begin), Math.max(x(mark.end), x(mark.begin) + 8)];
    mark.row = rows.findIndex((right) => right < mark.left - 6);
    if (mark.row < 0) mark.row = rows.length;
    rows[mark.row] = mark.right + 8 + width(mark.text);
  }
  return { marks, rows: rows.length, right: Math.max(0, ...rows) };
};

const drawMark = (mark, lane, y) => {
  const unverified = mark.shown.every((f) => f.tier === "unverified") ? " unverified" : "";
  const maybe = mark.shown.every((f) => standing(f) === "maybe") ? " maybe" : "";
  const look = { fill: lane.colour, stroke: lane.colour };
  const exact = mark.begin === mark.end;
  const shape = exact ? svg("circle", { cx: mark.left + 4, cy: y, r: 5, ...look })
    : svg("rect", { x: mark.left, y: y - 4, width: mark.right - mark.left, height: 8, rx: 4, ...look });
  const name = svg("text", { x: (exact ? mark.left + 9 : mark.right) + 4, y: y + 4 }, [mark.text]);
  const group = svg("g", { class: "mark" + unverified + maybe, tabindex: 0, role: "button", "aria-label": `${mark.shown[0].date} ${inLanguage(mark.name, state.lang)}` }, [shape, name]);
  const show = () => showFacts(both(mark.name), `${mark.begin} – ${mark.end}`, mark.shown, mark.claims.length);
  group.addEventListener("click", show);
  group.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), show()));
  return group;
};

const draw = () => {
  const parts = [];
  const lanes = data.lanes.map((lane) => ({ lane, ...placed(lane) })).filter((l) => l.rows);
  const wide = Math.max(x(lastYear + "-01-01"), ...lanes.map((l) => l.right)) + LEFT;
  let y = TOP;
  for (const { lane, marks, rows } of lanes) {
    parts.push(svg("line", { class: "rule", x1: 0, x2: wide, y1: y, y2: y }));
    parts.push(svg("text", { class: "lane", x: LEFT, y: y + 17 }, [`${inLanguage(lane.name, state.lang)} ${marks.reduce((n, m) => n + m.shown.length, 0)}`]));
    for (const mark of marks) parts.push(drawMark(mark, lane, y + LANE + 8 + mark.row * ROW));
    y += LANE + rows * ROW + 12;
  }
  const grid = [];
  const step = Math.max(1, Math.ceil(44 / Number(zoom.value)));
  for (let year = firstYear; year <= lastYear; year += step) {
    const at = x(year + "-01-01");
    grid.push(svg("line", { class: "year", x1: at, x2: at, y1: TOP - 8, y2: y }), svg("text", { class: "tick", x: at + 3, y: TOP - 12 }, [String(year)]));
  }
  if (state.date) grid.push(svg("line", { class: "now", x1: x(state.date), x2: x(state.date), y1: TOP - 8, y2: y }));
  picture.setAttribute("width", wide);
  picture.setAttribute("height", y + 10);
  picture.setAttribute("viewBox", `0 0 ${wide} ${y + 10}`);
  picture.replaceChildren(...grid, ...parts);
};

onChange((changed) => changed.some((name) => name !== "id") && draw());
zoom.addEventListener("input", draw);
start();
zoom.value = String(Math.max(40, Math.min(400, (document.getElementById("stage").clientWidth - 240) / Math.max(1, lastYear - firstYear))));
draw();
drawn();
