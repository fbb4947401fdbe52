// How long the map of a report takes until it is first drawn whole, against that of another one, in
// turns in one browser. Used by tests/bench/first-paint.
import { findChromium, openReport, startBrowser } from './browser.mjs';

const TURNS = 5;

/** Milliseconds from the begin of the navigation. */
async function timeOf(browser, report) {
  const { page, close } = await openReport(browser, report, { sharp: true });
  const ready = await page.evaluate(() => performance.getEntriesByName('map-drawn')[0].startTime);
  await close();
  return ready;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const reports = process.argv.slice(2);
if (!findChromium()) {
  console.log('SKIPPED: there is no Chromium; scripts/setup check installs it');
  process.exit(0);
}
const browser = await startBrowser();
const times = reports.map(() => []);
for (let turn = 0; turn < TURNS; turn += 1) {
  for (const [at, report] of reports.entries()) times[at].push(await timeOf(browser, report));
}
await browser.close();
const [full, empty] = times.map(median);
console.log(`map of ${reports[0]}: ${full.toFixed(0)} ms; of ${reports[1]}: ${empty.toFixed(0)} ms; ratio ${(full / empty).toFixed(1)} (medians of ${TURNS})`);
