// What axe-core finds on the page; only what it calls serious or critical is a fault.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openReport } from './browser.mjs';
import { PLACE_TABLES } from './controls.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const GRAVE = ['serious', 'critical'];

/** The issues of a page as it stands. */
export async function graveIssues(page) {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  return violations.filter(({ impact }) => GRAVE.includes(impact)).map((one) => `${one.id}: ${one.help}: ${one.nodes[0].html.slice(0, 160)}`);
}

export async function checkAccess(browser, report, { dark }) {
  const faults = [];
  for (const width of [360, 1440]) {
    const { page, close } = await openReport(browser, report, { width, height: 800, dark });
    const block = await page.$(PLACE_TABLES);
    if (block) await block.click();
    faults.push(...(await graveIssues(page)).map((issue) => `${width} px: ${issue}`));
    await close();
  }
  return faults;
}
