// Elements from data: every text becomes a text node, never markup.

export const make = (tag, content, className) => {
  const element = document.createElement(tag);
  if (content) element.append(content);
  if (className) element.className = className;
  return element;
};

// A text {zh, en} as two spans; the style sheet shows the language that is chosen.
export const both = (text) => {
  const piece = document.createDocumentFragment();
  for (const language of ["zh", "en"]) {
    const span = make("span", text[language] || text.zh || text.en);
    span.lang = language;
    piece.append(span);
  }
  return piece;
};

export const two = (zh, en) => both({ zh, en });

export const inLanguage = (text, language) => text[language] || text.zh || text.en || "";

// A text cut to so many half widths (a Chinese character takes two), with an ellipsis.
export const shorten = (text, most) => {
  let room = most;
  for (const [at, character] of [...text].entries()) {
    room -= character.codePointAt(0) > 0x2e80 ? 2 : 1;
    if (room < 0) return [...text].slice(0, at).join("") + "…";
  }
  return text;
};

export const svg = (tag, attributes = {}, children = []) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

export const data = JSON.parse(document.getElementById("data").textContent);

// A table by name that holds its own names only: "constructor" in an address or a label finds nothing.
export const table = (object) => Object.assign(Object.create(null), object);
for (const name of ["facts", "things", "tiers", "kinds", "colours", "groups"]) if (data[name]) data[name] = table(data[name]);
