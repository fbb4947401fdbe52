// The report within a page: a run, a comparison of two, or a batch of scenarios.
import { Batch } from './batch.js';
import { Comparison } from './comparison.js';
import { Run } from './run.js';
import { unpack } from './unpack.js';

/** `text`: of the page's data element. */
export async function openReport(text) {
  const data = await unpack(text);
  if (data.head.batch) return new Batch(data);
  return data.head.comparison ? new Comparison(data) : new Run(data);
}
