// What the reader has chosen: thing, date, language, what the legend hides. It stands in the address (after #), so that
// a link leads to the same view; whoever draws listens for changes. A page may begin at a date of its own; the address
// then says "all" where the reader wants every date.
import { data } from "./dom.js";

const known = ["id", "date", "lang", "hide"];
const listeners = [];
const BEGIN = data.date || "";
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = (text) => (text === "all" ? "" : DAY.test(text || "") ? text : BEGIN);

const read = () => {
  const given = new URLSearchParams(location.hash.slice(1));
  return {
    id: given.get("id") || "",
    date: day(given.get("date")),
    lang: given.get("lang") === "en" ? "en" : "zh",
    hide: new Set((given.get("hide") || "").split(",").filter(Boolean)),
  };
};

export const state = read();

const write = () => {
  const values = new URLSearchParams();
  for (const name of known) {
    const value = { hide: [...state.hide].sort().join(","), date: state.date || (BEGIN && "all") }[name] ?? state[name];
    const usual = { lang: "zh", date: BEGIN }[name];
    if (value && value !== usual) values.set(name, value);
  }
  const text = values.toString();
  history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
};

// Change some values and tell the listeners which.
export const choose = (changes) => {
  Object.assign(state, changes);
  write();
  for (const listener of listeners) listener(Object.keys(changes));
};

export const onChange = (listener) => listeners.push(listener);

// Another address of the same page: a link that was followed, or the way back.
addEventListener("hashchange", () => choose(read()));

addEventListener("hashchange", () => {
  Object.assign(state, read());
  for (const listener of listeners) listener(known);
});
