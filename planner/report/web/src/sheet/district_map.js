// The blocks of one district with their shares, names and centres, as a drawing.
import { h, svg } from '../dom.js';
import { extentOf, middle } from '../map/features.js';
import { Frame, drawCentres, frameDrawing } from '../map/still_map.js';

const CENTRE = 14;

export function blocksOf(run, district) {
  return [...run.blockDistrict.keys()].filter((block) => run.blockDistrict[block] === district);
}

export function drawDistrict(page, district, label) {
  const { run } = page;
  const blocks = blocksOf(run, district).filter((block) => run.geometry('blocks')[block]);
  const extent = extentOf([run.geometry('districts')[district], ...blocks.map((block) => run.geometry('blocks')[block])]);
  const view = page.views.find((one) => one.id === 'Share');
  if (!extent || !view) return null;
  const frame = new Frame(extent);
  const choice = { set: run.last.name };
  const classes = view.classesOf(choice);
  const colourOf = (block) => view.classes.find((one) => one.key === classes[block]).colour;
  return [frameDrawing(frame, label, blocks.map((block) => drawBlock(run, block, frame, colourOf(block))),
    drawCentres(run, [choice.set], frame, CENTRE), blocks.map((block) => drawName(run, block, frame))), key(page, view)];
}

function drawBlock(run, block, frame, fill) {
  return svg('path', { d: frame.path(run.geometry('blocks')[block]), fill, 'fill-opacity': 0.75, stroke: '#fffefb', 'stroke-width': 2 });
}

function drawName(run, block, frame) {
  const [x, y] = frame.point(middle(run.geometry('blocks')[block]));
  return svg('text', { x, y }, run.cell('blocks', 'name', block));
}

function key(page, view) {
  return h('ul', { class: 'key', role: 'list' }, view.classes.filter((one) => one.key !== 'none').map((one) =>
    h('li', {}, h('span', { class: 'swatch', style: `background:${one.colour}` }), page.words(...one.words))));
}
