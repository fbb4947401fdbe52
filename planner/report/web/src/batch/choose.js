// Which scenarios are shown, and in what order: what the reader has filtered and sorted by.
import { parameterValue } from './parameter.js';

export const FIRST_SORT = { key: 'change', down: true };

/** The reader's choices as the page opens: all scenarios, the best first. */
export function firstChoices() {
  return { find: '', origin: '', status: '', sort: FIRST_SORT, from: 0, scenario: null };
}

/** The choices that say which scenarios are shown. */
export const FILTERS = ['find', 'origin', 'status'];

export function choices(state) {
  return Object.fromEntries(FILTERS.map((key) => [key, state.get(key)]));
}

/** Those with the words that are sought in their name, parameters or reason, of an origin and a status ("": any). */
export function passing(scenarios, { find, origin, status }) {
  const sought = find.trim().toLowerCase();
  return scenarios.filter((one) => (origin === '' || one.origin === origin) && (status === '' || one.status === status) &&
    (sought === '' || textOf(one).includes(sought)));
}

const texts = new WeakMap();

function textOf(scenario) {
  if (!texts.has(scenario)) {
    const parameters = Object.entries(scenario.parameters).map(([key, value]) => `${key}=${value}`);
    texts.set(scenario, [scenario.name, scenario.reason, ...parameters].join('\n').toLowerCase());
  }
  return texts.get(scenario);
}

/** Sorted by what `valueOf` gives: numbers before words, what has neither last whichever way; else as they came. */
export function sorted(scenarios, valueOf, down) {
  const words = new Intl.Collator('en', { numeric: true });
  const rank = (value) => (value === null ? 2 : Number(typeof value === 'string'));
  const inOrder = (a, b) => {
    if (rank(a) !== rank(b)) return (rank(a) - rank(b)) * (down && rank(a) < 2 && rank(b) < 2 ? -1 : 1);
    if (a === null || a === b) return 0;
    const up = typeof a === 'string' ? words.compare(a, b) : a - b;
    return down ? -up : up;
  };
  return scenarios.map((one) => ({ one, value: valueOf(one) })).sort((a, b) => inOrder(a.value, b.value)).map(({ one }) => one);
}

/** A parameter of a scenario to sort by; null where it is as in the base. */
export function parameterOf(scenario, key) {
  return parameterValue(scenario.parameters[key]);
}
