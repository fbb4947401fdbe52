// The model held against the record: the last year's cases foretold from those before, and the
// counts of cases disposed under each way to read them.
import { showFigure } from './figure.js';
import { drawIntervals, intervalsInWords } from './intervals.js';

function rowsOf(page) {
  const checks = page.run.simulation?.checks;
  if (!checks) return [];
  const { last_year: last } = checks;
  const registered = last.observed === undefined ? [] : [{ group: page.words('checkRegistered'), name: last.year,
    low: last.low, middle: last.median, high: last.high, observed: last.observed }];
  const disposed = checks.disposals.flatMap((reading) => (reading.years ?? []).map((year) => ({
    group: page.words('checkDisposed', { reading: page.term('reading', reading.read_as) }), name: year.year,
    low: null, middle: year.expected, high: null, observed: year.observed })));
  return [...registered, ...disposed];
}

export function showCalibration(page, element) {
  element.hidden = rowsOf(page).length === 0;
  if (element.hidden) return;
  showFigure(page, element, {
    title: () => page.words('checkTitle'),
    note: () => page.words('checkNote'),
    summary: () => intervalsInWords(page, rowsOf(page), (number) => page.count(number)),
    draw: (width) => drawIntervals(page, { rows: rowsOf(page), width,
      x: { label: page.words('checkX'), tickFormat: (number) => page.count(number) } }),
  });
}
