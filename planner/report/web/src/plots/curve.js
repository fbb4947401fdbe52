// Women against minutes under each set: the curve on which the bands are points.
import { gridY, line, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { frame, setColour, showFigure } from './figure.js';

function points(page) {
  const { minutes, sets } = page.run.head.curve;
  return sets.flatMap((set) => minutes.map((at, i) => ({ minutes: at, women: set.rural_women[i], set: set.name })));
}

/** Names beside the curves, a third of the way: of the first set below, of the others above. */
function names(page, isWanted, place) {
  const { minutes } = page.run.head.curve;
  const third = minutes[Math.floor(minutes.length / 3)];
  return text(points(page).filter((point) => point.minutes === third && isWanted(point)), { ...place,
    x: 'minutes', y: 'women', text: (point) => page.setName(point.set), fill: (point) => setColour(page.run, point.set),
    fontWeight: 600, stroke: 'var(--paper)', strokeWidth: 4 });
}

export function showCurve(page, element) {
  const { run } = page;
  const largest = Math.max(...run.summary.headline.sets.map((set) => set.ledger.total.rural_women), 1);
  showFigure(page, element, {
    title: () => page.words('curveTitle'),
    note: () => page.words('curveNote'),
    summary: () => run.sets.map((set) => `${page.setName(set.name)}: ${set.within.map((entry) =>
      `${page.minutes(entry.minutes)} ${page.count(entry.rural_women)}`).join(', ')}`).join('. '),
    draw: (width) => plot({
      ...frame(width),
      x: { label: page.words('curveX'), labelAnchor: 'center', labelArrow: 'none' },
      y: { label: page.words('curveY'), labelArrow: 'none', domain: [0, largest], ticks: 5, tickFormat: (women) => page.about(women, 2) },
      marginLeft: 84,
      marks: [
        gridY({ ticks: 5, stroke: 'currentColor', strokeOpacity: 0.12 }),
        ruleX(run.first.within.map((entry) => entry.minutes), { stroke: 'currentColor', strokeOpacity: 0.35, strokeDasharray: '1,4' }),
        ruleY([0], { stroke: 'currentColor' }),
        line(points(page), { x: 'minutes', y: 'women', z: 'set', stroke: (point) => setColour(run, point.set), strokeWidth: 2.5 }),
        names(page, (point) => point.set !== run.first.name, { textAnchor: 'end', dx: -8, dy: -8 }),
        names(page, (point) => point.set === run.first.name, { textAnchor: 'start', dx: 8, dy: 12 }),
      ],
    }),
  });
}
