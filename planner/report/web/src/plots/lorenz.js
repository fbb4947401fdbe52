// The Lorenz curve of minutes over women: how evenly travel is shared.
import { line, plot, ruleX, ruleY } from '@observablehq/plot';
import { frame, setColour, showFigure } from './figure.js';

export function showLorenz(page, element) {
  const { equity } = page.run.summary;
  const points = equity.flatMap((set) => set.lorenz.map(([women, minutes]) => ({ women, minutes, set: set.set })));
  const gini = () => equity.map((set) => `${page.setName(set.set)} ${page.decimals(set.gini, 2)}`).join(', ');
  const percent = (share) => page.chance(share);
  element.hidden = points.length === 0;
  showFigure(page, element, {
    title: () => page.words('lorenzTitle'),
    note: () => page.words('lorenzNote', { values: gini() }),
    summary: () => page.words('lorenzNote', { values: gini() }),
    draw: (width) => plot({
      ...frame(width),
      x: { label: page.words('lorenzX'), labelAnchor: 'center', labelArrow: 'none', ticks: 5, tickFormat: percent },
      y: { label: page.words('lorenzY'), labelArrow: 'none', ticks: 5, tickFormat: percent },
      marks: [
        ruleX([0], { stroke: 'currentColor', strokeOpacity: 0.4 }),
        ruleY([0], { stroke: 'currentColor' }),
        line([[0, 0], [1, 1]], { stroke: 'currentColor', strokeOpacity: 0.4, strokeDasharray: '3,4' }),
        line(points, { x: 'women', y: 'minutes', z: 'set', stroke: (point) => setColour(page.run, point.set), strokeWidth: 2.5 }),
      ],
    }),
  });
}
