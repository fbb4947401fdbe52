// Foretold against observed: an interval with its middle, and a point, a row each, in groups.
import { dot, gridX, plot, ruleY, text, tickX } from '@observablehq/plot';
import { frame } from './figure.js';

const ROW = 20;
const LETTER = 7;

/** Words in lines of at most so many letters, or of one word. */
export function wrap(words, most) {
  const lines = [];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The rows with lines of its own, of so many letters, for the name of each group before them. */
function linesOf(rows, letters) {
  const headsOf = (row, at) => (at > 0 && rows[at - 1].group === row.group ? [] : wrap(row.group, letters).map((head) => ({ head })));
  return rows.flatMap((row, at) => [...headsOf(row, at), row]).map((line, at) => ({ ...line, line: at }));
}

/** `rows`: `{ group, name, low, middle, high, observed }`; without an interval `low` and `high` are null. */
export function drawIntervals(page, { rows, width, x }) {
  const marginLeft = 16 + LETTER * Math.max(...rows.map((row) => row.name.length));
  const lines = linesOf(rows, Math.floor((width - marginLeft) / LETTER));
  const [heads, shown] = [lines.filter((line) => line.head), lines.filter((line) => !line.head)];
  return plot({
    ...frame(width, lines.length * ROW + 64),
    marginLeft,
    x: { labelAnchor: 'center', labelArrow: 'none', ticks: 5, zero: true, nice: true, ...x },
    y: { label: null, type: 'band', domain: lines.map((line) => line.line), tickSize: 0, tickFormat: (at) => lines[at].name ?? '' },
    marks: [
      gridX({ ticks: 5, stroke: 'currentColor', strokeOpacity: 0.12 }),
      ruleY(shown.filter((row) => row.low !== null), { y: 'line', x1: 'low', x2: 'high', stroke: 'var(--new)', strokeWidth: 8, strokeOpacity: 0.35 }),
      tickX(shown, { y: 'line', x: 'middle', stroke: 'var(--new)', strokeWidth: 2.5, insetTop: 2, insetBottom: 2 }),
      dot(shown, { y: 'line', x: 'observed', r: 4, fill: 'var(--paper)', stroke: 'currentColor', strokeWidth: 1.8 }),
      text(heads, { y: 'line', text: 'head', frameAnchor: 'left', textAnchor: 'start', fontWeight: 600, dy: 2, stroke: 'var(--paper)', strokeWidth: 4, fill: 'currentColor' }),
    ],
  });
}

/** The same in words, for those who cannot see it. */
export function intervalsInWords(page, rows, say) {
  return rows.map(({ group, name, low, middle, high, observed }) => `${group}, ${name}: ${page.words(low === null ? 'checkSaidAlone' : 'checkSaid', {
    low: low === null ? '' : say(low), high: high === null ? '' : say(high), middle: say(middle), observed: say(observed) })}`).join('; ');
}
