// Opens the report of a run, a comparison or a batch in Chromium and checks what a reader would find; one line a fault.
// Used by scripts/check-report.
import { runAll } from './at_once.mjs';
import { Browsers, findChromium } from './browser.mjs';
import { checksOf } from './checks.mjs';
import { readReport } from './data.mjs';

/** The faults of each check, as lines. */
async function findFaults(report, checks) {
  const browsers = new Browsers();
  const faults = await runAll(checks.map(([name, check]) => async () => {
    const found = await check(browsers, report).catch((error) => [error.message.split('\n')[0]]);
    return found.map((fault) => `${name}: ${fault}`);
  }));
  await browsers.close();
  return faults.flat();
}

const [report, only = ''] = process.argv.slice(2);

if (!findChromium()) {
  console.log('SKIPPED: there is no Chromium; scripts/setup check installs it');
  process.exit(0);
}
// What cannot be read is told by the checks of a run.
const { kind } = await readReport(report).catch(() => ({ kind: 'run' }));
const all = Object.entries(checksOf(kind));
const checks = all.filter(([name]) => name.includes(only));
if (checks.length === 0) {
  console.error(`check-report: no check has '${only}' in its name; there are: ${all.map(([name]) => name).join('; ')}`);
  process.exit(2);
}
const faults = await findFaults(report, checks);
for (const fault of faults) console.log(`check-report: ${fault}`);
if (faults.length === 0) console.log(`check-report: ${report}: ${checks.length} checks passed`);
process.exit(faults.length === 0 ? 0 : 1);
