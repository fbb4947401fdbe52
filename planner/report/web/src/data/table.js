// A table of the run: columns by name, each read when it is first asked for.
import { readNumbers } from './unpack.js';

export class Table {
  #bytes;
  #columns;
  #read = new Map();

  constructor(packed, bytes) {
    this.name = packed.name;
    this.rows = packed.rows;
    this.#bytes = bytes;
    this.#columns = new Map(packed.columns.map((column) => [column.name, column]));
  }

  has(name) {
    return this.#columns.has(name);
  }

  unit(name) {
    return this.#columns.get(name)?.unit ?? '';
  }

  /** The cells of a column: texts, numbers or null; nulls throughout where there is none. */
  column(name) {
    if (!this.#read.has(name)) this.#read.set(name, this.#readColumn(name));
    return this.#read.get(name);
  }

  cell(name, row) {
    return this.column(name)[row] ?? null;
  }

  #readColumn(name) {
    const column = this.#columns.get(name);
    if (!column) return new Array(this.rows).fill(null);
    const numbers = readNumbers(this.#bytes, column);
    if (column.words) return numbers.map((at) => (at === null ? null : column.words[at]));
    if (column.scale === 1) return numbers;
    return numbers.map((number) => (number === null ? null : number / column.scale));
  }
}
