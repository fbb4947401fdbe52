// What becomes of the answer under other assumptions, and what holds under all of them.
import { h, show } from '../dom.js';
import { PROGRAM_LANGUAGE } from '../page.js';
import { table } from './table.js';

export function showOthers(page, element) {
  const { run } = page;
  page.state.watch(['language'], () => {
    const rows = [{ name: page.words('headlineRow'), headline: run.summary.headline },
      ...run.summary.variants.map((variant) => ({ name: variantName(page, variant), headline: variant.headline }))];
    show(element, h('h2', {}, page.words('othersTitle')),
      h('p', { class: 'quiet' }, page.words('othersNote', { limit: run.limit })),
      table(page.words('othersTitle'), [page.words('assumption'), ...run.sets.map((set) => page.setName(set.name))],
        rows.map(({ name, headline }) => [name, ...headline.sets.map((set) => within(page, set, headline))])));
  });
}

function variantName(page, { key, title }) {
  const name = page.term('variant', key);
  return name === key ? h('span', PROGRAM_LANGUAGE, title) : name;
}

function within(page, set, headline) {
  const women = set.within[page.run.limitIndex].rural_women;
  return [page.count(women), h('br'), h('small', {}, page.share(women, headline.total.rural_women))];
}

export function showConclusions(page, element) {
  const conclusions = page.run.simulation?.conclusions ?? [];
  element.hidden = conclusions.length === 0;
  page.state.watch(['language'], () => {
    show(element, h('h2', {}, page.words('surelyTitle')),
      h('p', { class: 'quiet' }, page.words('surelyNote')),
      table(page.words('surelyTitle'), [page.words('conclusion'), page.words('holdsIn')], conclusions.map((one) => [
        page.sentenceNode(one.conclusion),
        page.words('draws', { n: one.holds_in, all: one.draws })])));
  });
}
