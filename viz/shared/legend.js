// The buttons of the legend hide kinds, relations and tiers.
import { choose, onChange, state } from "./state.js";

const name = (button) => button.dataset.group + ":" + button.dataset[button.dataset.group];

export const startLegend = () => {
  const buttons = [...document.querySelectorAll(".legend button")];
  const apply = () => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(!state.hide.has(name(button))));
  };
  for (const button of buttons)
    button.addEventListener("click", () => {
      const hide = new Set(state.hide);
      if (!hide.delete(name(button))) hide.add(name(button));
      choose({ hide });
    });
  onChange(apply);
  apply();
};
