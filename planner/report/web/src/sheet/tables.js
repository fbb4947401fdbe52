// The centres and the blocks of a district as tables of its page.
import { h } from '../dom.js';
import { shareColumn } from '../map/views.js';
import { table } from '../parts/table.js';
import { blocksOf } from './district_map.js';

export function centreTable(page, district) {
  const { run } = page;
  const set = run.last.name;
  const name = run.cell('districts', 'name', district);
  const rows = run.table('centres').column('district').map((_, row) => row).filter((row) =>
    run.cell('centres', 'district', row) === name && run.cell('centres', `open_${set}`, row) === 1);
  const title = page.words('sheetCentres', { set: page.setName(set) });
  if (rows.length === 0) return [h('h3', {}, title), h('p', {}, page.words('sheetNoCentre'))];
  const isSimulated = run.has('simulated_centres');
  const titles = ['centreName', 'centreStatus', 'catchmentWomen', 'catchmentWithin', 'medianMinutes', ...(isSimulated ? ['cases', 'notHelped'] : [])];
  return [h('h3', {}, title), table(title, titles.map((key) => page.words(key, { limit: run.limit })), rows.map((row) => {
    const cell = (column) => run.cell('centres', `${column}_${set}`, row);
    const simulated = (column) => run.cell('simulated_centres', `${column}_${set}`, row);
    return [h('bdi', {}, run.cell('centres', 'name', row)), page.term('status', run.cell('centres', 'status', row)), page.count(cell('women_nearest')),
      page.count(cell('women_within')), page.minutes(cell('median_min')),
      ...(isSimulated ? [page.count(simulated('cases')), page.chance(simulated('p_not_helped'))] : [])];
  }))];
}

export function blockTable(page, district) {
  const { run } = page;
  const share = (block, set) => run.cell('blocks', shareColumn(run, set), block);
  const rows = blocksOf(run, district).sort((a, b) => share(a, run.last.name) - share(b, run.last.name) || a - b);
  const title = page.words('sheetBlocks', { limit: run.limit });
  if (rows.length === 0) return null;
  const columns = blockColumns(page, share);
  return [h('h3', {}, title), table(title, [page.words('block'), ...columns.map((column) => column.title)],
    rows.map((block) => [h('bdi', {}, run.cell('blocks', 'name', block)), ...columns.map((column) => column.cell(block))]))];
}

function blockColumns(page, share) {
  const { run } = page;
  const set = run.last.name;
  const percent = (number) => (number === null ? '–' : `${page.decimals(number, 1)}%`);
  const columns = [{ title: page.words('women'), cell: (block) => page.count(run.cell('blocks', 'women', block)) },
    ...run.sets.map((one) => ({ title: `${page.words('within', { limit: run.limit })}, ${page.setName(one.name)}`, cell: (block) => percent(share(block, one.name)) })),
    { title: page.words('medianMinutes'), cell: (block) => page.minutes(run.cell('blocks', `median_min_${set}`, block)) }];
  if (run.sets.length > 1) columns.push({ title: page.words('gained'), cell: (block) => page.count(run.cell('blocks', 'newly_covered', block)) });
  if (run.has('underserved_blocks')) columns.push(...simulatedColumns(page, set));
  return columns;
}

function simulatedColumns(page, set) {
  const cell = (name, block) => page.run.cell('underserved_blocks', `${name}_${set}`, block);
  const range = (block) => page.words('range90', { low: page.count(cell('not_served_low', block)), high: page.count(cell('not_served_high', block)) });
  return [
    { title: page.words('notServed'), cell: (block) => [page.count(cell('not_served', block)), ' ', h('small', {}, range(block))] },
    { title: page.words('heldBy'), cell: (block) => page.term('held', cell('held_by', block)) }];
}
