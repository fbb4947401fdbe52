// The weekly review on the page: what to expect of each week of the year, and what was observed.
import { h, show } from '../dom.js';
import { segmented, setChoice } from '../parts/controls.js';
import { table } from '../parts/table.js';
import { showFigure } from '../plots/figure.js';
import { drawWeeks, weeksInWords } from './week_chart.js';
import { FIGURES, WHOLE, areasOf, expectedWeeks, figureText, meanText, observedWeeks, rangeText, spreadText } from './week_data.js';

const KEYS = ['language', 'set', 'weekArea', 'weekFigure'];

/** The weeks of the area that was chosen, or the whole where the set has no centre there; observed is today. */
function chosenWeeks(page) {
  const { run, state } = page;
  const set = state.get('set');
  const areas = areasOf(run, set);
  const { key: area, name } = areas.find(({ key }) => key === state.get('weekArea')) ?? areas.find(({ key }) => key === WHOLE);
  return { set, area, name, figure: state.get('weekFigure'), weeks: expectedWeeks(run, set, area), observed: set === run.first.name ? observedWeeks(run, area) : [] };
}

export function showWeeks(page, element) {
  element.hidden = !page.run.has('weeks');
  if (element.hidden) return;
  const head = h('div', {});
  const chart = h('figure', { id: 'week-chart' });
  const all = h('div', { id: 'week-table' });
  show(element, head, chart, all);
  page.state.watch(KEYS, () => {
    const focused = element.contains(document.activeElement) ? document.activeElement.id : null;
    show(head, heading(page));
    show(all, weekTable(page, chosenWeeks(page)));
    if (focused) document.getElementById(focused)?.focus();
  });
  showFigure(page, chart, {
    keys: KEYS,
    title: () => [h('bdi', {}, chosenWeeks(page).name), `: ${page.words(`week_${page.state.get('weekFigure')}`)}`],
    note: () => page.words('weekChartNote', { years: page.count(page.run.simulation.years) }),
    summary: () => inWords(page),
    draw: (width) => drawWeeks(page, { ...chosenWeeks(page), width }),
  });
}

function inWords(page) {
  const chosen = chosenWeeks(page);
  return weeksInWords(page, { ...chosen, text: (week) => spreadText(page, chosen.figure, week[chosen.figure]) });
}

function heading(page) {
  const { state } = page;
  return [h('h2', {}, page.words('weekTitle')),
    h('p', { class: 'quiet' }, page.words('weekNote', { set: page.setName(state.get('set')) })),
    h('div', { class: 'choices' }, areaChoice(page), setChoice(page, 'weeks-'), segmented(page.words('weekFigure'), FIGURES.map((figure) => ({
      id: `week-${figure}`, words: page.words(`week_${figure}_short`), pressed: figure === state.get('weekFigure'),
      choose: () => state.set({ weekFigure: figure }) }))),
    h('button', { type: 'button', id: 'open-weeks', onclick: () => state.set({ sheet: { weeks: null } }) }, page.words('weekOpenSheet')))];
}

function areaChoice(page) {
  const { area, set } = chosenWeeks(page);
  const areas = areasOf(page.run, set);
  const options = (level) => areas.filter((one) => one.level === level).map((one) =>
    h('option', { value: one.key, selected: one.key === area }, one.name));
  return h('label', { class: 'month week-area' }, h('span', {}, page.words('weekArea')),
    h('select', { id: 'week-area', onchange: (event) => page.state.set({ weekArea: event.target.value }) }, options('all'),
      h('optgroup', { label: page.words('weekDistricts') }, options('district')),
      h('optgroup', { label: page.words('weekCentres') }, options('centre'))));
}

/** All figures, a row a week; observed ones stand beside those that have any. */
export function weekTable(page, { weeks, observed }) {
  const seen = FIGURES.filter((figure) => observed.some((week) => week[figure] !== null));
  const title = (figure) => [page.words(`week_${figure}_short`), page.words('observed'), yearsOf(observed).length === 1 && yearsOf(observed)[0]];
  const titles = [page.words('week'), ...FIGURES.flatMap((figure) => [page.words(`week_${figure}_column`),
    ...(seen.includes(figure) ? [title(figure).filter(Boolean).join(', ')] : [])])];
  return table(page.words('weekTitle'), titles, weeks.map((week) => [weekName(page, week), ...FIGURES.flatMap((figure) => [
    expectedCell(page, figure, week), ...(seen.includes(figure) ? [observedCell(page, figure, observed, week)] : [])])]));
}

function weekName(page, { week, days }) {
  return days === 7 ? page.count(week) : [page.count(week), ' ', h('small', {}, page.words('weekDays', { n: days }))];
}

/** The mean, the band in small; of beds also their share. */
export function expectedCell(page, figure, week) {
  const spread = week[figure];
  if (spread.mean === null) return '–';
  const share = figure === 'beds' && week.share !== null ? ` · ${page.chance(week.share)}` : '';
  return [meanText(page, spread.mean), share, ' ', h('small', {}, rangeText(page, figure, spread))];
}

const yearsOf = (observed) => [...new Set(observed.map(({ period }) => period.slice(0, 4)))];

/** Of the week in each year that has it, the last year last; the period is said where there are several. */
export function observedCell(page, figure, observed, { week }) {
  const cells = observed.filter((one) => one.week === week && one[figure] !== null);
  const isOneYear = yearsOf(observed).length === 1;
  return cells.length === 0 ? '–' : cells.map((one, at) => [at > 0 && h('br'), h('strong', {}, figureText(page, figure, one[figure])),
    !isOneYear && [' ', h('small', {}, one.period)]]);
}
