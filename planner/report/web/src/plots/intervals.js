// Foretold against observed: an interval with its middle, and a point, a row each.
import { dot, gridX, plot, ruleY, text, tickX } from '@observablehq/plot';
import { frame } from './figure.js';

const ROW = 22;
const GROUP = 26;

/** `rows`: `{ group, name, low, middle, high, observed }`; without an interval `low` and `high` are null. */
export function drawIntervals(page, { rows, width, x }) {
  const groups = [...new Set(rows.map((row) => row.group))];
  const names = rows.map((row) => row.name);
  const ranged = rows.filter((row) => row.low !== null);
  return plot({
    ...frame(width, rows.length * ROW + groups.length * GROUP + 60),
    marginLeft: 12 + 7 * Math.max(...names.map((name) => name.length)),
    marginTop: 24,
    x: { labelAnchor: 'center', labelArrow: 'none', ticks: 5, zero: true, nice: true, ...x },
    y: { label: null, domain: [...new Set(names)], tickSize: 0 },
    fy: { label: null, domain: groups, axis: null },
    marks: [
      gridX({ ticks: 5, stroke: 'currentColor', strokeOpacity: 0.12 }),
      ruleY(ranged, { y: 'name', fy: 'group', x1: 'low', x2: 'high', stroke: 'var(--new)', strokeWidth: 7, strokeOpacity: 0.35 }),
      tickX(rows, { y: 'name', fy: 'group', x: 'middle', stroke: 'var(--new)', strokeWidth: 2.5, insetTop: 3, insetBottom: 3 }),
      dot(rows, { y: 'name', fy: 'group', x: 'observed', r: 4, fill: 'var(--paper)', stroke: 'currentColor', strokeWidth: 1.8 }),
      text(groups, { fy: (group) => group, text: (group) => group, frameAnchor: 'top-left', dy: -16, textAnchor: 'start', fontWeight: 600 }),
    ],
  });
}

/** The same in words, for those who cannot see it. */
export function intervalsInWords(page, rows, text) {
  return rows.map((row) => `${row.group}, ${row.name}: ${page.words(row.low === null ? 'checkSaidAlone' : 'checkSaid', {
    low: row.low === null ? '' : text(row.low), high: row.high === null ? '' : text(row.high), middle: text(row.middle), observed: text(row.observed) })}`).join('; ');
}
