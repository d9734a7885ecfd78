// Colours of the map: a ramp for dates that colour-blind readers can follow, shades for provinces.

const RAMP = ["#f2d83b", "#5ec962", "#21918c", "#3b528b", "#440154"];
const SHADES = ["#f4f1ea", "#e3e6da", "#cfdcc9", "#b9d0b6", "#a0c3a1"];
export const GREY = "#8a8a8a";
export const paper = "rgba(255,255,255,.9)";

const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

// Between neighbours of the ramp, so that near days look alike; `share` from 0 to 1.
export const mix = (share) => {
  const at = Math.min(RAMP.length - 1.0001, Math.max(0, share * (RAMP.length - 1)));
  const [a, b] = [parts(RAMP[Math.floor(at)]), parts(RAMP[Math.floor(at) + 1])];
  return "rgb(" + a.map((value, i) => Math.round(value + (b[i] - value) * (at % 1))).join(",") + ")";
};

export const shade = (share) => SHADES[Math.ceil(share * (SHADES.length - 1))];
