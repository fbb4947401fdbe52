// A table that scrolls by itself where it is wider than the screen.
import { h } from '../dom.js';

/** The first column is of words, the others of numbers. */
export function table(label, titles, rows) {
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, h('table', {},
    h('thead', {}, h('tr', {}, titles.map((title, at) => h('th', { scope: 'col', class: at > 0 && 'number' }, title)))),
    h('tbody', {}, rows.map(([name, ...cells]) => h('tr', {}, h('th', { scope: 'row' }, name),
      cells.map((cell) => h('td', { class: 'number' }, cell)))))));
}
