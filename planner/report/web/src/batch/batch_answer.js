// What came of the scenarios, in a sentence: the best and the worst against the base, and how many failed.
import { h, show } from '../dom.js';
import { changeWords, limitWords } from './change_words.js';
import { rangeOf } from './columns.js';
import { isolated } from './parameter.js';

const LONGEST_NAME = 60;

export function showBatchAnswer(page, element) {
  const { run } = page;
  page.state.watch(['language'], () => {
    show(element,
      h('h1', {}, page.words('question', { limit: limitWords(page) })),
      h('p', { class: 'answer' }, answer(page)),
      run.isSimulated && h('p', { class: 'answer-range' }, simulated(page)),
      h('p', { class: run.told.failed > 0 ? 'warning' : 'quiet' }, page.words(run.told.failed > 0 ? 'someFailed' : 'allDone',
        { done: page.count(run.told.done), failed: page.count(run.told.failed) })),
      h('p', { class: 'quiet' }, baseLine(page)));
  });
}

const nameOf = (one) => isolated(one.name, LONGEST_NAME);

function answer(page) {
  const { ranked, hasOthers } = page.run;
  if (!hasOthers) return page.words('answerNone');
  const change = (one) => changeWords(page, one);
  const [best, worst] = [ranked[0], ranked[ranked.length - 1]];
  const limit = limitWords(page);
  if (best === worst) return page.rich('answerOne', { name: nameOf(best), change: change(best), limit });
  return page.rich('answer', { best: nameOf(best), most: change(best), worst: nameOf(worst), least: change(worst), limit });
}

function baseLine(page) {
  const { base } = page.run;
  const { centres, limit_min: limit, within_limit: within, ledger } = base.figures;
  return page.words('baseLine', { name: nameOf(base), centres: page.count(centres), limit, within: page.count(within.rural_women),
    share: page.share(within.rural_women, ledger.total.rural_women) });
}

/** The scenarios with the fewest and the most underserved against the base, with their intervals. */
function simulated(page) {
  const changes = page.run.ranked.filter((one) => one.figures.simulation?.underserved.less_base)
    .map((one) => ({ name: nameOf(one), spread: one.figures.simulation.underserved.less_base }))
    .sort((a, b) => a.spread.mean - b.spread.mean);
  if (changes.length === 0) return page.words('underservedAlone', underservedOf(page, page.run.base));
  const say = ({ spread }) => `${page.signed(spread.mean)} (${rangeOf(page, spread, page.signed.bind(page))})`;
  const [best, worst] = [changes[0], changes[changes.length - 1]];
  const values = { ...underservedOf(page, page.run.base), best: best.name, least: say(best), worst: worst.name, most: say(worst) };
  return page.words(best === worst ? 'underservedOne' : 'underservedBoth', values);
}

function underservedOf(page, one) {
  const value = one.figures.simulation?.underserved.value;
  if (!value) return { base: '–', baseRange: '–' };
  return { base: page.about(value.mean), baseRange: rangeOf(page, value, page.about.bind(page)) };
}
