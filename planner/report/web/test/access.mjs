// What axe-core finds on the page; only what it calls serious or critical is a fault.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openReport } from './browser.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const GRAVE = ['serious', 'critical'];

export async function checkAccess(browser, report, { dark }) {
  const axe = await readFile(AXE, 'utf8');
  const faults = [];
  for (const width of [360, 1440]) {
    const opened = await openReport(browser, report, { width, height: 800, dark });
    await opened.page.evaluate(axe);
    const search = await opened.page.$('#worst button');
    if (search) await search.click();
    const { violations } = await opened.page.evaluate(() => window.axe.run());
    for (const one of violations.filter(({ impact }) => GRAVE.includes(impact))) {
      faults.push(`${width} px: ${one.id}: ${one.help}: ${one.nodes[0].html.slice(0, 160)}`);
    }
    await opened.close();
  }
  return faults;
}
