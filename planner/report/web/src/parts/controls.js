// What the map shows: the view, the set of centres, the month.
import { h, show } from '../dom.js';
import { hasWebgl } from '../map/webgl.js';

export function showControls(page, element) {
  const { state } = page;
  const choices = h('div', { class: 'choices' });
  const note = h('p', { class: 'quiet', id: 'view-note' });
  show(element, choices, note);
  state.watch(['language', 'view', 'set', 'month', 'swipe'], () => {
    const focused = choices.contains(document.activeElement) ? document.activeElement.id : null;
    show(choices, viewChoice(page), page.view.sets ? null : setChoice(page), swipeChoice(page), page.view.months && monthChoice(page));
    if (focused) document.getElementById(focused)?.focus();
    note.textContent = page.words(`view${page.view.id}Long`, { limit: page.run.limit });
  });
}

/** Buttons of which one is pressed. */
export function segmented(label, options) {
  return h('div', { class: 'segmented', role: 'group', 'aria-label': label }, options.map((option) =>
    h('button', { type: 'button', id: option.id, 'aria-pressed': String(option.pressed), onclick: option.choose }, option.words)));
}

function viewChoice(page) {
  return segmented(page.words('viewLabel'), page.views.map((view) => ({
    id: `view-${view.id}`,
    words: page.words(`view${view.id}`),
    pressed: view === page.view,
    choose: () => page.state.set({ view: view.id, hidden: [] }),
  })));
}

/** `prefix`: of the buttons' ids, where the choice stands on the page once more. */
export function setChoice(page, prefix = '') {
  const { run } = page;
  if (run.sets.length < 2) return null;
  return segmented(page.words('setLabel'), run.sets.map((set, at) => ({
    id: `${prefix}set-${at}`,
    words: page.setName(set.name),
    pressed: set.name === (prefix ? page.state.get('set') : page.set) && (prefix !== '' || !page.isSwiped),
    choose: () => page.state.set({ set: set.name, catchment: null, swipe: false }),
  })));
}

/** Both sets on one map, which only the moving one can show. */
function swipeChoice(page) {
  const { run, view, state } = page;
  if (run.sets.length < 2 || view.sets || !hasWebgl()) return null;
  return h('button', { type: 'button', id: 'swipe', 'aria-pressed': String(state.get('swipe')),
    onclick: () => state.set({ swipe: !state.get('swipe'), catchment: null }) }, page.words('swipe'));
}

function monthChoice(page) {
  const { months } = page.view;
  const at = page.state.get('month');
  const name = h('output', { for: 'month' }, monthName(page, months[at]));
  return h('label', { class: 'month' }, h('span', {}, page.words('month')),
    h('input', { id: 'month', type: 'range', min: 0, max: months.length - 1, step: 1, value: at,
      'aria-valuetext': monthName(page, months[at]),
      oninput: (event) => page.state.set({ month: Number(event.target.value) }) }),
    name);
}

/** "August 2021" in the reader's language; as it stands in the table where it is no month. */
function monthName(page, month) {
  const date = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return month;
  const locale = page.language === 'hi' ? 'hi-IN-u-nu-latn' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(date);
}
