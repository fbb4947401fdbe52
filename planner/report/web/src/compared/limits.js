// Women within each limit: before, after, gained and lost.
import { h, show } from '../dom.js';
import { table } from '../parts/table.js';

const COLUMNS = ['before', 'after', 'gained', 'lost'];

export function showLimits(page, element) {
  element.hidden = false;
  page.state.watch(['language'], () => {
    const titles = ['rural_women', 'women'].flatMap((who) => COLUMNS.map((column) => page.words(`limits_${who}_${column}`)));
    show(element, h('h2', {}, page.words('limitsTitle')),
      table(page.words('limitsTitle'), [page.words('limit'), ...titles], page.run.told.limits.map((limit) => [page.minutes(limit.minutes),
        ...['rural_women', 'women'].flatMap((who) => COLUMNS.map((column) => page.count(limit[`${who}_${column}`])))])));
  });
}
