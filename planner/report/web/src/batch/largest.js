// The largest changes against the base, up and down: the rows of a tornado plot.

const MOST = 20;

/** Of `{ one, value, … }` those to draw, the largest increase first; the chosen scenario is always among them. */
export function largestChanges(changes, chosen) {
  const moved = changes.filter(({ value }) => value !== 0).sort((a, b) => b.value - a.value);
  const up = moved.filter(({ value }) => value > 0);
  const down = moved.filter(({ value }) => value < 0);
  const n_up = Math.min(up.length, Math.max(MOST / 2, MOST - down.length));
  const kept = new Set([...up.slice(0, n_up), ...down.slice(Math.max(down.length - (MOST - n_up), 0))]);
  return moved.filter((change) => kept.has(change) || change.one === chosen);
}
