// The figures of a card in a comparison: before and after side by side, and why.
import { bySet, tripFigures } from '../parts/figures.js';

const METRES_A_KM = 1000;

/** How far a centre moved; "" where it did not. */
export function movedText(page, row) {
  const moved_m = page.run.cell('centres', 'moved_m', row);
  return moved_m === null ? '' : page.words('km', { n: page.decimals(moved_m / METRES_A_KM, 1) });
}

export function comparedSettlement(page, row) {
  const cell = (name) => page.run.cell('settlements', name, row);
  return [
    ...tripFigures(page, row),
    { name: page.words('changeKind'), value: page.term('change', cell('change')) },
    cell('reason') && { name: page.words('changeReason'), value: page.term('reason', cell('reason')) },
  ];
}

export function comparedArea(page, row, table) {
  const { run } = page;
  const cell = (column) => run.cell(table, column, row);
  const within = (who, key) => bySet(page, key, (set) => page.count(cell(`${who}_${run.limit}_${set}`)));
  return [within('rural', 'ruralWithin'), within('women', 'catchmentWithin'),
    ...['gained', 'lost'].map((column) => ({ name: page.words(`limits_rural_women_${column}`), value: page.count(cell(`rural_${run.limit}_${column}`)) }))];
}

export function comparedCentre(page, row) {
  const cell = (name) => page.run.cell('centres', name, row);
  return [
    { name: page.words('changeKind'), value: page.term('fate', cell('change')) },
    cell('moved_m') !== null && { name: page.words('movedBy'), value: movedText(page, row) },
  ];
}
