// Parallel coordinates: a line a scenario through the parameters that vary and the main figures. Axes lie one below
// the other, so that their names and values stay readable on a phone too.
import { line, plot, ruleY, text } from '@observablehq/plot';
import { axesOf, placeOn } from '../batch/axes.js';
import { choices, FILTERS, passing } from '../batch/choose.js';
import { limitWords } from '../batch/change_words.js';
import { isolated } from '../batch/parameter.js';
import { frame, showFigure } from './figure.js';

const ROW = 66;
const LETTER = 7;
const WIDEST = 1110;
// Lines at most; of more, every second, third, … one is drawn.
const MOST_PASSING = 800;
const MOST_OTHERS = 300;
const MOST_NAMED = 12; // steps of an axis that are named

export function showParallel(page, element) {
  const { run, state } = page;
  const axes = axesOf(run);
  const done = run.scenarios.filter((one) => one.figures);
  element.hidden = axes.length < 2;
  if (element.hidden) return;
  const shown = () => new Set(passing(done, choices(state)));
  showFigure(page, element, {
    title: () => page.words('parallelTitle'),
    note: () => page.words('parallelNote', { n: page.count(thin([...shown()], MOST_PASSING).length), all: page.count(shown().size) }),
    summary: () => page.words('parallelSummary', { axes: axes.map((axis) => axisName(page, axis)).join(', '), n: page.count(shown().size) }),
    draw: (width) => drawParallel(page, { axes, done, shown: shown(), width }),
    keys: ['language', 'scenario', ...FILTERS],
    widest: WIDEST,
  });
}

/** At most so many, evenly. */
export function thin(all, most) {
  const step = Math.ceil(all.length / most);
  return step <= 1 ? all : all.filter((_, at) => at % step === 0);
}

function axisName(page, { key, name }) {
  return name === null ? page.words(`column_${key}`, { limit: limitWords(page) }) : isolated(name);
}

function drawParallel(page, { axes, done, shown, width }) {
  const chosen = page.state.get('scenario');
  const pointsOf = (scenarios) => scenarios.flatMap((one, z) => axes.map((axis, y) => ({ z, y, x: placeOn(axis, one) })));
  const lines = (scenarios, style) => line(pointsOf(scenarios), { x: 'x', y: 'y', z: 'z', strokeLinejoin: 'round', ...style });
  const marked = pointsOf(chosen?.figures ? [chosen] : []);
  const kept = thin([...shown], MOST_PASSING);
  return plot({
    ...frame(width, axes.length * ROW + 16),
    marginTop: 34, marginBottom: 30, marginLeft: 8, marginRight: 8,
    x: { axis: null, domain: [0, 1] },
    y: { axis: null, domain: [axes.length - 1, 0] },
    marks: [
      ruleY([...axes.keys()], { stroke: 'currentColor', strokeOpacity: 0.5 }),
      lines(thin(done.filter((one) => !shown.has(one)), MOST_OTHERS), { stroke: 'var(--quiet)', strokeOpacity: 0.18 }),
      lines(kept, { stroke: 'var(--new)', strokeOpacity: opacityOf(kept.length), strokeWidth: 1.5 }),
      line(marked, { x: 'x', y: 'y', stroke: 'var(--paper)', strokeWidth: 6 }),
      line(marked, { x: 'x', y: 'y', stroke: 'currentColor', strokeWidth: 3, marker: 'dot' }),
      axes.map((axis, y) => text([{ y }], { y: 'y', text: () => axisName(page, axis), frameAnchor: 'left', textAnchor: 'start', dy: -15,
        fontWeight: 600, fill: 'currentColor', stroke: 'var(--paper)', strokeWidth: 4 })),
      ['start', 'middle', 'end'].map((anchor) => text(labelsOf(page, axes, width).filter((label) => label.anchor === anchor), { x: 'x', y: 'y', text: 'text',
        textAnchor: anchor, dy: 13, fill: 'currentColor', stroke: 'var(--paper)', strokeWidth: 4 })),
    ],
  });
}

/** Few lines are drawn strongly, many so that dense places show. */
function opacityOf(count) {
  return Math.min(0.9, Math.max(0.1, 3 / Math.sqrt(Math.max(count, 1))));
}

const FORMS = {
  signed: (page, number) => page.signed(number),
  minutes: (page, number) => page.minutes(number),
  about: (page, number) => page.about(number),
  plain: (_, number) => String(Number(number.toPrecision(4))),
};

/** What stands below each axis: its ends and middle, or its steps. */
function labelsOf(page, axes, width) {
  return axes.flatMap((axis, y) => {
    if (!axis.steps) {
      return [0, 0.5, 1].map((x) => ({ x, y, anchor: anchorOf(x), text: FORMS[axis.form](page, axis.low + x * (axis.high - axis.low)) }));
    }
    if (axis.steps.length > MOST_NAMED) return [{ x: 0, y, anchor: 'start', text: page.words('manySteps', { n: page.count(axis.steps.length) }) }];
    const letters = Math.max(Math.floor(width / axis.steps.length / LETTER), 4);
    return axis.steps.map((step, at) => {
      const x = at / (axis.steps.length - 1);
      return { x, y, anchor: anchorOf(x), text: step === null ? page.words('asBase') : isolated(step, letters) };
    });
  });
}

function anchorOf(x) {
  if (x === 0) return 'start';
  return x === 1 ? 'end' : 'middle';
}
