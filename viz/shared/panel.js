// The panel: the statements of the chosen thing with date, act, tier, rank, locator and claim id; else a list of things.
import { both, data, make, two } from "./dom.js";
import { claimsOf, facts, hidden, seen, standing, things } from "./facts.js";
import { choose, onChange, state } from "./state.js";

// A longer list is of no use to a reader, and slow.
const MOST = 600;
const panel = document.getElementById("panel");

const line = (className, ...parts) => {
  const box = make("div", "", className);
  box.append(...parts);
  return box;
};

const tier = (fact) => {
  const badge = make("span", "", "tier " + (data.tiers[fact.tier] ? fact.tier : ""));
  badge.append(data.tiers[fact.tier] ? both(data.tiers[fact.tier]) : fact.tier);
  return badge;
};

export const article = (fact) => {
  const box = make("article", "", standing(fact) === "maybe" ? "maybe" : "");
  box.dataset.claim = fact.claim;
  const subject = make("b");
  subject.append(both(fact.subject_name));
  box.append(subject, " ", both(fact.role_name), " ", both(fact.object_name), " ", tier(fact));
  if (fact.date) box.append(line("", fact.date, " ", both(fact.kind)));
  else box.append(line("", two("日期未载", "no date stated")));
  if (fact.until) box.append(line("", two("终止于 ", "ended "), fact.until));
  if (fact.rank && fact.rank !== "normal") box.append(line("", two("取舍：", "rank: "), fact.rank));
  if (fact.act_name.zh || fact.act_name.en) box.append(line("", two("依据：", "act: "), both(fact.act_name)));
  if (fact.note.zh || fact.note.en) box.append(line("", both(fact.note)));
  if (fact.words) box.append(make("blockquote", fact.words));
  box.append(line("locator", two("出处 ", "locator "), fact.locator, " · ", both(fact.confidence)));
  box.append(line("claim", fact.claim));
  return box;
};

// On a phone the panel stands below the picture: bring it into view when the reader asks for something.
const reveal = () => matchMedia("(max-width: 760px)").matches && panel.scrollIntoView({ block: "start" });

const fill = (heading, below, list, total) => {
  const title = make("h2");
  title.append(heading);
  const back = make("button", "", "link");
  back.type = "button";
  back.append(two("← 全部", "← all"));
  back.addEventListener("click", () => choose({ id: "" }));
  const more = total > list.length ? { zh: `，另有 ${total - list.length} 条被图例或日期隐去`, en: `; ${total - list.length} hidden by legend or date` } : { zh: "", en: "" };
  const count = make("p");
  count.append(two(`${list.length} 条陈述${more.zh}`, `${list.length} statements${more.en}`));
  panel.replaceChildren(back, title, line("quiet", below), count, ...list.map(article));
  panel.scrollTop = 0;
};

// Fill the panel with a heading and the statements of an edge, a cell, a month.
export const showFacts = (heading, below, list, total = list.length) => {
  fill(heading, below, list, total);
  reveal();
};

const showThing = (id) => {
  const all = claimsOf(id);
  const shown = all.filter(seen);
  const below = document.createDocumentFragment();
  below.append(things[id].name[state.lang === "zh" ? "en" : "zh"] || "", " · ", id);
  fill(both(things[id].name), below, shown, all.length);
};

// A thing is listed while its kind is not hidden and one of its statements is seen (or it has none).
export const listed = (id) => !hidden("kind", things[id].kind) && (!things[id].claims.length || claimsOf(id).some(seen));

const showList = () => {
  const title = make("h2");
  title.append(two("点选查看陈述与出处", "Choose one to see its statements"));
  const list = make("ul");
  list.id = "list";
  const ids = Object.keys(things).filter(listed);
  for (const id of ids.slice(0, MOST)) {
    const button = make("button");
    button.type = "button";
    button.append(both(things[id].name));
    button.addEventListener("click", () => choose({ id }));
    list.append(make("li", button));
  }
  panel.replaceChildren(title, list);
  if (ids.length > MOST) panel.append(line("quiet", two(`另有 ${ids.length - MOST} 个，请查找`, `${ids.length - MOST} more: search for them`)));
};

export const startPanel = () => {
  const apply = () => (state.id && things[state.id] ? showThing(state.id) : showList());
  onChange((changed) => {
    apply();
    if (changed.includes("id") && state.id) reveal();
  });
  apply();
};

export const factsOf = (claims) => claims.map((c) => facts[c]).filter(Boolean);
