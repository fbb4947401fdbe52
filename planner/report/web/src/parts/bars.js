// Each set as a bar of its bands: the shares at a glance, before any map.
import { h, show } from '../dom.js';
import { bandWords } from '../map/views.js';

// Shares that are written into their part of a bar: on any screen, and on a wide one.
const ROOMY = 0.13;
const TIGHT = 0.06;

/** Rural women in each band of a set and, last, those with no way. */
function bandCounts(set) {
  return set.bands.map((band) => band.rural_women);
}

export function showBars(page, element) {
  const { run } = page;
  page.state.watch(['language'], () => {
    show(element, h('h2', { class: 'small' }, page.words('bandsTitle')),
      run.sets.map((set) => barRow(page, { set, counts: bandCounts(set) })), bandKey(page, run.sets.map(bandCounts)));
  });
}

function labels(page) {
  return page.run.head.bands.map((_, at, all) =>
    at + 1 === all.length ? page.words('unplaced') : page.words(...bandWords(page.run, at)));
}

/** `counts`: women in each band and, last, with no way. */
export function barRow(page, { set, counts }) {
  const total = counts.reduce((sum, women) => sum + women, 0);
  const names = labels(page);
  return h('div', { class: 'bar-row' },
    h('div', { class: 'bar-name' }, h('span', {}, page.setName(set.name)), ' ',
      h('span', { class: 'quiet' }, page.words('setCentres', { n: page.count(set.centres) }))),
    h('ul', { class: 'bar', role: 'list' }, counts.map((women, at) => women > 0 && h('li', {
      style: `flex-grow:${women / total};background:${page.run.head.bands[at].colour}`,
      class: `${isDark(at, counts.length) ? 'on-dark' : 'on-light'}${women / total < ROOMY ? ' tight' : ''}`,
      title: `${names[at]}: ${page.count(women)} (${page.share(women, total)})`,
    }, h('span', { class: 'unseen' }, `${names[at]}: `), women / total > TIGHT && h('span', {}, page.share(women, total))))));
}

/** Of the ramp, the ends and "no way" are dark. */
function isDark(at, n) {
  return at === 0 || at >= n - 2;
}

/** The bands that any of the bars has women in. */
export function bandKey(page, bars) {
  return h('ul', { class: 'key', role: 'list' }, labels(page).map((name, at) =>
    bars.some((counts) => counts[at] > 0) && h('li', {},
      h('span', { class: 'swatch', style: `background:${page.run.head.bands[at].colour}` }), name)));
}
