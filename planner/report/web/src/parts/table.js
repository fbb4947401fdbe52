// A table that scrolls by itself where it is wider than the screen.
import { h } from '../dom.js';

/** The first column is of words; `kinds`: classes of the others, of which the last goes on. */
export function table(label, titles, rows, kinds = ['number']) {
  const kindOf = (at) => kinds[Math.min(at, kinds.length - 1)];
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, h('table', {},
    h('thead', {}, h('tr', {}, titles.map((title, at) => h('th', { scope: 'col', class: at > 0 && kindOf(at - 1) }, title)))),
    h('tbody', {}, rows.map(([name, ...cells]) => h('tr', {}, h('th', { scope: 'row' }, name),
      cells.map((cell, at) => h('td', { class: kindOf(at) }, cell)))))));
}
