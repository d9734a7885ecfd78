// The map: ECharts draws provinces and points; date, legend and colouring decide what is seen and in which colour.
import { both, data, inLanguage, make, table, two } from "../../shared/dom.js";
import { claimsOf, hidden, seen, standing, things } from "../../shared/facts.js";
import { showFacts } from "../../shared/panel.js";
import { choose, onChange, state } from "../../shared/state.js";
import { drawn, start } from "../../shared/start.js";
import { GREY, mix, paper, shade } from "./mapcolours.js";

const [EAST, LONGEST] = [121, 14];
const FACE = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const box = document.getElementById("map");
const select = document.getElementById("colouring");
const key = document.getElementById("key");
for (const way of data.colourings) way.of = table(way.of);
const colouring = () => data.colourings.find((c) => c.key === select?.value) || data.colourings[0];
const time = (day) => Date.parse(day + "T00:00:00Z");
const days = data.points.flatMap((p) => claimsOf(p.thing).map((f) => f.begin)).filter(Boolean).sort();
const [first, last] = [days[0] || "", days[days.length - 1] || ""];
const exact = first.slice(0, 4) === last.slice(0, 4) ? 7 : 4;

echarts.registerMap("china", data.geo);
const chart = echarts.init(box, null, { renderer: "canvas" });

// The points with a statement that legend and date let be seen: the earliest, whether all is open, whether any is proven.
const shown = () =>
  data.points.flatMap((point) => {
    if (hidden("kind", things[point.thing].kind)) return [];
    const list = claimsOf(point.thing).filter(seen);
    if (!list.length) return [];
    const dated = list.filter((f) => f.begin).sort((a, b) => (a.begin < b.begin ? -1 : 1));
    return [{ ...point, list, earliest: dated[0], maybe: list.every((f) => standing(f) === "maybe"), proven: list.some((f) => f.tier !== "unverified") }];
  });

const categoryOf = (point, way) => way.categories.find((c) => point.list.some((f) => way.of[f.claim] === c.key));
const colourOf = (point, way) => {
  if (way.categories.length) return categoryOf(point, way)?.colour || GREY;
  return point.earliest ? mix((time(point.earliest.begin) - time(first)) / Math.max(1, time(last) - time(first))) : GREY;
};

// The library keeps measured texts in a plain object: a name such as "constructor" must not meet what every object has.
const safe = (name) => (name in {} ? name + "\u200b" : name);

const item = (point, way) => {
  const colour = colourOf(point, way);
  const chosen = point.thing === state.id;
  const name = (state.lang === "zh" && point.short) || inLanguage(things[point.thing].name, state.lang);
  return {
    thing: point.thing, value: [point.longitude, point.latitude], symbol: point.seat ? "triangle" : "circle", symbolSize: chosen ? 16 : 10,
    tip: safe([name, point.earliest?.date].filter(Boolean).join(" ").slice(0, 80)),
    label: { show: true, formatter: safe(name.slice(0, LONGEST)), position: point.longitude > EAST ? "left" : "right" },
    itemStyle: { color: point.proven ? colour : paper, borderColor: chosen ? "#000" : point.proven ? "#3a3a3a" : colour, borderWidth: point.proven ? (chosen ? 2 : 0.6) : 2.4, opacity: point.maybe ? 0.5 : 1 },
  };
};

const perProvince = (points) => {
  const counts = new Map();
  for (const point of points) if (point.province) counts.set(point.province, (counts.get(point.province) || 0) + 1);
  return counts;
};

const draw = () => {
  const [points, way] = [shown(), colouring()];
  const counts = perProvince(points);
  const most = Math.max(1, ...counts.values());
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: FACE },
    tooltip: { renderMode: "richText", confine: true, formatter: (at) => at.data?.tip || (at.name ? `${at.name} ${counts.get(at.name) || 0}` : "") },
    geo: {
      map: "china", roam: true, left: 16, right: 16, top: 10, bottom: 10, itemStyle: { areaColor: shade(0), borderColor: "#b5b0a6" },
      emphasis: { label: { show: false }, itemStyle: { areaColor: "#f3e3bf" } }, select: { disabled: true },
      regions: [...counts].map(([name, count]) => ({ name, itemStyle: { areaColor: shade(count / most) } })),
    },
    series: [{
      type: "scatter", coordinateSystem: "geo", data: [...points].sort((a, b) => (a.thing === state.id) - (b.thing === state.id)).map((point) => item(point, way)), labelLayout: { hideOverlap: true },
      label: { fontSize: 11.5, color: "#22262a", textBorderColor: "#fbfaf7", textBorderWidth: 3 },
    }],
  });
  tell(points, way);
  listOff();
};

const mark = (className, colour) => {
  const found = make("i", "", className);
  if (colour) found.style.background = colour;
  return found;
};
const entry = (...parts) => {
  const piece = make("span");
  piece.append(...parts);
  return piece;
};

// The key: a scale of years, or the categories with their numbers; a category opens the list of its statements.
const tell = (points, way) => {
  if (!way.categories.length)
    return key.replaceChildren(entry(mark("scale"), `${first.slice(0, exact)} → ${last.slice(0, exact)}`), entry(mark("", GREY), two("日期未载", "no date")));
  return key.replaceChildren(
    ...way.categories.map((category) => {
      const inside = points.filter((p) => p.list.some((f) => way.of[f.claim] === category.key));
      const button = make("button", mark("", category.colour));
      button.type = "button";
      button.dataset.category = category.key;
      button.append(both(category.name), ` (${inside.length})`);
      button.addEventListener("click", () => showFacts(both(category.name), places(inside.length), inside.flatMap((p) => p.list.filter((f) => way.of[f.claim] === category.key))));
      return button;
    }),
  );
};
const places = (count) => two(`${count} 处`, `${count} places`);

const on = new Set(data.points.map((p) => p.thing));
const listOff = () => {
  const off = document.getElementById("off");
  const left = Object.keys(things).filter((id) => !on.has(id) && !hidden("kind", things[id].kind) && claimsOf(id).some((f) => seen(f) && f.subject === id));
  off.hidden = !left.length;
  off.querySelector("summary > span:last-child").textContent = `(${left.length})`;
  off.querySelector("ul").replaceChildren(
    ...left.map((id) => {
      const button = make("button", both(things[id].name), "link");
      button.type = "button";
      button.addEventListener("click", () => choose({ id }));
      return make("li", button);
    }),
  );
};

const province = (name) => {
  const points = shown().filter((p) => p.province === name);
  showFacts(name, places(points.length), points.flatMap((p) => p.list));
};

chart.on("click", (at) => (at.componentType === "series" ? choose({ id: at.data.thing }) : at.name && province(at.name)));
onChange(draw);
if (select) select.addEventListener("change", draw);
start();
chart.on("finished", drawn);
draw();
new ResizeObserver(() => chart.resize()).observe(box);
