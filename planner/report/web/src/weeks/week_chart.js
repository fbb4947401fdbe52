// A figure week by week: the mean of the simulated years, the band of nine in ten, the observed.
import { areaY, dot, gridY, line, plot, ruleY } from '@observablehq/plot';
import { frame } from '../plots/figure.js';
import { wholeWeeks } from './week_data.js';

export function drawWeeks(page, { weeks, observed, figure, width, height = 260 }) {
  const whole = wholeWeeks(weeks).map((week) => ({ week: week.week, ...week[figure] })).filter((week) => week.mean !== null);
  const seen = observed.filter((week) => week[figure] !== null);
  return plot({
    ...frame(width, height),
    x: { label: page.words('weekOfYear'), labelAnchor: 'center', labelArrow: 'none', domain: [1, 53], ticks: [1, 10, 20, 30, 40, 52], tickFormat: String },
    y: { label: page.words(`week_${figure}_unit`), labelArrow: 'none', zero: true, nice: true, ticks: 5, tickFormat: (value) => page.decimals(value, value < 10 && value % 1 ? 1 : 0) },
    marks: [
      gridY({ ticks: 5, stroke: 'currentColor', strokeOpacity: 0.12 }),
      ruleY([0], { stroke: 'currentColor' }),
      areaY(whole, { x: 'week', y1: 'low', y2: 'high', fill: 'var(--new)', fillOpacity: 0.22 }),
      line(whole, { x: 'week', y: 'mean', stroke: 'var(--new)', strokeWidth: 2.5 }),
      dot(seen, { x: 'week', y: figure, r: 3.5, fill: 'var(--paper)', stroke: 'currentColor', strokeWidth: 1.8 }),
    ],
  });
}

/** The chart in words: some weeks of it, the observed all. */
export function weeksInWords(page, { weeks, observed, figure, text }) {
  const some = wholeWeeks(weeks).filter((week) => week.week % 13 === 1 || week.week === 52);
  const said = some.map((week) => `${page.words('weekNumber', { n: week.week })}: ${text(week)}`);
  const seen = observed.filter((week) => week[figure] !== null).map((week) => `${week.period}: ${week[figure]}`);
  return [said.join('; '), seen.length > 0 && `${page.words('observed')}: ${seen.join('; ')}`].filter(Boolean).join('. ');
}
