// Opens the report of a run, a comparison or a batch in Chromium and checks what a reader would find; one line a fault.
// Used by scripts/check-report.
import { findChromium, startBrowser } from './browser.mjs';
import { checksOf } from './checks.mjs';
import { readReport } from './data.mjs';

const [report, only = ''] = process.argv.slice(2);

if (!findChromium()) {
  console.log('SKIPPED: there is no Chromium; scripts/setup check installs it');
  process.exit(0);
}
// What cannot be read is told by the checks of a run.
const { kind } = await readReport(report).catch(() => ({ kind: 'run' }));
const checks = Object.entries(checksOf(kind)).filter(([name]) => name.includes(only));
let n_faults = 0;
const browsers = { moving: await startBrowser(), still: await startBrowser({ webgl: false }) };
for (const [name, check] of checks) {
  const faults = await check(browsers, report).catch((error) => [error.message.split('\n')[0]]);
  for (const fault of faults) console.log(`check-report: ${name}: ${fault}`);
  n_faults += faults.length;
}
for (const browser of Object.values(browsers)) await browser.close();
if (n_faults === 0) console.log(`check-report: ${report}: ${checks.length} checks passed`);
process.exit(n_faults === 0 ? 0 : 1);
