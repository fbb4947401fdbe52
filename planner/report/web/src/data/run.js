// What a run says, in the shape that the page needs it. No number is worked out anew here.
import { readGeometry } from './geometry.js';
import { Table } from './table.js';
import { readNumbers } from './unpack.js';

export class Run {
  #bytes;
  #geometry = new Map();

  constructor({ head, bytes }) {
    this.head = head;
    this.#bytes = bytes;
    this.summary = head.summary;
    this.manifest = head.manifest;
    this.simulation = head.summary.simulation ?? null;
    this.limit = head.summary.limit_min;
    this.sets = head.summary.headline.sets;
    this.tables = new Map(Object.entries(head.tables).map(([name, packed]) => [name, new Table(packed, bytes)]));
    this.settlementBlock = readNumbers(bytes, head.settlement_places.block);
    this.settlementDistrict = readNumbers(bytes, head.settlement_places.district);
    this.blockDistrict = readNumbers(bytes, head.block_districts);
    this.floods = (head.floods ?? []).map((month) => ({
      month: month.month,
      shares: readNumbers(bytes, month).map((share) => (share === null ? null : share / month.scale)),
    }));
  }

  has(table) {
    return (this.tables.get(table)?.rows ?? 0) > 0;
  }

  table(name) {
    return this.tables.get(name);
  }

  /** A cell, or null where the run has no such table or column. */
  cell(table, column, row) {
    return this.tables.get(table)?.cell(column, row) ?? null;
  }

  geometry(name) {
    if (!this.#geometry.has(name)) {
      const packed = this.head.geometry[name];
      this.#geometry.set(name, packed ? readGeometry(packed, this.#bytes) : []);
    }
    return this.#geometry.get(name);
  }

  get first() {
    return this.sets[0];
  }

  get last() {
    return this.sets[this.sets.length - 1];
  }

  /** The place of the headline's limit among the limits. */
  get limitIndex() {
    return this.first.within.findIndex((entry) => entry.minutes === this.limit);
  }

  centreRow(id) {
    this.centreRows ??= new Map(this.table('centres').column('id').map((key, row) => [key, row]));
    return this.centreRows.get(id) ?? null;
  }

  blockRow(id) {
    return this.has('blocks') ? this.table('blocks').column('id').indexOf(id) : -1;
  }
}
