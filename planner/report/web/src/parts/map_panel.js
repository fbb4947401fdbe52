// The map with its buttons and its tip: the moving one, or a drawing where that cannot be.
import { h, show } from '../dom.js';
import { DRAWN_BY, drawingOf } from '../map/drawing.js';
import { MovingMap } from '../map/moving_map.js';
import { drawStillMap } from '../map/still_map.js';
import { hasWebgl } from '../map/webgl.js';
import { showSwipe } from './swipe.js';

export function showMap(page, element) {
  const canvas = h('div', { id: 'map-canvas' });
  const tip = h('div', { id: 'tip', hidden: true, 'aria-hidden': 'true' });
  const buttons = h('div', { class: 'map-buttons' });
  const paper = h('div', { class: 'on-paper' });
  show(element, canvas, tip, buttons, paper);
  keepPaperMap(page, paper);
  if (hasWebgl()) showMoving(page, { canvas, tip, buttons });
  else showStill(page, canvas);
}

function showMoving(page, { canvas, tip, buttons }) {
  const { state } = page;
  new MovingMap({ container: canvas, run: page.run, views: page.views, theme: state.get('theme'), twoFingers: page.words('twoFingers'),
    onPoint: (thing, how, at) => (how === 'choose' ? page.select(thing, { move: false }) : showTip(page, tip, thing, at)),
    onReady: (map) => {
      state.watch(DRAWN_BY, () => map.draw(drawingOf(page)));
      state.watch(['selected'], () => map.select(state.get('selected')));
      state.watch(['moveTo'], () => state.get('moveTo') && map.moveTo(state.get('moveTo')));
      state.watch(['theme'], () => { map.setTheme(state.get('theme')); map.draw(drawingOf(page)); });
      state.watch(['language'], () => {
        canvas.querySelector('canvas').setAttribute('aria-label', page.words('mapHelp', { region: page.run.head.region }));
        show(buttons, button('+', page.words('zoomIn'), () => map.zoomBy(1)), button('−', page.words('zoomOut'), () => map.zoomBy(-1)),
          button('⤢', page.words('wholeMap'), () => map.showAll()));
      });
      showSwipe(page, canvas.parentElement, map);
      performance.mark('map-drawn');
      canvas.dataset.ready = 'yes';
    } });
}

function button(sign, name, act) {
  return h('button', { type: 'button', 'aria-label': name, title: name, onclick: act }, h('span', { 'aria-hidden': 'true' }, sign));
}

function showTip(page, tip, thing, at) {
  tip.hidden = !thing;
  if (!thing) return;
  const { run } = page;
  const drawing = drawingOf(page);
  const table = `${thing.kind}s`;
  const key = table === page.view.table ? page.view.classesOf(drawing.choice)[thing.row] : null;
  const found = page.view.classes.find((one) => one.key === key);
  show(tip, h('strong', {}, h('bdi', {}, run.cell(table, 'name', thing.row))), found && [h('br'), page.words(...found.words)]);
  tip.style.transform = `translate(${Math.round(at.x + 12)}px, ${Math.round(at.y + 12)}px)`;
}

function showStill(page, canvas) {
  page.state.watch(['language', ...DRAWN_BY], () => {
    show(canvas, h('p', { class: 'warning' }, page.words('noWebgl')),
      drawStillMap(page.run, drawingOf(page), page.words('mapHelp', { region: page.run.head.region })));
  });
  canvas.classList.add('still');
  canvas.dataset.ready = 'yes';
}

/** Paper gets the drawing, made when it is asked for. */
function keepPaperMap(page, paper) {
  const draw = () => show(paper, drawStillMap(page.run, drawingOf(page), page.words('mapTitle')));
  window.addEventListener('beforeprint', draw);
  matchMedia('print').addEventListener('change', (event) => event.matches && draw());
}
