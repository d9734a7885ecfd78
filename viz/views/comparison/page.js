// Places side by side: a small picture for each indicator, and tables whose cells open their statements.
import { both, data, inLanguage, make, shorten, svg, two } from "../../shared/dom.js";
import { facts, hidden, seen, things } from "../../shared/facts.js";
import { factsOf, showFacts } from "../../shared/panel.js";
import { onChange, state } from "../../shared/state.js";
import { drawn, start } from "../../shared/start.js";

const [WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM] = [260, 150, 18, 24, 14, 20];
const MARKS = [
  (x, y, look) => svg("circle", { cx: x, cy: y, r: 4.5, ...look }),
  (x, y, look) => svg("rect", { x: x - 4, y: y - 4, width: 8, height: 8, ...look }),
  (x, y, look) => svg("path", { d: `M${x} ${y - 5}L${x + 5} ${y + 4}H${x - 5}Z`, ...look }),
  (x, y, look) => svg("path", { d: `M${x} ${y - 5.5}L${x + 5.5} ${y}L${x} ${y + 5.5}L${x - 5.5} ${y}Z`, ...look }),
];
const time = (day) => Date.parse(day + "T00:00:00Z");

const scale = (low, high, from, to) => (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));

// What is printed stands beside its mark, on the side where there is room.
const value = (x, y, text) => {
  const right = x < WIDE * 0.62;
  return svg("text", { class: "value", x: x + (right ? 6 : -6), y: y - 5, "text-anchor": right ? "start" : "end" }, [text]);
};

const drawPoint = (point, small, calibers, [from, to], y) => {
  const { fact } = point;
  const colour = data.colours[point.place];
  const look = { fill: fact.tier === "unverified" ? "none" : colour, stroke: colour };
  const middle = (from + to) / 2;
  const mark = svg("g", { class: "point", tabindex: 0, role: "button", "aria-label": `${things[point.place].name.zh} ${fact.date} ${point.value}` }, [
    svg("line", { x1: from, x2: to, y1: y, y2: y, stroke: colour, "stroke-width": 2, "stroke-opacity": 0.5 }),
    MARKS[calibers.indexOf(point.caliber.zh) % MARKS.length](middle, y, look),
    value(middle, y, shorten(inLanguage(point.printed, state.lang), 22) + (fact.begin ? "" : " (?)")),
  ]);
  const show = () => showFacts(both(small.name), both(point.caliber), [fact]);
  mark.addEventListener("click", show);
  mark.addEventListener("keydown", (event) => event.key === "Enter" && show());
  return mark;
};

const axis = (dated, x, base) => {
  const years = [...new Set(dated.flatMap((p) => [p.fact.begin.slice(0, 4), p.fact.end.slice(0, 4)]))].sort();
  const told = years.length > 4 ? [years[0], years[years.length - 1]] : years;
  return [
    svg("line", { class: "axis", x1: LEFT, x2: WIDE - RIGHT, y1: base, y2: base }),
    ...told.map((year) => svg("text", { x: Math.min(WIDE - RIGHT, Math.max(LEFT, x(time(year + "-07-01")))), y: HIGH - 5, "text-anchor": "middle" }, [year])),
  ];
};

// What a reader has to know before setting one figure beside another.
const warnings = (small, points, calibers) => {
  const found = [];
  if (calibers.length > 1) {
    const kinds = calibers.map((zh) => points.find((p) => p.caliber.zh === zh).caliber);
    found.push(two("口径不同，不可比：" + kinds.map((c) => c.zh).join(" / "), "calibers differ, not comparable: " + kinds.map((c) => c.en || c.zh).join(" / ")));
  }
  if (small.unstated && new Set(points.map((p) => p.place)).size > 1) found.push(two("有口径未说明的数值", "some figures state no caliber"));
  if (points.some((p) => !p.fact.begin)) found.push(two("(?) 未说明所属期，画在右端", "(?) no period is stated; drawn at the right end"));
  return found.map((words) => make("p", words, "warn"));
};

const picture = (small) => {
  const points = small.points.filter((p) => facts[p.claim] && seen(facts[p.claim])).map((p) => ({ ...p, fact: facts[p.claim] }));
  if (!points.length) return null;
  const dated = points.filter((p) => p.fact.begin);
  const days = dated.flatMap((p) => [time(p.fact.begin), time(p.fact.end || p.fact.begin)]);
  const x = scale(Math.min(...days), Math.max(...days), LEFT, WIDE - RIGHT);
  const values = points.map((p) => p.value);
  const y = scale(Math.min(0, ...values), Math.max(0, ...values), HIGH - BOTTOM, TOP);
  const calibers = [...new Set(points.map((p) => p.caliber.zh))];
  const span = (fact) => (fact.begin ? [x(time(fact.begin)), x(time(fact.end || fact.begin))] : [WIDE - RIGHT, WIDE - RIGHT]);
  const figure = make("figure");
  const caption = make("figcaption", both(small.name));
  caption.append(make("small", both(small.unit)));
  const marks = points.map((p) => drawPoint(p, small, calibers, span(p.fact), y(p.value)));
  figure.append(caption, svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img" }, [...axis(dated, x, y(0)), ...marks]));
  figure.append(...warnings(small, points, calibers));
  return figure;
};

const draw = () => {
  document.getElementById("smalls").replaceChildren(...data.smalls.map(picture).filter(Boolean));
  for (const button of document.querySelectorAll("[data-claims]"))
    button.disabled = button.dataset.claims.split(" ").every((c) => !facts[c] || hidden("tier", facts[c].tier));
};

for (const button of document.querySelectorAll("[data-claims]"))
  button.addEventListener("click", () => {
    const list = factsOf(button.dataset.claims.split(" "));
    const heading = make("span");
    heading.append(...[...button.childNodes].map((node) => node.cloneNode(true)));
    showFacts(heading, "", list.filter(seen), list.length);
  });
onChange(draw);
start();
draw();
drawn();
