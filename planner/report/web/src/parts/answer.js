// The question and its answer in a sentence, with what is not known.
import { h, show } from '../dom.js';
import { PROGRAM_LANGUAGE } from '../page.js';

export function showAnswer(page, element) {
  const { run } = page;
  page.state.watch(['language'], () => {
    show(element,
      h('h1', {}, page.words('question', { service: page.service(), limit: run.limit })),
      h('p', { class: 'answer' }, answer(page)),
      run.simulation && h('p', { class: 'answer-range' }, simulated(page)),
      run.manifest.partial && h('p', { class: 'warning' }, partial(page)),
      h('p', { class: 'quiet' }, page.words('basis', {
        population: page.sentence(run.summary.population), basis: page.sentence(run.summary.basis) })));
  });
}

function answer(page) {
  const { run } = page;
  const total = run.summary.headline.total.rural_women;
  const after = run.last.centres;
  if (run.sets.length < 2) {
    const within = run.last.within[run.limitIndex].rural_women;
    return page.rich('answerAlone', { after, limit: run.limit, within: page.about(within),
      share: page.share(within, total), beyond: page.about(total - within) });
  }
  const change = run.summary.headline.change[run.limitIndex];
  const beyond = change.still_beyond.rural_women + change.lost.rural_women;
  const lost = change.lost.rural_women;
  return page.rich(lost > 0 ? 'answerGivesAndTakes' : 'answer', { after, before: run.first.centres, limit: run.limit,
    lost: page.about(lost), more: page.about(change.newly_covered.rural_women), beyond: page.about(beyond), share: page.share(beyond, total) });
}

function simulated(page) {
  const { sets, parameter_draws: draws } = page.run.simulation;
  const range = (spread) => page.words('range90', { low: page.about(spread.low), high: page.about(spread.high) });
  const [first, last] = [sets[0], sets[sets.length - 1]].map((set) => set.underserved_rural_women);
  return page.words(sets.length > 1 ? 'answerSimulated' : 'answerSimulatedAlone', { draws,
    before: page.about(first.mean), beforeRange: range(first), after: page.about(last.mean), afterRange: range(last) });
}

function partial(page) {
  const { years, years_asked: asked } = page.run.simulation;
  return page.words('partial', { years: page.count(years), asked: page.count(asked) });
}

/** The modelled-data notice, short, with a link to the whole of it. */
export function showNotice(page, element) {
  const { notice } = page.run;
  element.hidden = !notice;
  page.state.watch(['language'], () => {
    show(element, h('strong', {}, page.words('notice')), ' · ',
      h('span', PROGRAM_LANGUAGE, firstSentence(notice)), ' ',
      h('a', { href: '#method' }, page.words('noticeMore')));
  });
}

function firstSentence(text) {
  const words = text.replace(/^Modelled: /, '');
  const end = words.search(/[;.]/);
  return end < 0 ? words : `${words.slice(0, end)}.`;
}
