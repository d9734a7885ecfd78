// Find a thing by a piece of its name in Chinese or English, or by its pinyin or their initials.
import { make, inLanguage } from "./dom.js";
import { things } from "./facts.js";
import { choose, state } from "./state.js";

const MOST = 8;

// Things whose names begin with the words first, then those that hold them; shorter names before longer ones.
export const search = (words) => {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return [];
  const found = [];
  for (const [id, thing] of Object.entries(things)) {
    const at = ("\n" + thing.search).indexOf("\n" + wanted);
    if (at >= 0 || thing.search.includes(wanted)) found.push([at >= 0 ? 0 : 1, thing.name.zh.length, id]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
  return found.slice(0, MOST).map(([, , id]) => id);
};

export const startSearch = () => {
  const box = document.querySelector("#search input");
  const list = document.getElementById("suggestions");
  let at = 0;
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (list.children[at]) box.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const take = (id) => {
    box.value = inLanguage(things[id].name, state.lang);
    close();
    choose({ id });
  };
  const suggest = () => {
    const items = search(box.value).map((id, i) => {
      const item = make("li", inLanguage(things[id].name, state.lang));
      item.append(make("small", inLanguage(things[id].name, state.lang === "zh" ? "en" : "zh")));
      item.id = "suggestion-" + i;
      item.dataset.id = id;
      item.setAttribute("role", "option");
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(id);
      });
      return item;
    });
    at = 0;
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    box.setAttribute("aria-expanded", String(items.length > 0));
    mark();
  };
  box.addEventListener("input", suggest);
  box.addEventListener("focus", suggest);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const many = list.children.length;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && many && !list.hidden) take(list.children[at].dataset.id);
    else if (many && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      at = (at + (event.key === "ArrowDown" ? 1 : many - 1)) % many;
      event.preventDefault();
      mark();
    }
  });
};
