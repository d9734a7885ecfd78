// Full-text search over all pages and statements; the words stand in the address, so that a link leads to the same list.
import { nameKey, normalForm } from "../shared/names.js";

const [MOST, AROUND] = [60, 40];
const { entries: listed, folds } = JSON.parse(document.getElementById("data").textContent);
const plain = normalForm(folds);
const entries = listed.map(([path, zh, en, text, forms]) => {
  const name = plain(zh + "\n" + en);
  return { path, zh, en, text, name, forms: new Set((forms || "").split("\n")), low: [name, plain(text), forms].join("\n") };
});
const box = document.getElementById("words");
const told = document.getElementById("told");
const list = document.getElementById("found");

// The text sign by sign, so that a place in it is a place in the text.
const signBySign = (text) =>
  Array.from({ length: text.length }, (_, i) => {
    const form = plain(text[i]);
    return form.length === 1 ? form : text[i];
  }).join("");

const piece = (text, words) => {
  const shown = document.createElement("div");
  shown.className = "quiet";
  const whole = signBySign(text);
  const at = Math.max(0, Math.min(...words.map((w) => whole.indexOf(w)).filter((i) => i >= 0), text.length) - AROUND);
  const [cut, low] = [text, whole].map((all) => all.slice(at, at + AROUND * 4));
  let from = 0;
  for (;;) {
    const hits = words.map((w) => [low.indexOf(w, from), w.length]).filter(([i]) => i >= 0).sort((a, b) => a[0] - b[0]);
    if (!hits.length) break;
    const mark = document.createElement("mark");
    mark.textContent = cut.slice(hits[0][0], hits[0][0] + hits[0][1]);
    shown.append(cut.slice(from, hits[0][0]), mark);
    from = hits[0][0] + hits[0][1];
  }
  shown.append(cut.slice(from));
  return shown;
};

const find = () => {
  const words = plain(box.value).split(" ").map(nameKey).filter(Boolean);
  history.replaceState(null, "", words.length ? "#" + encodeURIComponent(box.value) : location.pathname);
  const found = words.length ? entries.filter((e) => words.every((w) => e.low.includes(w))) : [];
  // What is called so first, then what has a word in its name.
  const rank = (e) => (words.some((w) => e.forms.has(w)) ? 0 : words.some((w) => e.name.includes(w)) ? 1 : 2);
  found.sort((a, b) => rank(a) - rank(b) || a.zh.length - b.zh.length);
  told.textContent = words.length ? `${found.length} 条 found` + (found.length > MOST ? `，先列 ${MOST} 条 the first ${MOST}` : "") : "";
  list.replaceChildren(
    ...found.slice(0, MOST).map((entry) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = entry.path;
      link.textContent = entry.zh + (entry.en && entry.en !== entry.zh ? " · " + entry.en : "");
      item.append(link);
      if (entry.text) item.append(piece(entry.text, words));
      return item;
    }),
  );
};
const fromAddress = () => {
  try {
    box.value = decodeURIComponent(location.hash.slice(1));
  } catch {
    box.value = "";
  }
  find();
};
box.addEventListener("input", find);
addEventListener("hashchange", fromAddress);
fromAddress();
