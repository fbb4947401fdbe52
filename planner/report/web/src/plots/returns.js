// Diminishing returns: the best with each number of new sites, and what no choice of sites can beat.
// Only in the report of a siting answer.
import { areaY, dot, gridY, line, plot, ruleY } from '@observablehq/plot';
import { frame, showFigure } from './figure.js';

function points(run) {
  const table = run.table('curve');
  const [sites, best, bound] = ['new_sites', 'best', 'bound'].map((name) => table.column(name));
  return sites.map((n, row) => ({ sites: n, best: best[row], bound: bound[row] })).filter((point) => point.best !== null);
}

export function showReturns(page, element) {
  const { run } = page;
  const shown = run.has('curve') ? points(run) : [];
  element.hidden = shown.length === 0;
  if (element.hidden) return;
  const value = (number) => page.about(number, 3);
  const said = ({ sites, best, bound }) => `${page.words('returnsSites', { n: page.count(sites) })}: ${value(best)}${
    bound === best ? '' : ` (${page.words('returnsBound')} ${value(bound)})`}`;
  showFigure(page, element, {
    title: () => page.words('returnsTitle'),
    note: () => page.words('returnsNote'),
    summary: () => shown.map(said).join(', '),
    draw: (width) => plot({
      ...frame(width),
      marginLeft: 84,
      x: { label: page.words('returnsX'), labelAnchor: 'center', labelArrow: 'none', ticks: Math.min(shown.length, 8), tickFormat: (n) => (Number.isInteger(n) ? page.count(n) : '') },
      y: { label: page.term('unit', run.table('curve').unit('best')), labelArrow: 'none', nice: true, ticks: 5, tickFormat: (number) => page.about(number, 3) },
      marks: [
        gridY({ ticks: 5, stroke: 'currentColor', strokeOpacity: 0.12 }),
        areaY(shown, { x: 'sites', y1: 'best', y2: 'bound', fill: 'var(--bar)', fillOpacity: 0.35 }),
        line(shown, { x: 'sites', y: 'bound', stroke: 'var(--quiet)', strokeDasharray: '4,3' }),
        line(shown, { x: 'sites', y: 'best', stroke: 'var(--new)', strokeWidth: 2.5 }),
        dot(shown, { x: 'sites', y: 'best', fill: 'var(--new)', r: 3 }),
        shown.some((point) => point.best === 0) ? ruleY([0], { stroke: 'currentColor' }) : null,
      ],
    }),
  });
}
