// What the reader has chosen: thing, date, language, what the legend hides. It stands in the address (after #), so that
// a link leads to the same view; whoever draws listens for changes.

const known = ["id", "date", "lang", "hide"];
const listeners = [];

const read = () => {
  const given = new URLSearchParams(location.hash.slice(1));
  return {
    id: given.get("id") || "",
    date: /^\d{4}-\d{2}-\d{2}$/.test(given.get("date") || "") ? given.get("date") : "",
    lang: given.get("lang") === "en" ? "en" : "zh",
    hide: new Set((given.get("hide") || "").split(",").filter(Boolean)),
  };
};

export const state = read();

const write = () => {
  const values = new URLSearchParams();
  for (const name of known) {
    const value = name === "hide" ? [...state.hide].sort().join(",") : state[name];
    if (value && !(name === "lang" && value === "zh")) values.set(name, value);
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

addEventListener("hashchange", () => {
  Object.assign(state, read());
  for (const listener of listeners) listener(known);
});
