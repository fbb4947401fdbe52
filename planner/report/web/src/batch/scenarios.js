// The table of scenarios: sorted by any column, a window of rows at a time, so that many do not hang it.
import { h, show } from '../dom.js';
import { columnsOf } from './columns.js';
import { choices, FILTERS, passing, sorted } from './choose.js';

const ROWS = 50;
// A sheet of paper has no buttons: it has all that pass, up to this many.
const MOST_ON_PAPER = 1000;

export function showScenarioTable(page, element) {
  const { state } = page;
  const head = h('thead');
  const body = h('tbody');
  const pager = h('div', { class: 'pager' });
  const holder = h('div', { class: 'scroll', tabindex: 0, role: 'region' }, h('table', { 'aria-describedby': 'shown-rows' }, head, body));
  show(element, pager, holder);
  let columns = [];
  let all = []; // kept in order, as letters in the filter change none
  let rows = [];
  const drawHead = () => {
    columns = columnsOf(page);
    holder.setAttribute('aria-label', page.words('scenariosTitle'));
    keepingFocus(head, () => show(head, h('tr', {}, sortingHeads(page, columns))));
  };
  state.watch(['language', 'sort'], drawHead);
  state.watch(['sort'], () => {
    const { key, down } = state.get('sort');
    all = sorted(page.run.scenarios, columns.find((column) => column.key === key).valueOf, down);
  });
  state.watch(['sort', ...FILTERS], () => { rows = passing(all, choices(state)); });
  const draw = (from, most) => {
    keepingFocus(body, () => show(body, rows.slice(from, from + most).map((one) => row(page, columns, one))));
    keepingFocus(pager, () => show(pager, shownRows(page, rows.length, from, most), rows.length > ROWS && ways(page, rows.length)));
  };
  const drawWindow = () => draw(state.get('from'), ROWS);
  state.watch(['language', 'sort', ...FILTERS, 'from', 'scenario'], drawWindow);
  window.addEventListener('beforeprint', () => {
    // A head with buttons is not repeated on each page.
    show(head, h('tr', {}, columns.map((column) => h('th', { scope: 'col', class: column.kind }, column.title))));
    draw(0, MOST_ON_PAPER);
  });
  window.addEventListener('afterprint', () => {
    drawHead();
    drawWindow();
  });
}

/** Draws anew what may hold the focus, and gives it back to the element of the same id. */
function keepingFocus(element, draw) {
  const id = element.contains(document.activeElement) ? document.activeElement.id : null;
  draw();
  if (id) document.getElementById(id)?.focus();
}

function sortingHeads(page, columns) {
  const { key, down } = page.state.get('sort');
  return columns.map((column, at) => {
    const isSorted = column.key === key;
    return h('th', { scope: 'col', class: column.kind, 'aria-sort': isSorted ? (down ? 'descending' : 'ascending') : 'none' },
      h('button', { type: 'button', class: 'sort', id: `sort-${at}`, onclick: () => sortBy(page, column) },
        column.title, h('span', { class: 'arrow', 'aria-hidden': 'true' }, isSorted ? (down ? '▼' : '▲') : '')));
  });
}

/** Figures begin with the largest, words with the first; again turns it round. */
function sortBy(page, { key, kind }) {
  const sort = page.state.get('sort');
  const down = sort.key === key ? !sort.down : kind.startsWith('number');
  page.state.set({ sort: { key, down }, from: 0 });
}

function row(page, [, ...columns], one) {
  const { run, state } = page;
  const isChosen = one === state.get('scenario');
  const name = h('button', { type: 'button', class: 'link', id: `scenario-${run.scenarios.indexOf(one)}`, 'aria-pressed': String(isChosen),
    onclick: () => state.set({ scenario: isChosen ? null : one }) }, h('bdi', {}, one.name));
  return h('tr', { class: isChosen ? 'chosen' : null }, h('th', { scope: 'row' }, name, one === run.base && [' ', h('small', {}, page.words('isBase'))]),
    columns.map((column) => h('td', { class: column.kind }, column.show(one))));
}

function shownRows(page, count, from, most) {
  const values = { first: page.count(from + 1), last: page.count(Math.min(from + most, count)), count: page.count(count), all: page.count(page.run.scenarios.length) };
  return h('p', { id: 'shown-rows', class: 'quiet', role: 'status' }, page.words(count === 0 ? 'rowsNone' : 'rowsShown', values));
}

/** Buttons to the other rows. */
function ways(page, count) {
  const from = page.state.get('from');
  const lastFrom = Math.max(Math.ceil(count / ROWS) - 1, 0) * ROWS;
  const go = (id, sign, to, isOff) => h('button', { type: 'button', id: `rows-${id}`, 'aria-label': page.words(`rows_${id}`), title: page.words(`rows_${id}`),
    'aria-disabled': String(isOff), onclick: () => { if (!isOff) page.state.set({ from: to }); } }, h('span', { 'aria-hidden': 'true' }, sign));
  return h('div', { class: 'go' }, go('first', '⇤', 0, from === 0), go('previous', '←', from - ROWS, from === 0),
    go('next', '→', from + ROWS, from === lastFrom), go('last', '⇥', lastFrom, from === lastFrom));
}
