// The shapes of a table's rows, as GeoJSON geometries on WGS 84.
import { readNumbers } from './unpack.js';

/** One geometry a row; null where the row has none. */
export function readGeometry(packed, bytes) {
  const lon = readNumbers(bytes, packed.lon);
  const lat = readNumbers(bytes, packed.lat);
  const place = (at) => [lon[at] / packed.scale, lat[at] / packed.scale];
  if (packed.type === 'point') {
    return lon.map((x, at) => (x === null ? null : { type: 'Point', coordinates: place(at) }));
  }
  const reader = new ShapeReader(readNumbers(bytes, packed.counts), place);
  return packed.type === 'line' ? reader.lines() : reader.polygons();
}

class ShapeReader {
  #counts;
  #place;
  #count = 0;
  #point = 0;

  constructor(counts, place) {
    this.#counts = counts;
    this.#place = place;
  }

  lines() {
    return this.#rows(() => {
      const coordinates = this.#points(this.#next());
      return coordinates.length > 1 ? { type: 'LineString', coordinates } : null;
    });
  }

  polygons() {
    return this.#rows(() => {
      const coordinates = this.#times(this.#next(), () => this.#times(this.#next(), () => this.#ring()));
      return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null;
    });
  }

  #rows(read) {
    const rows = [];
    while (this.#count < this.#counts.length) rows.push(read());
    return rows;
  }

  #ring() {
    const points = this.#points(this.#next());
    return [...points, points[0]];
  }

  #points(n) {
    return this.#times(n, () => this.#place(this.#point++));
  }

  #times(n, read) {
    return Array.from({ length: n }, read);
  }

  #next() {
    return this.#counts[this.#count++];
  }
}
