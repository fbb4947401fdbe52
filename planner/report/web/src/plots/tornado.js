// The largest changes against the base, a bar a scenario: of rural women within the limit, and of the underserved
// with their intervals.
import { barX, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { rangeOf } from '../batch/columns.js';
import { largestChanges } from '../batch/largest.js';
import { limitWords } from '../batch/change_words.js';
import { isolated } from '../batch/parameter.js';
import { h } from '../dom.js';
import { table } from '../parts/table.js';
import { frame, showFigure } from './figure.js';

const ROW = 24;
const TALL_ROW = 38; // with the name above its bar, where the screen is narrow
const NARROW = 480;
const LETTER = 7;
const FIGURE = 82; // pixels beside a bar for its figure
const MARGIN = 8;
const BETTER = 'var(--better)';
const WORSE = 'var(--worse)';

/** `{ one, value, low, high }` of a scenario, without an interval where nothing is simulated; null where it has none. */
function reachOf(one) {
  const value = one.figures.within_limit_less_base.rural_women;
  return { one, value, low: value, high: value };
}

function underservedOf(one) {
  const spread = one.figures.simulation?.underserved.less_base;
  return spread ? { one, value: spread.mean, low: spread.low, high: spread.high } : null;
}

export function showReachTornado(page, element) {
  element.classList.toggle('wide', !page.run.isSimulated);
  showTornado(page, element, { key: 'tornado', changeOf: reachOf, better: 1, hasInterval: false });
}

export function showUnderservedTornado(page, element) {
  showTornado(page, element, { key: 'tornadoUnderserved', changeOf: underservedOf, better: -1, hasInterval: true });
}

/** `better`: the sign of a change for the better. */
function showTornado(page, element, { key, changeOf, better, hasInterval }) {
  const { run, state } = page;
  const changes = run.ranked.map(changeOf).filter(Boolean);
  const rows = () => largestChanges(changes, state.get('scenario'));
  element.hidden = rows().length === 0;
  if (element.hidden) return;
  const title = () => page.words(`${key}Title`, { limit: limitWords(page) });
  const say = page.signed.bind(page);
  showFigure(page, element, {
    title,
    note: () => page.words(`${key}Note`, { n: page.count(rows().length), all: page.count(changes.length) }),
    summary: () => rows().map(({ one, value }) => `${one.name} ${say(value)}`).join(', '),
    data: () => h('details', {}, h('summary', {}, page.words('chartData')), table(title(),
      [page.words('scenarioName'), page.words('difference'), ...(hasInterval ? [page.words('interval')] : [])],
      rows().map((row) => [h('bdi', {}, row.one.name), say(row.value), ...(hasInterval ? [rangeOf(page, row, say)] : [])]))),
    draw: (width) => drawTornado(page, rows(), { width, better, hasInterval, label: page.words(`${key}X`) }),
    keys: ['language', 'scenario'],
  });
}

/** From the lowest to the highest end of bars and intervals, and nothing. */
function endsOf(rows) {
  return [Math.min(0, ...rows.map((row) => Math.min(row.low, row.value))), Math.max(0, ...rows.map((row) => Math.max(row.high, row.value)))];
}

/** The same on so many pixels with room for figures at both ends. */
function domainOf([low, high], pixels) {
  const room = (FIGURE * (high - low)) / (pixels - FIGURE * ((low < 0) + (high > 0)));
  return [low < 0 ? low - room : 0, high > 0 ? high + room : 0];
}

/** Nothing, and the same round number on both sides. */
function ticksOf([low, high]) {
  const most = Math.max(-low, high);
  const power = 10 ** Math.floor(Math.log10(most));
  const round = power * [5, 2, 1].find((factor) => factor * power <= most);
  return [-round, 0, round].filter((number) => number >= low && number <= high);
}

function drawTornado(page, rows, { width, better, hasInterval, label }) {
  const isNarrow = width < NARROW;
  const marginLeft = isNarrow ? MARGIN : Math.min(190, Math.round(width * 0.32));
  const letters = Math.floor((isNarrow ? width : marginLeft) / LETTER) - 1;
  const top = isNarrow ? TALL_ROW - ROW : 0;
  const lines = rows.map((row, at) => ({ ...row, at, isChosen: row.one === page.state.get('scenario') }));
  const sides = [lines.filter((row) => row.value > 0), lines.filter((row) => row.value < 0)];
  const figure = { y: 'at', dy: top / 2, text: (row) => page.signed(row.value) };
  const names = (isChosen) => text(lines.filter((row) => row.isChosen === isChosen), { y: 'at', text: (row) => isolated(row.one.name, letters),
    frameAnchor: 'left', textAnchor: isNarrow ? 'start' : 'end', dx: isNarrow ? 0 : -8, dy: isNarrow ? -ROW / 2 : 0, fill: 'currentColor', fontWeight: isChosen ? 700 : 400 });
  const ends = endsOf(lines);
  return plot({
    ...frame(width, lines.length * (ROW + top) + 60),
    marginLeft, marginRight: MARGIN,
    x: { label, labelAnchor: 'center', labelArrow: 'none', domain: domainOf(ends, width - marginLeft - MARGIN), ticks: ticksOf(ends), tickFormat: (number) => signedAbout(page, number) },
    y: { axis: null, type: 'band', domain: lines.map((row) => row.at) },
    marks: [
      barX(lines, { x: 'value', y: 'at', fill: (row) => (row.value * better > 0 ? BETTER : WORSE), insetTop: 4 + top, insetBottom: 4 }),
      barX(lines.filter((row) => row.isChosen), { x: 'value', y: 'at', fill: 'none', stroke: 'currentColor', strokeWidth: 2.5, insetTop: 3 + top, insetBottom: 3 }),
      hasInterval ? ruleY(lines, { y: 'at', x1: 'low', x2: 'high', dy: top / 2, stroke: 'currentColor', strokeWidth: 1.8 }) : null,
      text(sides[0], { ...figure, x: (row) => Math.max(row.high, row.value), textAnchor: 'start', dx: 5 }),
      text(sides[1], { ...figure, x: (row) => Math.min(row.low, row.value), textAnchor: 'end', dx: -5 }),
      names(false), names(true),
      ruleX([0], { stroke: 'currentColor' }),
    ],
  });
}

function signedAbout(page, number) {
  if (number === 0) return '0';
  return `${number > 0 ? '+' : '\u2212'}${page.about(Math.abs(number), 2)}`;
}
