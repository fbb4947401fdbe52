// The first set of centres over the last one, up to a line that the reader moves.
import { h } from '../dom.js';
import { DRAWN_BY, drawingOf } from '../map/drawing.js';
import { MovingMap } from '../map/moving_map.js';

/** `leader`: the map below, which shows the last set. */
export function showSwipe(page, element, leader) {
  let end = null;
  page.state.watch(['swipe', 'view'], () => {
    if (page.isSwiped === (end !== null)) return;
    if (end) end();
    end = end ? null : begin(page, element, leader);
  });
}

/** The result takes it all away again. */
function begin(page, element, leader) {
  const { run, state } = page;
  const canvas = h('div', { class: 'swipe-map', 'aria-hidden': 'true' });
  const line = h('div', { class: 'swipe-line', 'aria-hidden': 'true' });
  const names = ['left', 'right'].map((side) => h('span', { class: `swipe-name ${side}` }));
  const slider = h('input', { id: 'swipe-at', class: 'swipe-at', type: 'range', min: 0, max: 100, value: 50,
    oninput: () => place(slider.value) });
  const place = (percent) => element.style.setProperty('--swipe', `${percent}%`);
  place(50);
  element.append(canvas, line, ...names, slider);
  const stops = [state.watch(['language'], () => {
    names.forEach((name, at) => { name.textContent = page.setName([run.first, run.last][at].name); });
    slider.setAttribute('aria-label', page.words('swipeAt'));
  })];
  const map = new MovingMap({ container: canvas, run, views: page.views, theme: state.get('theme'), leader,
    onReady: () => stops.push(
      state.watch([...DRAWN_BY, 'theme'], () => {
        if (!page.isSwiped) return;
        map.setTheme(state.get('theme'));
        map.draw(firstOf(page));
      })) });
  return () => {
    for (const stop of stops) stop();
    map.remove();
    for (const part of [canvas, line, ...names, slider]) part.remove();
  };
}

function firstOf(page) {
  const drawing = drawingOf(page);
  return { ...drawing, choice: { ...drawing.choice, set: page.run.first.name } };
}
