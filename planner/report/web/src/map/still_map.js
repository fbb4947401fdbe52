// The same map as a drawing that stands still: where there is no WebGL, and on paper.
import { svg } from '../dom.js';
import { CENTRE_KINDS, OTHER_KIND } from './centre_kinds.js';
import { runExtent } from './features.js';
import { centreSets } from './views.js';

export const WIDTH = 900;
const DOT = 2.6;

/** From degrees to the drawing, with a degree of longitude as wide as it is in the middle. */
export class Frame {
  constructor([west, south, east, north]) {
    Object.assign(this, { west, south, east, north });
    this.scale = WIDTH / Math.max(east - west, 1e-6);
    this.stretch = 1 / Math.cos(((south + north) / 2) * (Math.PI / 180));
    this.height = Math.max(Math.round((north - south) * this.scale * this.stretch), 1);
  }

  point([lon, lat]) {
    return [(lon - this.west) * this.scale, (this.north - lat) * this.scale * this.stretch].map((length) => length.toFixed(1));
  }

  place(at) {
    return this.point(at).join(' ');
  }

  holds([lon, lat]) {
    return lon >= this.west && lon <= this.east && lat >= this.south && lat <= this.north;
  }

  path(shape) {
    return shape.coordinates.flat().map((ring) => `M${ring.map((at) => this.place(at)).join('L')}Z`).join('');
  }
}

/** The rows of a view by class: {key: path}, of dots or areas. */
function pathsByClass(run, view, choice, frame) {
  const paths = {};
  const geometry = run.geometry(view.table);
  view.classesOf(choice).forEach((key, row) => {
    if (!geometry[row]) return;
    const part = view.table === 'settlements' ? `M${frame.place(geometry[row].coordinates)}h0` : frame.path(geometry[row]);
    (paths[key] ??= []).push(part);
  });
  return paths;
}

function drawClasses(run, { view, choice, hidden }, frame) {
  const paths = pathsByClass(run, view, choice, frame);
  const isDots = view.table === 'settlements';
  return view.classes.filter((one) => paths[one.key] && !hidden.includes(one.key)).map((one) =>
    svg('path', isDots
      ? { d: paths[one.key].join(''), stroke: one.colour, 'stroke-width': DOT, 'stroke-linecap': 'round' }
      : { d: paths[one.key].join(''), fill: one.colour, stroke: 'var(--paper)', 'stroke-width': 0.5 }));
}

function drawBorders(run, frame) {
  return run.geometry('districts').filter(Boolean).map((shape) =>
    svg('path', { d: frame.path(shape), fill: 'none', stroke: 'var(--quiet)', 'stroke-width': 0.8 }));
}

/** Those that are open in any of the sets. */
export function drawCentres(run, sets, frame, radius = 5) {
  const centres = run.table('centres');
  return run.geometry('centres').map((point, row) => {
    if (!point || !frame.holds(point.coordinates) || !sets.some((set) => centres.cell(`open_${set}`, row) === 1)) return null;
    const [cx, cy] = frame.point(point.coordinates);
    const { fill, edge } = CENTRE_KINDS[centres.cell(run.centreKind, row)] ?? OTHER_KIND;
    return svg('circle', { cx, cy, r: radius, fill, stroke: edge, 'stroke-width': radius / 3 });
  });
}

/** `drawing`: as of MovingMap.draw. */
export function drawStillMap(run, drawing, label) {
  const frame = new Frame(runExtent(run));
  return frameDrawing(frame, label, drawClasses(run, drawing, frame), drawBorders(run, frame), drawCentres(run, centreSets(drawing.view, drawing.choice), frame));
}

export function frameDrawing(frame, label, ...layers) {
  return svg('svg', { class: 'still-map', viewBox: `-8 -8 ${WIDTH + 16} ${frame.height + 16}`, role: 'img', 'aria-label': label, fill: 'none' }, layers);
}
