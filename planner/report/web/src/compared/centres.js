// Centres that opened, closed or moved, each a way to its place on the map.
import { h, show } from '../dom.js';
import { table } from '../parts/table.js';
import { wayToMap } from '../parts/way_to_map.js';
import { movedText } from './compared_figures.js';

/** Rows of the centres that changed, one that moved where it stands now. */
function changedCentres(run) {
  const changes = run.table('centres').column('change');
  return [...changes.keys()].filter((row) => !['as before', 'moved from'].includes(changes[row]));
}

export function showChangedCentres(page, element) {
  const { run } = page;
  const rows = changedCentres(run);
  element.hidden = false;
  page.state.watch(['language'], () => {
    const cell = (name, row) => run.cell('centres', name, row);
    show(element, h('h2', {}, page.words('centresTitle')), rows.length === 0 ? h('p', {}, page.words('centresSame'))
      : table(page.words('centresTitle'), [page.words('centreName'), page.words('changeKind'), page.words('movedBy')], rows.map((row) => [
        wayToMap(page, { kind: 'centre', row }, cell('name', row) || cell('id', row)), page.term('fate', cell('change', row)), movedText(page, row)]), ['value', 'number']));
  });
}
