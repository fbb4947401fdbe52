// The weekly review of the corporation on A4: the year as charts and as a table, or one week of it
// district by district. Of the first set, the centres that are there.
import { h } from '../dom.js';
import { table } from '../parts/table.js';
import { drawWeeks, weeksInWords } from '../weeks/week_chart.js';
import { FIGURES, WHOLE, areasOf, expectedWeeks, observedWeeks, spreadText } from '../weeks/week_data.js';
import { expectedCell, observedCell, weekTable } from '../weeks/weeks.js';
import { sheetFoot } from './foot.js';

const CHART = { width: 460, height: 290 };

/** `week`: a number, or null for the year. */
export function weekSheets(page, week) {
  return week === null ? [yearOfCharts(page), yearAsTable(page)] : oneWeek(page, week);
}

function article(page, title, ...content) {
  return h('article', { class: 'sheet' },
    h('p', { class: 'quiet' }, page.words('weekSheetKind', { title: page.run.summary.title })),
    h('h2', {}, title), h('p', { class: 'quiet' }, page.words('weekSheetNote', { set: page.setName(page.run.first.name),
      n: page.count(page.run.first.centres), years: page.count(page.run.simulation.years) })),
    content, sheetFoot(page));
}

function wholeYear(page) {
  return { weeks: expectedWeeks(page.run, page.run.first.name, WHOLE), observed: observedWeeks(page.run, WHOLE) };
}

function yearOfCharts(page) {
  return article(page, page.words('weekTitle'), h('div', { class: 'week-charts' }, FIGURES.map((figure) => {
    const year = { ...wholeYear(page), figure };
    const label = weeksInWords(page, { ...year, text: (week) => spreadText(page, figure, week[figure]) });
    const chart = drawWeeks(page, { ...year, ...CHART });
    chart.setAttribute('aria-hidden', 'true');
    return h('figure', {}, h('h3', {}, page.words(`week_${figure}`)), h('div', { class: 'chart', role: 'img', 'aria-label': label }, chart));
  })));
}

function yearAsTable(page) {
  return article(page, page.words('weekTableTitle'), weekTable(page, wholeYear(page)));
}

/** Everything, then each district that has a centre. */
function oneWeek(page, number) {
  const { run } = page;
  const areas = areasOf(run, run.first.name).filter(({ level }) => level !== 'centre');
  const rows = areas.map(({ key, name }) => ({ name, observed: observedWeeks(run, key),
    week: expectedWeeks(run, run.first.name, key).find((one) => one.week === number) }));
  const titles = [page.words('district'), ...FIGURES.map((figure) => page.words(`week_${figure}_column`))];
  return article(page, page.words('weekNumber', { n: number }),
    table(page.words('weekNumber', { n: number }), titles, rows.map(({ name, week, observed }) => [h('bdi', {}, name), ...FIGURES.map((figure) => [
      expectedCell(page, figure, week), seenIn(observed, figure, number) && [h('br'), page.words('observed'), ': ', observedCell(page, figure, observed, week)]])])));
}

function seenIn(observed, figure, number) {
  return observed.some((one) => one.week === number && one[figure] !== null);
}
