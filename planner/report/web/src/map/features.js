// The rows of the run's tables as GeoJSON features that carry their classes under every choice.
import { allChoices, choiceName } from './views.js';

const LARGE_WOMEN = 4000; // a settlement of so many women is drawn at full size

/** Scripts that the map draws letter by letter; others need shaping and stay in cards and tables. */
const SIMPLE_SCRIPT = /^[\p{Script=Latin}\p{Script=Common}]*$/u;

export function labelOf(name) {
  return SIMPLE_SCRIPT.test(name ?? '') ? name : '';
}

function collect(geometries, propertiesOf) {
  const features = [];
  geometries.forEach((geometry, row) => {
    if (geometry) features.push({ type: 'Feature', geometry, properties: propertiesOf(row) });
  });
  return { type: 'FeatureCollection', features };
}

/** Columns of classes by the names of choices, of the views of one table. */
function classColumns(run, views, table) {
  const columns = [];
  for (const view of views.filter((one) => one.table === table)) {
    for (const choice of allChoices(view, run)) columns.push([choiceName(view, choice), view.classesOf(choice)]);
  }
  return columns;
}

function fromColumns(columns, row, properties) {
  for (const [name, column] of columns) properties[name] = column[row];
  return properties;
}

export function settlementFeatures(run, views) {
  const table = run.table('settlements');
  const columns = classColumns(run, views, 'settlements');
  for (const set of run.sets) columns.push([`centre/${set.name}`, table.column(`centre_${set.name}`)]);
  const names = table.column('name');
  const women = table.column('women');
  return collect(run.geometry('settlements'), (row) =>
    fromColumns(columns, row, {
      row,
      label: labelOf(names[row]),
      size: Math.round(100 * Math.sqrt(Math.min(women[row], LARGE_WOMEN) / LARGE_WOMEN)) / 100,
    }));
}

export function areaFeatures(run, views, table) {
  const columns = classColumns(run, views, table);
  return collect(run.geometry(table), (row) => fromColumns(columns, row, { row }));
}

export function roadFeatures(run) {
  const classes = run.table('roads').column('class');
  return collect(run.geometry('roads'), (row) => ({ main: MAIN_ROADS.has(classes[row]) }));
}

const MAIN_ROADS = new Set(['motorway', 'trunk', 'primary', 'Primary Route']);

export function centreFeatures(run) {
  const table = run.table('centres');
  return collect(run.geometry('centres'), (row) => {
    const properties = { row, kind: table.cell(run.centreKind, row), label: labelOf(table.cell('name', row)) };
    for (const set of run.sets) properties[`open/${set.name}`] = table.cell(`open_${set.name}`, row) === 1;
    return properties;
  });
}

/** A point to label an area at: the middle of its largest part. */
export function labelFeatures(run, table) {
  const names = run.table(table).column('name');
  const points = run.geometry(table).map((shape) => shape && { type: 'Point', coordinates: middle(shape) });
  return collect(points, (row) => ({ row, label: labelOf(names[row]) }));
}

/** The centroid of the outer ring with the largest area. */
export function middle(shape) {
  const parts = shape.coordinates.map(([outer]) => centroid(outer));
  return parts.reduce((best, part) => (part.area > best.area ? part : best)).place;
}

function centroid(ring) {
  let twice = 0;
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    twice += cross;
    x += (ring[i][0] + ring[i + 1][0]) * cross;
    y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  const place = twice === 0 ? ring[0] : [x / (3 * twice), y / (3 * twice)];
  return { area: Math.abs(twice), place };
}

/** [west, south, east, north] of geometries; null of none. */
export function extentOf(geometries) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const extend = (place) => {
    if (typeof place[0] !== 'number') return place.forEach(extend);
    box[0] = Math.min(box[0], place[0]);
    box[1] = Math.min(box[1], place[1]);
    box[2] = Math.max(box[2], place[0]);
    box[3] = Math.max(box[3], place[1]);
  };
  for (const geometry of geometries) if (geometry) extend(geometry.coordinates);
  return Number.isFinite(box[0]) ? box : null;
}

/** Of the whole run: its areas, or its settlements where it has none. */
export function runExtent(run) {
  return extentOf(run.geometry('districts')) ?? extentOf(run.geometry('blocks')) ?? extentOf(run.geometry('settlements'));
}
