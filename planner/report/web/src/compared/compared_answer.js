// What changed, in a sentence: who gains and who loses, from which run to which.
import { h, show } from '../dom.js';
import { sideNames } from './side_names.js';

export function showComparedAnswer(page, element) {
  const { run } = page;
  page.state.watch(['language'], () => {
    show(element,
      h('h1', {}, page.words('question', { limit: run.limit })),
      h('p', { class: 'answer' }, answer(page)),
      run.sides.map((side, at) => h('p', { class: 'quiet' }, page.words('sideLine', { name: page.setName(run.sets[at].name),
        scenario: side.scenario, set: side.set, n: page.count(run.sets[at].centres) }))),
      run.told.settings.length > 0 && h('p', { class: 'quiet' }, page.words('differIn', { keys: run.told.settings.map((one) => one.key).join(', ') })));
  });
}

function answer(page) {
  const { run } = page;
  const { rural_women_gained: gained, rural_women_lost: lost, rural_women_after: within } = run.headline;
  const values = { ...sideNames(page), limit: run.limit, gained: page.about(gained), lost: page.about(lost), within: page.about(within) };
  if (gained > 0 && lost > 0) return page.rich('answer', values);
  if (gained > 0 || lost > 0) return page.rich(gained > 0 ? 'answerGained' : 'answerLost', values);
  return page.rich(run.told.reasons.length === 0 && run.told.centres.length === 0 ? 'answerSame' : 'answerNobody', values);
}
