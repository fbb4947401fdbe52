// Settlements and women by what changed and by what it comes of.
import { h, show } from '../dom.js';
import { table } from '../parts/table.js';

export function showReasons(page, element) {
  const { told } = page.run;
  element.hidden = false;
  page.state.watch(['language'], () => {
    const same = [page.words('change_same'), '', page.count(told.settlements.same), ''];
    show(element, h('h2', {}, page.words('reasonsTitle')), h('p', { class: 'quiet' }, page.words('reasonsNote')),
      table(page.words('reasonsTitle'), ['changeKind', 'changeReason', 'settlements', 'women'].map((key) => page.words(key)),
        [...told.reasons.map((one) => [page.term('change', one.change), page.term('reason', one.reason), page.count(one.settlements), page.count(one.women)]), same], ['value', 'number']));
  });
}
