// Names on a canvas at the size of the screen: the most important first, each where it covers no other; those that find
// no room wait until the reader comes nearer.

const FACE = '"Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
const [GAP, HALO] = [3, 4];

const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

// Below, above, right and left of a mark of that radius.
const spots = (x, y, radius, width, height) =>
  [
    [x - width / 2, y + radius],
    [x - width / 2, y - radius - height],
    [x + radius, y - height / 2],
    [x - radius - width, y - height / 2],
  ].map(([left, top]) => ({ left, top, right: left + width, bottom: top + height }));

// `names`: {text, x, y, radius, size, always} in the units of the canvas, the most important first; `scale` is screen
// pixels a unit; `view` what can be seen. Marks are covered only where nothing else is left for a name that is always
// written.
export const writeNames = (context, names, scale, view) => {
  const taken = names.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  context.textBaseline = "top";
  context.textAlign = "left";
  context.lineJoin = "round";
  context.strokeStyle = "#fbfaf7";
  context.fillStyle = "#22262a";
  for (const { text, x, y, radius, size, always } of names) {
    const height = size / scale;
    context.font = `${height}px ${FACE}`;
    const places = spots(x, y, radius + GAP / scale, context.measureText(text).width, height * 1.15);
    const free = places.filter((p) => !taken.some((t) => meet(p, t)));
    const place = free.find((p) => p.left >= view.left && p.right <= view.right) || (always && (free[0] || places[0]));
    if (!place) continue;
    taken.push(place);
    context.lineWidth = HALO / scale;
    context.strokeText(text, place.left, place.top);
    context.fillText(text, place.left, place.top);
  }
};
