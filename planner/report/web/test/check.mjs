// Opens a run's report in Chromium and checks what a reader would find; one line a fault.
// Used by scripts/check-report.
import { findChromium, startBrowser } from './browser.mjs';
import { CHECKS } from './checks.mjs';

const [report, only = ''] = process.argv.slice(2);
const checks = Object.entries(CHECKS).filter(([name]) => name.includes(only));

if (!findChromium()) {
  console.log('SKIPPED: there is no Chromium; scripts/setup check installs it');
  process.exit(0);
}
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
