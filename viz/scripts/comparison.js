// Places side by side: a small picture for each indicator, and tables whose cells open their statements.
import { both, data, inLanguage, make, svg, two } from "./shared/dom.js";
import { facts, hidden, seen, things } from "./shared/facts.js";
import { factsOf, showFacts } from "./shared/panel.js";
import { onChange, state } from "./shared/state.js";
import { drawn, start } from "./shared/start.js";

const [WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM] = [260, 150, 14, 56, 14, 20];
const MARKS = [
  (x, y, look) => svg("circle", { cx: x, cy: y, r: 4.5, ...look }),
  (x, y, look) => svg("rect", { x: x - 4, y: y - 4, width: 8, height: 8, ...look }),
  (x, y, look) => svg("path", { d: `M${x} ${y - 5}L${x + 5} ${y + 4}H${x - 5}Z`, ...look }),
  (x, y, look) => svg("path", { d: `M${x} ${y - 5.5}L${x + 5.5} ${y}L${x} ${y + 5.5}L${x - 5.5} ${y}Z`, ...look }),
];
const time = (day) => Date.parse(day + "T00:00:00Z");

const scale = (low, high, from, to) => (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));

const picture = (small) => {
  const points = small.points.filter((p) => facts[p.claim] && seen(facts[p.claim])).map((p) => ({ ...p, fact: facts[p.claim] }));
  if (!points.length) return null;
  const dated = points.filter((p) => p.fact.begin);
  const days = dated.flatMap((p) => [time(p.fact.begin), time(p.fact.end || p.fact.begin)]);
  const x = scale(Math.min(...days), Math.max(...days), LEFT, WIDE - RIGHT);
  const values = points.map((p) => p.value);
  const y = scale(Math.min(0, ...values), Math.max(...values), HIGH - BOTTOM, TOP);
  const calibers = [...new Set(points.map((p) => p.caliber.zh))];
  const parts = [svg("line", { class: "axis", x1: LEFT, x2: WIDE - RIGHT, y1: y(0), y2: y(0) })];
  const years = [...new Set(dated.flatMap((p) => [p.fact.begin.slice(0, 4), p.fact.end.slice(0, 4)]))].sort();
  for (const year of years.length > 4 ? [years[0], years[years.length - 1]] : years)
    parts.push(svg("text", { x: Math.min(WIDE - RIGHT, Math.max(LEFT, x(time(year + "-07-01")))), y: HIGH - 5, "text-anchor": "middle" }, [year]));
  for (const point of points) {
    const [from, to] = point.fact.begin ? [x(time(point.fact.begin)), x(time(point.fact.end || point.fact.begin))] : [WIDE - RIGHT, WIDE - RIGHT];
    const colour = data.colours[point.place];
    const look = { fill: point.fact.tier === "unverified" ? "none" : colour, stroke: colour };
    const mark = svg("g", { class: "point", tabindex: 0, role: "button", "aria-label": `${things[point.place].name.zh} ${point.fact.date} ${point.value}` }, [
      svg("line", { x1: from, x2: to, y1: y(point.value), y2: y(point.value), stroke: colour, "stroke-width": 2, "stroke-opacity": 0.5 }),
      MARKS[calibers.indexOf(point.caliber.zh) % MARKS.length]((from + to) / 2, y(point.value), look),
      svg("text", { class: "value", x: (from + to) / 2 + 8, y: y(point.value) + 3 }, [point.printed.slice(0, 14) + (point.fact.begin ? "" : " (?)")]),
    ]);
    const show = () => showFacts(both(small.name), inLanguage(point.caliber, state.lang), [point.fact]);
    mark.addEventListener("click", show);
    mark.addEventListener("keydown", (event) => event.key === "Enter" && show());
    parts.push(mark);
  }
  const figure = make("figure");
  const caption = make("figcaption", both(small.name));
  caption.append(make("small", both(small.unit)));
  figure.append(caption, svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img" }, parts));
  if (calibers.length > 1) {
    const kinds = points.map((p) => p.caliber).filter((c, i, all) => all.findIndex((o) => o.zh === c.zh) === i);
    figure.append(make("p", two("口径不同，不可比：" + kinds.map((c) => c.zh).join(" / "), "calibers differ, not comparable: " + kinds.map((c) => c.en || c.zh).join(" / ")), "warn"));
  }
  if (small.unstated && new Set(points.map((p) => p.place)).size > 1)
    figure.append(make("p", two("有口径未说明的数值", "some figures state no caliber"), "warn"));
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
    showFacts(button.textContent, "", list.filter(seen), list.length);
  });
onChange(draw);
start();
draw();
drawn();
