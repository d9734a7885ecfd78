// What every page of the site does: language, "cite this", and pictures taken away as SVG, PNG or CSV rows.

const root = document.documentElement;
const KEPT = "cemai-language";
const kept = () => {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
};
const speak = (language) => {
  root.dataset.language = root.lang = language;
  document.getElementById("language").textContent = language === "zh" ? "English" : "中文";
};
document.getElementById("language").addEventListener("click", () => {
  const language = root.dataset.language === "zh" ? "en" : "zh";
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A page from a file may not keep anything; the switch still works.
  }
  speak(language);
});
speak(kept() === "en" ? "en" : "zh");

const find = document.getElementById("find");
find.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && find.value.trim()) location.href = find.dataset.search + "#" + encodeURIComponent(find.value.trim());
});

for (const button of document.querySelectorAll(".cite"))
  button.addEventListener("click", () => {
    const line = `策脉 Cemai, claim ${button.dataset.claim}, ${button.dataset.locator}`;
    const shown = document.createElement("code");
    shown.textContent = line;
    button.replaceWith(shown);
    navigator.clipboard?.writeText(line).catch(() => undefined);
  });

const save = (blob, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
const quoted = (cell) => (/[",\r\n]/.test(cell) ? '"' + cell.replaceAll('"', '""') + '"' : cell);
const csv = (table) => "\ufeff" + [table.columns, ...table.rows].map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";
// A picture that is taken away carries its title above it and its sources below it, in the language that is shown.
const SIZE = { title: 14, source: 10 };
const wide = (letter) => (letter > "\u2e7f" ? 1 : 0.55);
const lines = (words, size, width) => {
  const found = [""];
  let used = 0;
  for (const letter of words) {
    used += wide(letter) * size;
    if (used > width) {
      found.push("");
      used = wide(letter) * size;
    }
    found[found.length - 1] += letter;
  }
  return found;
};
const taken = (svg, table) => {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true);
  const write = (words, y, size, weight) => {
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    const given = { x: 14, y, "font-size": size, "font-weight": weight, fill: "#22262a" };
    for (const [key, value] of Object.entries(given)) text.setAttribute(key, value);
    text.textContent = words;
    copy.append(text);
  };
  const language = root.dataset.language;
  const above = lines(table.title[language], SIZE.title, width - 28);
  const below = lines(`策脉 Cemai ${table.source[language]}`.trim(), SIZE.source, width - 28);
  const [top, foot] = [above.length * 20 + 10, below.length * 15 + 6];
  above.forEach((words, n) => write(words, 18 - top + n * 20, SIZE.title, "bold"));
  below.forEach((words, n) => write(words, height + 14 + n * 15, SIZE.source, "normal"));
  copy.setAttribute("viewBox", `0 ${-top} ${width} ${height + top + foot}`);
  copy.setAttribute("height", height + top + foot);
  return copy;
};
const png = (svg, name) => {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [svg.viewBox.baseVal.width * 2, svg.viewBox.baseVal.height * 2];
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, name + ".png"));
  };
  image.src = URL.createObjectURL(new Blob([svg.outerHTML], { type: "image/svg+xml" }));
};
for (const figure of document.querySelectorAll("figure")) {
  const table = JSON.parse(figure.querySelector("script").textContent);
  const svg = figure.querySelector("svg");
  const ways = {
    SVG: () => save(new Blob([taken(svg, table).outerHTML], { type: "image/svg+xml" }), table.name + ".svg"),
    PNG: () => png(taken(svg, table), table.name),
    CSV: () => save(new Blob([csv(table)], { type: "text/csv" }), table.name + ".csv"),
  };
  for (const [name, way] of Object.entries(ways)) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", way);
    figure.querySelector(".downloads").append(button, " ");
  }
}
