// The map that moves, drawn by MapLibre GL JS from the run's own tables: no tiles from outside.
import { LngLatBounds, Map as GlMap } from 'maplibre-gl';
import './worker.js';
import { areaFeatures, centreFeatures, extentOf, labelFeatures, roadFeatures, runExtent, settlementFeatures } from './features.js';
import { CENTRES, DOTS, FILL, colourBy, filterBy, makeLayers } from './layers.js';
import { centreSets, choiceName } from './views.js';

const KINDS = { [CENTRES]: 'centre', [DOTS]: 'settlement', [FILL]: 'block' };
const NOTHING = { type: 'FeatureCollection', features: [] };
const NEAR_PX = 6; // a finger or a pointer need not hit a dot's middle
const CLOSE_ZOOM = 10.5;

export class MovingMap {
  #map;
  #run;
  #onPoint;

  /**
   * `onPoint({kind, row}, how, place)`: what is under the pointer or was chosen, null for nothing.
   * `twoFingers`: says that two fingers move the map, as one finger moves the page. `leader`: another
   * map, which this one follows wherever it moves, itself deaf.
   */
  constructor({ container, run, views, theme, twoFingers, leader = null, onPoint, onReady }) {
    this.#run = run;
    this.#onPoint = onPoint;
    this.#map = new GlMap({
      container,
      style: { version: 8, sources: makeSources(run, views), layers: makeLayers(theme) },
      interactive: leader === null,
      bounds: runExtent(run),
      fitBoundsOptions: { padding: 18 },
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      cooperativeGestures: leader === null && isTouch(),
      locale: { 'CooperativeGesturesHandler.MobileHelpText': twoFingers ?? '' },
      maxZoom: 15,
      renderWorldCopies: false,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.scrollZoom.setWheelZoomRate(1 / 300);
    this.#map.once('load', () => {
      if (leader) this.#follow(leader);
      else this.#listen();
      onReady(this);
    });
  }

  /** Draws one view under a choice. */
  draw({ view, choice, hidden, catchment }) {
    const name = choiceName(view, choice);
    const isDots = view.table === 'settlements';
    const map = this.#map;
    map.setLayoutProperty(DOTS, 'visibility', isDots ? 'visible' : 'none');
    map.setLayoutProperty('settlement-labels', 'visibility', isDots ? 'visible' : 'none');
    map.setLayoutProperty(FILL, 'visibility', isDots ? 'none' : 'visible');
    map.setPaintProperty(isDots ? DOTS : FILL, isDots ? 'circle-color' : 'fill-color', colourBy(view, name));
    map.setFilter(isDots ? DOTS : FILL, filterBy(name, hidden, isDots ? catchment : null));
    map.setFilter('settlement-labels', isDots ? filterBy(name, hidden, catchment) : null);
    map.setFilter(CENTRES, ['any', ...centreSets(view, choice).map((set) => ['get', `open/${set}`])]);
  }

  setTheme(theme) {
    for (const layer of makeLayers(theme)) {
      for (const [property, value] of Object.entries(layer.paint ?? {})) {
        this.#map.setPaintProperty(layer.id, property, value);
      }
    }
  }

  select(selected) {
    const geometry = selected && this.#geometryOf(selected);
    const source = this.#map.getSource('selected');
    source.setData(geometry ? { type: 'Feature', properties: {}, geometry } : NOTHING);
  }

  moveTo(selected) {
    const geometry = this.#geometryOf(selected);
    if (!geometry) return;
    if (geometry.type === 'Point') {
      this.#map.easeTo({ center: geometry.coordinates, zoom: Math.max(this.#map.getZoom(), CLOSE_ZOOM) });
    } else {
      this.#map.fitBounds(new LngLatBounds(extentOf([geometry])), { padding: 40, maxZoom: 12 });
    }
  }

  showAll() {
    this.#map.fitBounds(new LngLatBounds(runExtent(this.#run)), { padding: 18 });
  }

  zoomBy(steps) {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps });
  }

  /** Takes all that the map holds from the browser. */
  remove() {
    this.#map.remove();
  }

  #follow(leader) {
    const follow = () => this.#map.jumpTo({ center: leader.#map.getCenter(), zoom: leader.#map.getZoom() });
    leader.#map.on('move', follow);
    this.#map.once('remove', () => leader.#map.off('move', follow));
    follow();
  }

  #geometryOf({ kind, row }) {
    return this.#run.geometry(`${kind}s`)[row] ?? null;
  }

  #listen() {
    const map = this.#map;
    map.on('mousemove', (event) => this.#onPoint(this.#find(event.point), 'hover', event.point));
    map.on('mouseout', () => this.#onPoint(null, 'hover', null));
    map.on('movestart', () => this.#onPoint(null, 'hover', null));
    map.on('click', (event) => this.#onPoint(this.#find(event.point), 'choose', event.point));
  }

  /** The thing at a place of the screen: a centre before a settlement before a block. */
  #find({ x, y }) {
    const box = [[x - NEAR_PX, y - NEAR_PX], [x + NEAR_PX, y + NEAR_PX]];
    const near = this.#map.queryRenderedFeatures(box, { layers: [CENTRES, DOTS] });
    const found = near.find((one) => one.layer.id === CENTRES) ?? near[0]
      ?? this.#map.queryRenderedFeatures([x, y], { layers: [FILL] })[0];
    return found ? { kind: KINDS[found.layer.id], row: found.properties.row } : null;
  }
}

function isTouch() {
  return matchMedia('(pointer: coarse)').matches;
}

function makeSources(run, views) {
  const source = (data) => ({ type: 'geojson', data });
  const areas = (table) => source(run.has(table) ? areaFeatures(run, views, table) : NOTHING);
  const names = (table) => source(run.has(table) ? labelFeatures(run, table) : NOTHING);
  return {
    districts: areas('districts'),
    blocks: areas('blocks'),
    roads: source(run.has('roads') ? roadFeatures(run) : NOTHING),
    settlements: { type: 'geojson', data: settlementFeatures(run, views), buffer: 8, tolerance: 0 },
    centres: source(centreFeatures(run)),
    'district-labels': names('districts'),
    'block-labels': names('blocks'),
    selected: source(NOTHING),
  };
}
