// The map: ECharts draws provinces and points; date, legend and colouring decide what is seen and in which colour.
import { both, data, inLanguage, make } from "./shared/dom.js";
import { claimsOf, hidden, seen, standing, things } from "./shared/facts.js";
import { showFacts } from "./shared/panel.js";
import { choose, onChange, state } from "./shared/state.js";
import { drawn, start } from "./shared/start.js";

const RAMP = ["#fde725", "#5ec962", "#21918c", "#3b528b", "#440154"];
const SHADES = ["#f4f1ea", "#e3e6da", "#cfdcc9", "#b9d0b6", "#a0c3a1"];
const select = document.getElementById("colouring");
const colouring = () => data.colourings.find((c) => c.key === (select ? select.value : data.colourings[0].key));
const time = (day) => Date.parse(day + "T00:00:00Z");

echarts.registerMap("china", data.geo);
const chart = echarts.init(document.getElementById("map"), null, { renderer: "canvas" });

// Between neighbours of the ramp, so that near days look alike.
const mix = (share) => {
  const at = Math.min(RAMP.length - 1.0001, Math.max(0, share * (RAMP.length - 1)));
  const [a, b] = [RAMP[Math.floor(at)], RAMP[Math.floor(at) + 1]].map((c) => [1, 3, 5].map((i) => parseInt(c.slice(i, i + 2), 16)));
  return "rgb(" + a.map((v, i) => Math.round(v + (b[i] - v) * (at % 1))).join(",") + ")";
};

const shown = () =>
  data.points.flatMap((point) => {
    if (hidden("kind", things[point.thing].kind)) return [];
    const list = claimsOf(point.thing).filter(seen);
    if (!list.length) return [];
    const days = list.map((f) => f.begin).filter(Boolean).sort();
    return [{ ...point, list, first: days[0] || "", maybe: list.every((f) => standing(f) === "maybe"), proven: list.some((f) => f.tier !== "unverified") }];
  });

const colourOf = (point, way, range) => {
  if (!way.categories.length) return point.first ? mix((time(point.first) - range[0]) / Math.max(1, range[1] - range[0])) : "#8a8a8a";
  const found = way.categories.find((c) => point.list.some((f) => way.of[f.claim] === c.key));
  return found ? found.colour : "#8a8a8a";
};

const tell = (way, range) => {
  const key = document.getElementById("key");
  key.replaceChildren();
  const entry = (mark, ...words) => {
    const piece = make("span", mark);
    piece.append(...words);
    key.append(piece);
  };
  if (!way.categories.length) {
    entry(make("i", "", "scale"), `${range[2]} → ${range[3]}`);
    const grey = make("i");
    grey.style.background = "#8a8a8a";
    entry(grey, both({ zh: "日期未载", en: "no date" }));
  } else
    for (const category of way.categories) {
      const mark = make("i");
      mark.style.background = category.colour;
      entry(mark, both(category.name));
    }
};

const draw = () => {
  const [points, way] = [shown(), colouring()];
  const days = data.points.flatMap((p) => claimsOf(p.thing).map((f) => f.begin)).filter(Boolean).sort();
  const range = days.length ? [time(days[0]), time(days[days.length - 1]), days[0], days[days.length - 1]] : [0, 1, "", ""];
  const counts = new Map();
  for (const point of points) if (point.province) counts.set(point.province, (counts.get(point.province) || 0) + 1);
  const most = Math.max(1, ...counts.values());
  chart.setOption({
    animation: false,
    tooltip: { renderMode: "richText", confine: true, formatter: (at) => (at.data && at.data.tip) || (at.name ? `${at.name} ${counts.get(at.name) || 0}` : "") },
    geo: {
      map: "china", roam: true, left: 10, right: 10, top: 10, bottom: 10, itemStyle: { areaColor: SHADES[0], borderColor: "#b5b0a6" },
      emphasis: { label: { show: false }, itemStyle: { areaColor: "#f3e3bf" } }, select: { disabled: true },
      regions: [...counts].map(([name, count]) => ({ name, itemStyle: { areaColor: SHADES[Math.ceil((count / most) * (SHADES.length - 1))] } })),
    },
    series: [
      {
        type: "scatter", coordinateSystem: "geo", symbolSize: 10,
        label: { show: true, position: "right", formatter: (at) => at.data.label, fontSize: 11, color: "#22262a" }, labelLayout: { hideOverlap: true },
        data: points.map((point) => {
          const colour = colourOf(point, way, range);
          const chosen = point.thing === state.id;
          return {
            value: [point.longitude, point.latitude], thing: point.thing, symbol: point.seat ? "triangle" : "circle", symbolSize: chosen ? 16 : 10,
            label: { show: true }, name: things[point.thing].name.zh,
            tip: `${inLanguage(things[point.thing].name, state.lang)} ${point.first}`.slice(0, 80),
            itemStyle: { color: point.proven ? colour : "rgba(255,255,255,.85)", borderColor: chosen ? "#000" : colour, borderWidth: point.proven ? (chosen ? 2 : 0.5) : 2, opacity: point.maybe ? 0.5 : 1 },
          };
        }).map((item) => ({ ...item, label: { show: true, formatter: inLanguage(things[item.thing].name, state.lang).slice(0, 14) } })),
      },
    ],
  }, { notMerge: false });
  tell(way, range);
  listOff();
};

const on = new Set(data.points.map((p) => p.thing));
const listOff = () => {
  const box = document.getElementById("off");
  const left = Object.keys(things).filter((id) => !on.has(id) && !hidden("kind", things[id].kind) && claimsOf(id).some((f) => seen(f) && f.subject === id));
  box.hidden = !left.length;
  box.querySelector("summary > span:last-child").textContent = `(${left.length})`;
  box.querySelector("ul").replaceChildren(
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
  showFacts(name, `${points.length}`, points.flatMap((p) => p.list));
};

const words = () => {
  for (const option of document.querySelectorAll("option[data-zh]")) option.textContent = option.dataset[state.lang];
};

chart.on("click", (at) => (at.componentType === "series" ? choose({ id: at.data.thing }) : at.name && province(at.name)));
onChange((changed) => {
  if (changed.includes("lang")) words();
  draw();
});
if (select) select.addEventListener("change", draw);
start();
words();
chart.on("finished", drawn);
draw();
new ResizeObserver(() => chart.resize()).observe(document.getElementById("map"));
