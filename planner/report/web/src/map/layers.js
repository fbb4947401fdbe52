// The layers of the moving map, from the ground up.
import { paintOfKind } from './centre_kinds.js';

const INK = { light: '#17202a', dark: '#e9edf0' };
const PAPER = { light: '#f7f5f0', dark: '#161c22' };

export const DOTS = 'settlements';
export const FILL = 'blocks-fill';
export const CENTRES = 'centres';

/** By the theme, so that a change of it only sets paint. */
function palette(theme) {
  return {
    ink: INK[theme],
    paper: PAPER[theme],
    road: theme === 'dark' ? '#3a444e' : '#d8d3c8',
    border: theme === 'dark' ? '#8b98a5' : '#6b747d',
    area: theme === 'dark' ? '#1d252d' : '#fffefb',
  };
}

const dotRadius = ['interpolate', ['exponential', 1.5], ['zoom'],
  6, ['+', 0.9, ['*', 1.4, ['get', 'size']]],
  9, ['+', 1.6, ['*', 3.4, ['get', 'size']]],
  13, ['+', 4, ['*', 12, ['get', 'size']]]];

const centreRadius = ['interpolate', ['linear'], ['zoom'], 5, 2.6, 6.5, 4.5, 9, 6.5, 13, 11];
const centreEdge = ['interpolate', ['linear'], ['zoom'], 5, 1, 6.5, 2];
const districtText = ['interpolate', ['linear'], ['zoom'], 5, 9.5, 6.5, 12.5];

function text(colours, size) {
  return {
    layout: { 'text-field': ['get', 'label'], 'text-size': size, 'text-max-width': 8 },
    paint: { 'text-color': colours.ink, 'text-halo-color': colours.paper, 'text-halo-width': 1.4 },
  };
}

function ground(colours) {
  return [
    { id: 'paper', type: 'background', paint: { 'background-color': colours.paper } },
    { id: 'districts-fill', type: 'fill', source: 'districts', paint: { 'fill-color': colours.area } },
    { id: 'roads', type: 'line', source: 'roads', paint: {
      'line-color': colours.road,
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, ['case', ['get', 'main'], 1, 0.4], 12, ['case', ['get', 'main'], 3, 1.5]] } },
    { id: FILL, type: 'fill', source: 'blocks', layout: { visibility: 'none' }, paint: {
      'fill-opacity': 0.9, 'fill-outline-color': colours.paper } },
    { id: 'block-lines', type: 'line', source: 'blocks', minzoom: 8, paint: {
      'line-color': colours.border, 'line-width': 0.5, 'line-opacity': 0.5 } },
    { id: 'district-lines', type: 'line', source: 'districts', paint: {
      'line-color': colours.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.7, 10, 1.6], 'line-opacity': 0.8 } },
  ];
}

function things(colours) {
  return [
    { id: DOTS, type: 'circle', source: 'settlements', paint: {
      'circle-radius': dotRadius, 'circle-opacity': 0.88 } },
    { id: 'selected-area', type: 'line', source: 'selected', filter: ['!=', ['geometry-type'], 'Point'], paint: {
      'line-color': colours.ink, 'line-width': 3 } },
    { id: CENTRES, type: 'circle', source: 'centres', paint: {
      'circle-radius': centreRadius,
      'circle-color': paintOfKind('fill'), 'circle-stroke-color': paintOfKind('edge'), 'circle-stroke-width': centreEdge } },
    { id: 'selected-point', type: 'circle', source: 'selected', filter: ['==', ['geometry-type'], 'Point'], paint: {
      'circle-radius': 13, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': colours.ink, 'circle-stroke-width': 3 } },
  ];
}

function labels(colours) {
  return [
    { id: 'settlement-labels', type: 'symbol', source: 'settlements', minzoom: 11.5, ...text(colours, 11) },
    { id: 'block-labels', type: 'symbol', source: 'block-labels', minzoom: 8.6, maxzoom: 12.5, ...text(colours, 11.5) },
    { id: 'district-labels', type: 'symbol', source: 'district-labels', maxzoom: 8.6, ...text(colours, districtText) },
  ];
}

export function makeLayers(theme) {
  const colours = palette(theme);
  return [...ground(colours), ...things(colours), ...labels(colours)];
}

/** A class by its name in the features, as a colour. */
export function colourBy(view, name) {
  const pairs = view.classes.flatMap((one) => [one.key, one.colour]);
  return ['match', ['to-string', ['get', name]], ...pairs, '#9a9a9a'];
}

/** Without the hidden classes, and of those only who go to one centre where one is given. */
export function filterBy(name, hidden, catchment) {
  const filter = ['all', ['!', ['in', ['to-string', ['get', name]], ['literal', hidden]]]];
  if (catchment) filter.push(['==', ['get', `centre/${catchment.set}`], catchment.id]);
  return filter;
}
