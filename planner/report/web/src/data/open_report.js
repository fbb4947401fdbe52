// The report within a page: a run, or a comparison of two.
import { Comparison } from './comparison.js';
import { Run } from './run.js';
import { unpack } from './unpack.js';

/** `text`: of the page's data element. */
export async function openReport(text) {
  const data = await unpack(text);
  return data.head.comparison ? new Comparison(data) : new Run(data);
}
