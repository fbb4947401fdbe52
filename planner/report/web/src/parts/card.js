// The figures of what is selected: a settlement, a block, a district, a centre.
import { h, show } from '../dom.js';
import { comparedArea, comparedCentre, comparedSettlement } from '../compared/compared_figures.js';
import { shareColumn } from '../map/views.js';
import { bySet, people, tripFigures } from './figures.js';

const FIGURES = { settlement: settlementFigures, block: blockFigures, district: areaFigures, centre: centreFigures };
const COMPARED_FIGURES = { settlement: comparedSettlement, block: comparedArea, district: comparedArea, centre: comparedCentre };

export function showCard(page, element) {
  page.state.watch(['language', 'selected', 'catchment'], () => {
    const selected = page.state.get('selected');
    element.classList.toggle('empty', !selected);
    show(element, selected ? card(page, selected) : h('p', { class: 'quiet' }, page.words('cardEmpty')));
  });
}

function card(page, { kind, row }) {
  const table = `${kind}s`;
  const figures = (page.run.kind === 'compared' ? COMPARED_FIGURES : FIGURES)[kind](page, row, table).filter(Boolean);
  return [
    h('div', { class: 'card-head' },
      h('h3', {}, h('bdi', {}, page.run.cell(table, 'name', row) || '–')),
      h('button', { type: 'button', class: 'plain', 'aria-label': page.words('close'), onclick: () => page.select(null) }, '×')),
    h('p', { class: 'quiet' }, placeOf(page, kind, row).filter(Boolean).map((part, at) => [at > 0 && ' · ', h('bdi', {}, part)])),
    figureTable(page, figures),
    kind === 'centre' && catchmentButton(page, row),
    kind === 'district' && page.run.kind !== 'compared' && h('button', { type: 'button', id: 'open-sheet', onclick: () => page.state.set({ sheet: { districts: [row] } }) }, page.words('openSheet')),
  ];
}

function placeOf(page, kind, row) {
  const { run } = page;
  const word = page.words(`kind${kind[0].toUpperCase()}${kind.slice(1)}`);
  const block = kind === 'settlement' ? run.settlementBlock[row] : row;
  if (kind === 'district') return [word];
  if (kind === 'centre') return [word, run.cell('centres', 'district', row)];
  const district = kind === 'settlement' ? run.settlementDistrict[row] : run.blockDistrict[row];
  return [word, kind === 'settlement' && run.cell('blocks', 'name', block), run.cell('districts', 'name', district)];
}

/** Figures: {name, value} for all sets at once, or {name, values} by set. */
function figureTable(page, figures) {
  const { sets } = page.run;
  return h('table', { class: 'figures' },
    sets.length > 1 && h('thead', {}, h('tr', {}, h('td', {}), sets.map((set) => h('th', { scope: 'col' }, page.setName(set.name))))),
    h('tbody', {}, figures.map((figure) => h('tr', {}, h('th', { scope: 'row' }, figure.name),
      figure.values ? figure.values.map((value) => h('td', {}, value)) : h('td', { colspan: sets.length, class: 'whole' }, figure.value)))));
}

function settlementFigures(page, row) {
  const { run } = page;
  const cell = (name) => run.cell('underserved', name, row);
  const served = (set) => [page.chance(cell(`p_served_${set}`)), h('br'),
    h('small', {}, page.words('range90', { low: page.chance(cell(`p_low_${set}`)), high: page.chance(cell(`p_high_${set}`)) }))];
  return [
    ...tripFigures(page, row),
    run.has('underserved') && bySet(page, 'served', served),
    run.has('underserved') && bySet(page, 'verdict', (set) => page.term('verdict', cell(`verdict_${set}`))),
  ];
}

function areaFigures(page, row, table) {
  const { run } = page;
  const cell = (name) => run.cell(table, name, row);
  const percent = (number) => (number === null ? '–' : `${page.decimals(number, 1)}%`);
  return [
    ...people(page, table, row),
    bySet(page, 'withinShare', (set) => percent(cell(shareColumn(run, set)))),
    bySet(page, 'medianMinutes', (set) => page.minutes(cell(`median_min_${set}`))),
    run.sets.length > 1 && { name: page.words('newly', { limit: run.limit }), value: page.count(cell('newly_covered')) },
    run.sets.length > 1 && { name: page.words('still', { limit: run.limit }), value: page.count(cell('still_beyond')) },
  ];
}

function blockFigures(page, row, table) {
  const { run } = page;
  const cell = (name) => run.cell('underserved_blocks', name, row);
  const notServed = (set) => [page.count(cell(`not_served_${set}`)), h('br'),
    h('small', {}, page.words('range90', { low: page.count(cell(`not_served_low_${set}`)), high: page.count(cell(`not_served_high_${set}`)) }))];
  return [
    ...areaFigures(page, row, table),
    run.has('underserved_blocks') && bySet(page, 'notServed', notServed),
    run.has('underserved_blocks') && bySet(page, 'heldBy', (set) => page.term('held', cell(`held_by_${set}`))),
  ];
}

/** The centre's own page: who comes, what load, what waits. */
function centreFigures(page, row) {
  const { run } = page;
  const cell = (name) => run.cell('centres', name, row);
  const simulated = (name) => run.cell('simulated_centres', name, row);
  const ifOpen = (set, value) => (cell(`open_${set}`) === 1 ? value : page.words('notOpen'));
  const counted = (key, column) => bySet(page, key, (set) => ifOpen(set, page.count(cell(`${column}_${set}`))));
  const chances = (key, column) => run.has('simulated_centres')
    && bySet(page, key, (set) => ifOpen(set, page.chance(simulated(`${column}_${set}`))));
  return [
    { name: page.words('centreStatus'), value: page.term('status', cell('status')) },
    { name: page.words('provenance'), value: h('bdi', { lang: 'en' }, [cell('provenance'), cell('note')].filter(Boolean).join('; ') || '–') },
    counted('catchmentWomen', 'women_nearest'),
    counted('catchmentWithin', 'women_within'),
    counted('catchmentPlaces', 'settlements'),
    bySet(page, 'medianMinutes', (set) => ifOpen(set, page.minutes(cell(`median_min_${set}`)))),
    counted('marginal', 'marginal'),
    run.has('simulated_centres') && bySet(page, 'cases', (set) => ifOpen(set, page.count(simulated(`cases_${set}`)))),
    chances('notHelped', 'p_not_helped'),
    chances('turnedAway', 'turned_away'),
    chances('helpedLate', 'helped_late'),
  ];
}

function catchmentButton(page, row) {
  const { run, state } = page;
  const id = run.cell('centres', 'id', row);
  if (run.cell('centres', `open_${state.get('set')}`, row) !== 1) return null;
  const isShown = state.get('catchment') === id;
  const show = () => state.set({ catchment: isShown ? null : id, view: page.view.table === 'settlements' ? page.view.id : 'Minutes', hidden: [] });
  return h('button', { type: 'button', id: 'catchment', 'aria-pressed': String(isShown), onclick: show },
    page.words(isShown ? 'hideCatchment' : 'showCatchment'));
}
