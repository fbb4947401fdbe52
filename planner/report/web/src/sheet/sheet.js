// Sheets of A4 that take the place of the report: those of districts, or the weekly review.
import { h, show } from '../dom.js';
import { districtSheet } from './district_sheet.js';
import { weekSheets } from './week_sheet.js';

const metaOf = (name) => document.querySelector(`meta[name="pahunch-${name}"]`)?.content;

/** What the page is to open with, as the program says in its head: `{ districts: rows }`, `{ weeks: number or null }`, or null. */
export function firstSheet(run) {
  const weeks = metaOf('weekly');
  if (weeks !== undefined && run.has('weeks')) return { weeks: weeks === 'year' ? null : Number(weeks) };
  const wanted = metaOf('district');
  if (wanted === undefined || !run.has('districts')) return null;
  const ids = run.table('districts').column('id');
  const all = [...ids.keys()];
  return { districts: wanted === 'all' ? all : all.filter((row) => `id:${ids[row]}` === wanted) };
}

export function showSheet(page, element) {
  page.state.watch(['sheet', 'language'], () => {
    const shown = page.state.get('sheet');
    element.hidden = shown === null;
    document.body.toggleAttribute('data-sheet', shown !== null);
    show(element, shown && [tools(page), sheets(page, shown)]);
  });
  page.state.watch(['sheet'], () => {
    if (page.state.get('sheet')) window.scrollTo({ top: 0 });
  });
}

function sheets(page, shown) {
  return shown.districts ? shown.districts.map((row) => districtSheet(page, row)) : weekSheets(page, shown.weeks);
}

function tools(page) {
  return h('div', { class: 'sheet-tools' },
    h('button', { type: 'button', id: 'close-sheet', onclick: () => page.state.set({ sheet: null }) }, `← ${page.words('closeSheet')}`),
    h('button', { type: 'button', onclick: () => window.print() }, page.words('print')));
}
