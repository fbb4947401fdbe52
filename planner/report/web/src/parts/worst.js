// The blocks that are worst off, each a way to its place on the map.
import { h, show } from '../dom.js';
import { wayToMap } from './way_to_map.js';

export function showWorst(page, element) {
  const { run } = page;
  const rows = run.summary.worst_blocks;
  element.hidden = rows.length === 0;
  page.state.watch(['language'], () => {
    show(element, h('h2', {}, page.words('worstTitle')),
      h('p', { class: 'quiet' }, page.words('worstNote', { set: page.setName(run.last.name), n: run.last.centres })),
      h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': page.words('worstTitle') }, h('table', {},
        h('thead', {}, h('tr', {}, ['block', 'district'].map((key) => h('th', { scope: 'col' }, page.words(key))),
          ['halfNeeds', 'womenBeyond'].map((key) => h('th', { scope: 'col', class: 'number' }, page.words(key, { limit: run.limit }))))),
        h('tbody', {}, rows.map((block) => worstRow(page, block))))));
  });
}

function worstRow(page, block) {
  return h('tr', {},
    h('th', { scope: 'row' }, wayToMap(page, { kind: 'block', row: page.run.blockRow(block.id) }, block.name)),
    h('td', {}, h('bdi', {}, block.district)),
    h('td', { class: 'number' }, page.minutes(block.half_min)),
    h('td', { class: 'number' }, page.count(block.women_beyond)));
}
