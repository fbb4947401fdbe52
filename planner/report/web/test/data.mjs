// The data inside a page against the tables beside it: every cell that the page has, as text.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openReport } from '../src/data/open_report.js';

const MOST_FAULTS = 5;
const ELSEWHERE = new Set(['roads']); // only in the GeoPackage

const read = new Map();

/** The run, the comparison of two or the batch within a page, read once. */
export function readReport(report) {
  if (!read.has(report)) read.set(report, readPage(report));
  return read.get(report);
}

async function readPage(report) {
  const page = await readFile(report, 'utf8');
  const found = page.match(/<script id="data"[^>]*>([^<]*)<\/script>/);
  if (!found) throw new Error('the page has no data');
  return openReport(found[1]);
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

/** `isWanted`: of its rows, by the cell under `title`; all where none is given. */
async function readCsv(folder, name, { title = '', isWanted = () => true } = {}) {
  const [header, ...all] = parseCsv(await readFile(join(folder, `${name}.csv`), 'utf8'));
  const rows = all.filter((row) => isWanted(row[header.indexOf(title)]));
  return { rows, has: (column) => header.includes(column), column: (column) => rows.map((row) => row[header.indexOf(column)]) };
}

function cellText(cell, column) {
  if (cell === null) return '';
  return column.type === 'real' ? cell.toFixed(Math.round(Math.log10(column.scale))) : String(cell);
}

/** `rows`: those of the table that stand in the file; `nameOf`: a column's name there. */
function compareCells(csv, table, packed, { rows, nameOf = (name) => name }) {
  if (csv.rows.length !== rows.length) return [`${packed.name} has ${rows.length} rows, its file ${csv.rows.length}`];
  return packed.columns.filter((column) => csv.has(nameOf(column.name))).flatMap((column) => {
    const expected = csv.column(nameOf(column.name));
    const at = rows.findIndex((row, i) => cellText(table.cell(column.name, row), column) !== expected[i].replace(/^-(0(\.0*)?)$/, '$1'));
    return at < 0 ? [] : [`${packed.name}.${column.name}, row ${at + 1}: '${cellText(table.cell(column.name, rows[at]), column)}', its file has '${expected[at]}'`];
  });
}

async function compareTable(folder, run, packed) {
  const table = run.table(packed.name);
  const csv = await readCsv(folder, packed.name);
  const missing = packed.columns.filter((column) => !csv.has(column.name)).map((column) => `${packed.name}.${column.name} is not in its file`);
  return [...missing, ...compareCells(csv, table, packed, { rows: [...Array(table.rows).keys()] })];
}

const isNamed = (name) => name !== '';

/** The tables of a comparison, by the files that hold some of their rows and columns. */
const COMPARED = {
  settlements: { file: 'changes', isIn: (cell) => cell('change') !== 'same' },
  centres: { file: 'centre_changes', isIn: (cell) => cell('change') !== 'moved from' },
  districts: { file: 'district_changes', nameOf: (name) => (name === 'name' ? 'district' : name), wanted: { title: 'district', isWanted: isNamed } },
  blocks: { file: 'block_changes', nameOf: (name) => (name === 'name' ? 'block' : name), wanted: { title: 'block', isWanted: isNamed } },
};

async function checkComparison(folder, run) {
  const told = JSON.parse(await readFile(join(folder, 'compare.json'), 'utf8'));
  const faults = JSON.stringify(run.told) === JSON.stringify(told) ? [] : ['the comparison is not compare.json'];
  for (const packed of Object.values(run.head.tables)) {
    const { file, isIn = () => true, nameOf, wanted } = COMPARED[packed.name];
    const table = run.table(packed.name);
    const rows = [...Array(table.rows).keys()].filter((row) => isIn((column) => table.cell(column, row)));
    faults.push(...compareCells(await readCsv(folder, file, wanted), table, packed, { rows, nameOf }));
  }
  return faults;
}

/** Columns of batch.csv that the page has too, each as text. */
const IN_BATCH_CSV = {
  scenario: (one) => one.name,
  origin: (one) => one.origin,
  status: (one) => one.status,
  rural_within: ({ figures }) => figures?.within_limit.rural_women,
  d_rural_within: ({ figures }) => figures?.within_limit_less_base.rural_women,
};

async function checkBatch(folder, run) {
  const told = JSON.parse(await readFile(join(folder, 'batch.json'), 'utf8'));
  const faults = JSON.stringify(run.told) === JSON.stringify(told) ? [] : ['the batch is not batch.json'];
  const csv = await readCsv(folder, 'batch');
  for (const [column, valueOf] of Object.entries(IN_BATCH_CSV)) {
    const shown = run.scenarios.map((one) => String(valueOf(one) ?? ''));
    const at = csv.column(column).findIndex((cell, row) => cell !== shown[row]);
    if (at >= 0 || csv.rows.length !== shown.length) faults.push(`${column}, row ${at + 1}: '${shown[at]}', its file has '${csv.column(column)[at]}'`);
  }
  return faults.slice(0, MOST_FAULTS);
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
  if (run.kind === 'batch') return checkBatch(folder, run);
  if (run.kind === 'compared') return [...comparePlaces(run), ...(await checkComparison(folder, run))].slice(0, MOST_FAULTS);
  const summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'));
  const faults = comparePlaces(run);
  if (JSON.stringify(run.summary) !== JSON.stringify(summary)) faults.push('the summary is not summary.json');
  for (const packed of Object.values(run.head.tables)) {
    if (!ELSEWHERE.has(packed.name)) faults.push(...(await compareTable(folder, run, packed)));
  }
  return faults.slice(0, MOST_FAULTS);
}
