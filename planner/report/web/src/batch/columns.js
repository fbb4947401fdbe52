// The columns of the table of scenarios: what each is called, shows, and is sorted by.
import { h } from '../dom.js';
import { limitWords } from './change_words.js';
import { parameterOf } from './choose.js';
import { parameterValue } from './parameter.js';

/** Figures of the simulated years that have a column each for their value and their difference from the base. */
const SIMULATED = ['underserved', 'served', 'turned_away', 'cut_off', 'registered', 'disposed'];
const ON_PAPER = ['underserved', 'served'];

/**
 * `{ key, title, valueOf, show, kind }`: `valueOf(scenario)` is what it is sorted by, `show` the cell; `kind` its
 * class: "value" of words, "number", with "on-screen" where a sheet of paper has no room for it.
 */
export function columnsOf(page) {
  const { run } = page;
  const limit = limitWords(page);
  const figure = (key, valueOf, say = page.count.bind(page), kind = 'number') =>
    ({ key, title: page.words(`column_${key}`, { limit }), valueOf: ofDone(valueOf), show: (one) => say(ofDone(valueOf)(one)), kind });
  const minutes = (number) => page.decimals(number, 1);
  return [
    { key: 'name', title: page.words('scenarioName'), valueOf: (one) => one.name, show: (one) => one.name, kind: 'value' },
    { key: 'origin', title: page.words('origin'), valueOf: (one) => one.origin, show: (one) => page.term('origin', one.origin), kind: 'value' },
    ...(run.scenarios.some((one) => whyNot(one)) ? [{ key: 'status', title: page.words('scenarioStatus'), valueOf: (one) => one.status, show: (one) => statusCell(page, one), kind: 'value' }] : []),
    ...run.parameters.map((key) => parameterColumn(key)),
    figure('centres', (figures) => figures.centres),
    ...(run.hasSeveralLimits ? [figure('limit', (figures) => figures.limit_min)] : []),
    figure('rural', (figures) => figures.within_limit.rural_women),
    figure('change', (figures) => figures.within_limit_less_base.rural_women, page.signed.bind(page)),
    ...(run.isSimulated ? SIMULATED.flatMap((name) => simulatedColumns(page, name)) : []),
    figure('mean', (figures) => figures.mean_min, minutes),
    figure('p90', (figures) => figures.p90_min, minutes),
    figure('women', (figures) => figures.within_limit.women, page.count.bind(page), 'number on-screen'),
    figure('women_change', (figures) => figures.within_limit_less_base.women, page.signed.bind(page), 'number on-screen'),
  ];
}

/** Null of a scenario without figures, or without this one. */
function ofDone(valueOf) {
  return (one) => (one.figures ? valueOf(one.figures) ?? null : null);
}

/** "travel.season" in two lines where it must be. */
function breakable(key) {
  return key.split('.').flatMap((part, at) => (at === 0 ? [part] : ['.', h('wbr'), part]));
}

function parameterColumn(key) {
  return { key: `set ${key}`, title: h('bdi', {}, breakable(key)), valueOf: (one) => parameterOf(one, key), kind: 'value parameter',
    show: (one) => (key in one.parameters ? h('bdi', {}, String(parameterValue(one.parameters[key]))) : '–') };
}

function simulatedColumns(page, name) {
  const kind = ON_PAPER.includes(name) ? 'number' : 'number on-screen';
  const spread = (part) => ofDone((figures) => figures.simulation?.[name][part]);
  const column = (key, part, say) => ({ key, title: page.words(`column_${key}`), kind, valueOf: (one) => spread(part)(one)?.mean ?? null,
    show: (one) => spreadCell(page, spread(part)(one), say) });
  return [column(name, 'value', page.count.bind(page)), column(`${name}_change`, 'less_base', page.signed.bind(page))];
}

/** The mean with its 5% and 95% points below. */
function spreadCell(page, spread, say) {
  return spread === null ? '–' : [say(spread.mean), h('br'), h('small', {}, rangeOf(page, spread, say))];
}

export function rangeOf(page, { low, high }, say) {
  return page.words('range90', { low: say(low), high: say(high) });
}

/** Why it failed, or why it has no simulated years; empty where all is well. */
function whyNot(one) {
  return one.reason || one.figures?.no_simulation || '';
}

function statusCell(page, one) {
  const why = whyNot(one);
  return [page.term('status', one.status), why && h('p', { class: 'reason', lang: 'en', dir: 'auto' }, why)];
}
