// The switch between Chinese and English. Texts stand in both languages; the style sheet shows one.
import { choose, onChange, state } from "./state.js";

const apply = () => {
  const root = document.documentElement;
  root.dataset.language = state.lang;
  root.lang = state.lang;
  document.getElementById("language").textContent = state.lang === "zh" ? "English" : "中文";
  for (const field of document.querySelectorAll("[data-zh][data-en][placeholder]"))
    field.placeholder = field.dataset[state.lang];
  for (const option of document.querySelectorAll("option[data-zh]")) option.textContent = option.dataset[state.lang];
};

export const startLanguage = () => {
  document.getElementById("language").addEventListener("click", () => choose({ lang: state.lang === "zh" ? "en" : "zh" }));
  document.getElementById("print").addEventListener("click", () => window.print());
  onChange((changed) => changed.includes("lang") && apply());
  apply();
};
