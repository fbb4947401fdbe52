// The data inside a page against the tables beside it: every cell that the page has, as text.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Run } from '../src/data/run.js';
import { unpack } from '../src/data/unpack.js';

const MOST_FAULTS = 5;
const ELSEWHERE = new Set(['roads']); // only in the GeoPackage

/** The run within a page. */
export async function readReport(report) {
  const page = await readFile(report, 'utf8');
  const found = page.match(/<script id="data"[^>]*>([^<]*)<\/script>/);
  if (!found) throw new Error('the page has no data');
  return new Run(await unpack(found[1]));
}

/** The records of a CSV file (RFC 4180). */
export function parseCsv(text) {
  const records = [];
  let record = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/g)) {
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  }
  return records;
}

async function readCsv(folder, name) {
  const [header, ...rows] = parseCsv(await readFile(join(folder, `${name}.csv`), 'utf8'));
  return { rows, column: (title) => rows.map((row) => row[header.indexOf(title)]) };
}

function cellText(cell, column) {
  if (cell === null) return '';
  return column.type === 'real' ? cell.toFixed(Math.round(Math.log10(column.scale))) : String(cell);
}

async function compareTable(folder, run, packed) {
  const csv = await readCsv(folder, packed.name);
  if (csv.rows.length !== packed.rows) return [`${packed.name} has ${packed.rows} rows, its file ${csv.rows.length}`];
  const table = run.table(packed.name);
  return packed.columns.flatMap((column) => {
    const expected = csv.column(column.name);
    const row = table.column(column.name).findIndex((cell, at) => cellText(cell, column) !== expected[at].replace(/^-(0(\.0*)?)$/, '$1'));
    return row < 0 ? [] : [`${packed.name}.${column.name}, row ${row + 1}: '${cellText(table.cell(column.name, row), column)}', its file has '${expected[row]}'`];
  });
}

function comparePlaces(run) {
  const table = run.table('settlements');
  const faults = [];
  if (run.geometry('settlements').length !== table.rows) faults.push('not every settlement has a place');
  if (run.settlementBlock.length !== table.rows) faults.push('not every settlement has a block');
  return faults;
}

export async function checkData(report) {
  const run = await readReport(report);
  const folder = dirname(report);
  const summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'));
  const faults = comparePlaces(run);
  if (JSON.stringify(run.summary) !== JSON.stringify(summary)) faults.push('the summary is not summary.json');
  for (const packed of Object.values(run.head.tables)) {
    if (!ELSEWHERE.has(packed.name)) faults.push(...(await compareTable(folder, run, packed)));
  }
  return faults.slice(0, MOST_FAULTS);
}
