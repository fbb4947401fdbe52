// The weekly figures of an area under a set of centres, and what was observed there.

export const FIGURES = ['cases', 'disposed', 'open', 'beds', 'wait', 'follow_ups'];
// The rest are counted: a single year has a whole number of them.
const MEASURED = ['beds', 'wait'];
// The last "week" is what is left of the year, a day or two.
const WHOLE_WEEK = 7;

export const areaKey = (level, id) => `${level}:${id ?? ''}`;
export const WHOLE = areaKey('all', '');

/** Rows by set and area, and the observed ones by area; found once. */
function indexOf(run) {
  if (run.weekIndex) return run.weekIndex;
  const list = (table, keyOf) => {
    const rows = new Map();
    for (let row = 0; row < (table?.rows ?? 0); row += 1) {
      const key = keyOf(table, row);
      if (!rows.has(key)) rows.set(key, []);
      rows.get(key).push(row);
    }
    return rows;
  };
  const area = (table, row) => areaKey(table.cell('level', row), table.cell('id', row));
  run.weekIndex = {
    expected: list(run.table('weeks'), (table, row) => `${table.cell('set', row)} ${area(table, row)}`),
    observed: list(run.table('observed_weeks'), area),
  };
  return run.weekIndex;
}

/** The areas of a set in the order of the table: key, level, name. */
export function areasOf(run, set) {
  const table = run.table('weeks');
  return [...indexOf(run).expected.entries()].filter(([key]) => key.startsWith(`${set} `)).map(([key, [row]]) => ({
    key: key.slice(set.length + 1), level: table.cell('level', row), name: table.cell('name', row) }));
}

/** The weeks of an area: number, days, and of each figure mean, low and high. */
export function expectedWeeks(run, set, area) {
  const table = run.table('weeks');
  return (indexOf(run).expected.get(`${set} ${area}`) ?? []).map((row) => ({
    week: table.cell('week', row), days: table.cell('days', row), share: table.cell('beds_share', row),
    ...Object.fromEntries(FIGURES.map((figure) => [figure, {
      mean: table.cell(`${figure}_mean`, row), low: table.cell(`${figure}_low`, row), high: table.cell(`${figure}_high`, row) }])) }));
}

export const wholeWeeks = (weeks) => weeks.filter((week) => week.days === WHOLE_WEEK);

export function observedWeeks(run, area) {
  const table = run.table('observed_weeks');
  return (indexOf(run).observed.get(area) ?? []).map((row) => ({ period: table.cell('period', row), week: table.cell('week', row),
    ...Object.fromEntries(FIGURES.map((figure) => [figure, table.cell(figure, row)])) }));
}

/** Of a single year. */
export function figureText(page, figure, value) {
  return page.decimals(value, MEASURED.includes(figure) ? 1 : 0);
}

export function meanText(page, mean) {
  return page.decimals(mean, 1);
}

export function rangeText(page, figure, { low, high }) {
  return page.words('range90', { low: figureText(page, figure, low), high: figureText(page, figure, high) });
}

/** "12.3 (4 to 21)", or a dash. */
export function spreadText(page, figure, spread) {
  return spread.mean === null ? '–' : `${meanText(page, spread.mean)} (${rangeText(page, figure, spread)})`;
}
