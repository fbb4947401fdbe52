// What every report holds, of a run or of a comparison: tables, shapes, and which place lies where.
import { readGeometry } from './geometry.js';
import { Table } from './table.js';
import { readNumbers } from './unpack.js';

export class Report {
  #bytes;
  #geometry = new Map();

  constructor({ head, bytes }) {
    this.head = head;
    this.#bytes = bytes;
    this.tables = new Map(Object.entries(head.tables).map(([name, packed]) => [name, new Table(packed, bytes)]));
    this.settlementBlock = readNumbers(bytes, head.settlement_places.block);
    this.settlementDistrict = readNumbers(bytes, head.settlement_places.district);
    this.blockDistrict = readNumbers(bytes, head.block_districts);
  }

  has(table) {
    return (this.tables.get(table)?.rows ?? 0) > 0;
  }

  table(name) {
    return this.tables.get(name);
  }

  /** A cell, or null where there is no such table or column. */
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
}
