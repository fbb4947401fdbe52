// The page of a district, on one A4 sheet, for its committee: what there is, whom it reaches, what the
// plan changes, which blocks are worst off.
import { h } from '../dom.js';
import { bandKey, barRow } from '../parts/bars.js';
import { drawDistrict } from './district_map.js';
import { sheetFoot } from './foot.js';
import { blockTable, centreTable } from './tables.js';

export function districtSheet(page, row) {
  const { run } = page;
  const title = page.words('sheetMap', { limit: run.limit, set: page.setName(run.last.name) });
  return h('article', { class: 'sheet' },
    h('p', { class: 'quiet' }, page.words('sheetKind', { title: run.summary.title })),
    h('h2', {}, h('bdi', {}, run.cell('districts', 'name', row))),
    h('p', { class: 'sheet-answer' }, answer(page, row)),
    h('div', { class: 'sheet-top' }, bands(page, row),
      h('div', { class: 'sheet-map' }, h('h3', {}, title), drawDistrict(page, row, title))),
    centreTable(page, row), blockTable(page, row), sheetFoot(page));
}

function answer(page, row) {
  const { run } = page;
  const cell = (name) => run.cell('districts', name, row);
  const total = cell('women');
  const counts = { total: page.count(total), limit: run.limit };
  const within = withinLimit(run, row, run.first.name);
  const told = { ...counts, within: page.count(within), share: page.share(within, total) };
  if (run.sets.length < 2) return page.rich('sheetAnswerAlone', { ...told, beyond: page.count(total - within) });
  const lost = cell('lost');
  const beyond = cell('still_beyond') + lost;
  return page.rich(lost > 0 ? 'sheetAnswerGivesAndTakes' : 'sheetAnswer', { ...told, lost: page.count(lost), more: page.count(cell('newly_covered')),
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
