// Statements by date and legend. At a date a statement is "yes" (begun by then), "maybe" (its date leaves it open:
// year precision is a span, not 1 January), "no" (later, or ended before), or "unknown" (no date is stated).
import { data } from "./dom.js";
import { state } from "./state.js";

export const facts = data.facts;
export const things = data.things;

export const standing = (fact, date = state.date) => {
  if (!date) return "yes";
  if (!fact.begin) return "unknown";
  if (fact.begin > date || (fact.until && fact.until < date)) return "no";
  return fact.end && fact.end > date ? "maybe" : "yes";
};

export const hidden = (group, key) => state.hide.has(group + ":" + key);

// Whether the legend and the date let a statement be seen.
export const seen = (fact) =>
  !hidden("tier", fact.tier) && !hidden("role", fact.role) && ["yes", "maybe"].includes(standing(fact));

export const claimsOf = (id) => (things[id] ? things[id].claims.map((c) => facts[c]).filter(Boolean) : []);

export const firstDay = Object.values(facts).reduce((least, f) => (f.begin && (!least || f.begin < least) ? f.begin : least), "");

export const lastDay = Object.values(facts).reduce((most, f) => (f.end > most ? f.end : most), "");
