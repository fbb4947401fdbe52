// Floods of each year foretold from the other years, against what was seen.
import { showFigure } from './figure.js';
import { drawIntervals, intervalsInWords } from './intervals.js';

function rowsOf(page) {
  const left = page.run.simulation?.checks?.floods?.left_out ?? [];
  const sorted = [...new Set(left.map((row) => row.statistic))].flatMap((statistic) => left.filter((row) => row.statistic === statistic));
  return sorted.map((row) => ({ group: page.term('flood_share', row.statistic), name: String(row.year),
    low: row.model.low, middle: row.model.median, high: row.model.high, observed: row.observed }));
}

export function showBacktest(page, element) {
  element.hidden = rowsOf(page).length === 0;
  if (element.hidden) return;
  showFigure(page, element, {
    title: () => page.words('backtestTitle'),
    note: () => page.words('backtestNote', { n: page.count(page.run.simulation.checks.floods.years_drawn) }),
    summary: () => intervalsInWords(page, rowsOf(page), (share) => page.chance(share)),
    draw: (width) => drawIntervals(page, { rows: rowsOf(page), width,
      x: { label: page.words('backtestX'), tickFormat: (share) => page.chance(share) } }),
  });
}
