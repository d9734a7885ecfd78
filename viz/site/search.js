// Full-text search over all pages and statements; the words stand in the address, so that a link leads to the same list.

const [MOST, AROUND] = [60, 40];
const entries = JSON.parse(document.getElementById("data").textContent).map(([path, zh, en, text]) => ({ path, zh, en, text, low: [zh, en, text].join("\n").toLowerCase() }));
const box = document.getElementById("words");
const told = document.getElementById("told");
const list = document.getElementById("found");

const piece = (text, words) => {
  const shown = document.createElement("div");
  shown.className = "quiet";
  const low = text.toLowerCase();
  const at = Math.max(0, Math.min(...words.map((w) => low.indexOf(w)).filter((i) => i >= 0), text.length) - AROUND);
  const cut = text.slice(at, at + AROUND * 4);
  let from = 0;
  for (;;) {
    const hits = words.map((w) => [cut.toLowerCase().indexOf(w, from), w.length]).filter(([i]) => i >= 0).sort((a, b) => a[0] - b[0]);
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
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  history.replaceState(null, "", words.length ? "#" + encodeURIComponent(box.value) : location.pathname);
  const found = words.length ? entries.filter((e) => words.every((w) => e.low.includes(w))) : [];
  const named = (e) => (words.some((w) => (e.zh + "\n" + e.en).toLowerCase().includes(w)) ? 0 : 1);
  found.sort((a, b) => named(a) - named(b) || a.zh.length - b.zh.length);
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
