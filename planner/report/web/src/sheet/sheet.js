// Pages of districts, one on an A4 sheet each, for the committee of the district: what there is, whom
// it reaches, what the plan changes, which blocks are worst off.
import { h, show } from '../dom.js';
import { PROGRAM_LANGUAGE } from '../page.js';
import { bandKey, barRow } from '../parts/bars.js';
import { drawDistrict } from './district_map.js';
import { blockTable, centreTable } from './tables.js';

const DISTRICTS_META = 'meta[name="pahunch-district"]';

/** The rows of the districts that the page is to open with, which the program names; else null. */
export function firstSheet(run) {
  const wanted = document.querySelector(DISTRICTS_META)?.content;
  if (wanted === undefined || !run.has('districts')) return null;
  const ids = run.table('districts').column('id');
  const all = [...ids.keys()];
  return wanted === 'all' ? all : all.filter((row) => `id:${ids[row]}` === wanted);
}

export function showSheet(page, element) {
  page.state.watch(['sheet', 'language'], () => {
    const rows = page.state.get('sheet');
    element.hidden = rows === null;
    document.body.toggleAttribute('data-sheet', rows !== null);
    show(element, rows && [tools(page), rows.map((row) => sheet(page, row))]);
  });
  page.state.watch(['sheet'], () => {
    if (page.state.get('sheet')) window.scrollTo({ top: 0 });
  });
}

function tools(page) {
  return h('div', { class: 'sheet-tools' },
    h('button', { type: 'button', id: 'close-sheet', onclick: () => page.state.set({ sheet: null }) }, `← ${page.words('closeSheet')}`),
    h('button', { type: 'button', onclick: () => window.print() }, page.words('print')));
}

function sheet(page, row) {
  const { run } = page;
  const title = page.words('sheetMap', { limit: run.limit, set: page.setName(run.last.name) });
  return h('article', { class: 'sheet' },
    h('p', { class: 'quiet' }, page.words('sheetKind', { title: run.summary.title })),
    h('h2', {}, h('bdi', {}, run.cell('districts', 'name', row))),
    h('p', { class: 'sheet-answer' }, answer(page, row)),
    h('div', { class: 'sheet-top' }, bands(page, row),
      h('div', { class: 'sheet-map' }, h('h3', {}, title), drawDistrict(page, row, title))),
    centreTable(page, row), blockTable(page, row), foot(page));
}

function answer(page, row) {
  const { run } = page;
  const cell = (name) => run.cell('districts', name, row);
  const total = cell('women');
  const counts = { total: page.count(total), limit: run.limit };
  const within = withinLimit(run, row, run.first.name);
  const told = { ...counts, within: page.count(within), share: page.share(within, total) };
  if (run.sets.length < 2) return page.rich('sheetAnswerAlone', { ...told, beyond: page.count(total - within) });
  const beyond = cell('still_beyond') + cell('lost');
  return page.rich('sheetAnswer', { ...told, more: page.count(cell('newly_covered')),
    beyond: page.count(beyond), beyondShare: page.share(beyond, total) });
}

/** Women in each band of a district and, last, with no way: the columns of its table. */
function bandCounts(run, row, set) {
  const limits = ['0', ...run.first.within.map((entry) => String(entry.minutes))];
  const names = limits.map((limit, at) => (at + 1 < limits.length ? `${limit}_${limits[at + 1]}` : `over_${limit}`));
  const counts = names.map((name) => run.cell('districts', `women_${name}_${set}`, row));
  return [...counts, run.cell('districts', 'women', row) - counts.reduce((sum, women) => sum + women, 0)];
}

function withinLimit(run, row, set) {
  return bandCounts(run, row, set).slice(0, run.limitIndex + 1).reduce((sum, women) => sum + women, 0);
}

function bands(page, row) {
  const { run } = page;
  const bars = run.sets.map((set) => ({ set, counts: bandCounts(run, row, set.name) }));
  return h('div', {}, h('h3', {}, page.words('sheetBands')), bars.map((bar) => barRow(page, bar)), bandKey(page, bars.map((bar) => bar.counts)),
    h('p', { class: 'quiet' }, run.sets.map((set) => [page.words('sheetAcross', { set: page.setName(set.name),
      n: page.count(run.cell('districts', `across_border_${set.name}`, row)) }), ' '])));
}

function foot(page) {
  const { manifest, summary } = page.run;
  return h('footer', {}, summary.notice && h('p', PROGRAM_LANGUAGE, summary.notice),
    h('p', {}, page.words('sheetSource', { program: manifest.program, version: manifest.version, scenario: manifest.scenario,
      seed: manifest.seed, population: summary.population, basis: summary.basis })));
}
