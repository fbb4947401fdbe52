// A chart with its title and note; drawn anew for language, theme and width.
import { h, show } from '../dom.js';

const HEIGHT = 300;
const WIDEST = 720;

/** `draw(width)` gives the chart; `summary` says it in words for those who cannot see it; `keys`: what it depends on; `data`: a table of it, folded. */
export function showFigure(page, element, { title, note, summary, draw, data = () => null, keys = ['language', 'set'], widest = WIDEST }) {
  const holder = h('div', { class: 'chart', role: 'img' });
  let drawn = 0;
  const redraw = () => {
    drawn = fittingWidth(element, widest);
    const chart = draw(drawn);
    chart.setAttribute('aria-hidden', 'true'); // the holder says it all
    holder.setAttribute('aria-label', summary());
    show(holder, chart);
  };
  page.state.watch(keys, () => {
    show(element, h('h3', {}, title()), holder, h('p', { class: 'quiet' }, note()), data());
    redraw();
  });
  // A page that was hidden when the chart was drawn has its width only now. The chart itself changes the height alone.
  new ResizeObserver(() => {
    if (element.clientWidth > 0 && Math.abs(fittingWidth(element, widest) - drawn) > 1) redraw();
  }).observe(element);
}

function fittingWidth(element, widest) {
  return Math.max(Math.min(element.clientWidth || 640, widest), 280);
}

/** What all charts share. */
export function frame(width, height = HEIGHT) {
  return { width, height, marginLeft: 56, marginBottom: 44, marginRight: 16,
    style: { background: 'transparent', color: 'inherit', fontFamily: 'inherit', fontSize: '12px', overflow: 'visible' } };
}

/** The sets as lines: the first in ink, the last in the colour of what is new. */
export function setColour(run, name) {
  if (run.sets.length > 1 && name === run.last.name) return 'var(--new)';
  return name === run.first.name ? 'currentColor' : 'var(--quiet)';
}
