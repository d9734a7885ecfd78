// The parts that every view has. A view calls `start` once, then `drawn` when its picture stands.
import { startLanguage } from "./language.js";
import { startLegend } from "./legend.js";
import { startPanel } from "./panel.js";
import { startSearch } from "./search.js";
import { startSlider } from "./slider.js";

export const start = () => {
  startLanguage();
  startLegend();
  startPanel();
  startSearch();
  startSlider();
};

export const drawn = () => {
  document.body.dataset.drawn = "yes";
};
