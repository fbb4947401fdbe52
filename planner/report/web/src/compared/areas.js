// Districts and blocks with the largest change within the headline's limit, each a way to its place
// on the map.
import { h, show } from '../dom.js';
import { table } from '../parts/table.js';
import { wayToMap } from '../parts/way_to_map.js';

const MOST = 12;
const COLUMNS = ['before', 'after', 'gained', 'lost'];

/** Rows of a table of areas where anybody gains or loses, the largest change first. */
function changedRows(run, name) {
  if (!run.has(name)) return [];
  const columns = ['gained', 'lost'].map((column) => run.table(name).column(`rural_${run.limit}_${column}`));
  const changes = columns[0].map((gained, row) => gained + columns[1][row]);
  return [...changes.keys()].filter((row) => changes[row] > 0).sort((a, b) => changes[b] - changes[a] || a - b);
}

export function showChangedAreas(page, element) {
  const levels = [['district', changedRows(page.run, 'districts')], ['block', changedRows(page.run, 'blocks')]].filter(([, rows]) => rows.length > 0);
  element.hidden = levels.length === 0;
  page.state.watch(['language'], () => {
    show(element, h('h2', {}, page.words('areasTitle', { limit: page.run.limit })),
      h('p', { class: 'quiet' }, page.words('areasNote')), levels.map(([kind, rows]) => areaTable(page, kind, rows)));
  });
}

function areaTable(page, kind, rows) {
  const { run } = page;
  const name = `${kind}s`;
  const cell = (column, row) => page.count(run.cell(name, `rural_${run.limit}_${column}`, row));
  const title = page.words(`areas_${kind}`, { n: page.count(Math.min(rows.length, MOST)), all: page.count(rows.length) });
  return [h('h3', {}, title), table(title, [page.words(kind), ...COLUMNS.map((column) => page.words(`limits_rural_women_${column}`))],
    rows.slice(0, MOST).map((row) => [
      [wayToMap(page, { kind, row }, run.cell(name, 'name', row)), kind === 'block' && [' ', h('small', {}, h('bdi', {}, run.cell(name, 'district', row)))]],
      ...COLUMNS.map((column) => cell(column, row))]))];
}
