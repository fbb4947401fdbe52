// Figures of a card: {name, value} for all sets at once, or {name, values} by set.
import { h } from '../dom.js';

export function bySet(page, key, valueOf, values = { limit: page.run.limit }) {
  return { name: page.words(key, values), values: page.run.sets.map((set) => valueOf(set.name)) };
}

export function people(page, table, row) {
  const { run } = page;
  const women = run.cell(table, 'women', row);
  const rural = run.cell(table, 'rural_women', row);
  return [
    { name: page.words('women'), value: page.count(women) },
    rural !== women && { name: page.words('ruralWomen'), value: page.count(rural) },
  ];
}

/** Where a settlement goes, and in how many minutes. */
export function tripFigures(page, row) {
  const { run } = page;
  const cell = (name) => run.cell('settlements', name, row);
  const centreName = (set) => h('bdi', {}, run.cell('centres', 'name', run.centreRow(cell(`centre_${set}`))) ?? '–');
  // Without a band it is not in that run at all.
  const minutes = (set) => (cell(`band_${set}`) === null ? '–' : page.minutes(cell(`min_${set}`)));
  return [...people(page, 'settlements', row), bySet(page, 'minutes', minutes), bySet(page, 'centre', centreName)];
}
