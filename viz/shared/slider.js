// The date slider: months from the first to the last dated statement; its right end is "all, dated or not".
// Playing goes from event to event.
import { both } from "./dom.js";
import { facts, firstDay, lastDay, standing } from "./facts.js";
import { choose, onChange, state } from "./state.js";

const PACE = 900;
const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const lastOfMonth = (month) => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);

export const startSlider = () => {
  const box = document.getElementById("slider");
  if (!box || !firstDay) return;
  const [play, range, told] = [box.querySelector(".play"), box.querySelector("input"), box.querySelector("output")];
  const first = monthOf(firstDay);
  const all = Math.max(monthOf(lastDay || firstDay), first) - first + 1;
  const stops = [...new Set(Object.values(facts).filter((f) => f.begin).map((f) => monthOf(f.begin) - first))].sort((a, b) => a - b);
  let timer = 0;
  box.hidden = false;
  range.max = String(all);
  const tell = () => {
    const counts = { yes: 0, maybe: 0, no: 0, unknown: 0 };
    for (const fact of Object.values(facts)) counts[standing(fact)] += 1;
    const text = state.date
      ? { zh: `${state.date}：${counts.yes} 条` + (counts.maybe ? `，${counts.maybe} 条可能` : "") + (counts.unknown ? `；${counts.unknown} 条无日期未画` : ""),
          en: `${state.date}: ${counts.yes} statements` + (counts.maybe ? `, ${counts.maybe} perhaps` : "") + (counts.unknown ? `; ${counts.unknown} undated not drawn` : "") }
      : { zh: `全部日期，含无日期者`, en: `all dates, undated included` };
    told.replaceChildren(both(text));
  };
  const apply = () => {
    range.value = String(state.date ? Math.min(Math.max(monthOf(state.date) - first, 0), all - 1) : all);
    range.setAttribute("aria-valuetext", state.date || "全部 all");
    tell();
  };
  const set = (value) => choose({ date: value >= all ? "" : lastOfMonth(first + value) });
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = "▶";
  };
  const step = () => {
    const next = stops.find((s) => s > Number(range.value));
    if (next === undefined || Number(range.value) >= all) {
      set(all);
      stop();
    } else set(next);
  };
  play.addEventListener("click", () => {
    if (timer) return stop();
    play.textContent = "❚❚";
    if (Number(range.value) >= all) set(stops[0]);
    timer = setInterval(step, PACE);
    return undefined;
  });
  range.addEventListener("input", () => set(Number(range.value)));
  onChange((changed) => changed.includes("date") && apply());
  apply();
};
