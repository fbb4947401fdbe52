// The weekly review: its choosers, its table against the run's, its sheets.
import { expectedWeeks, WHOLE } from '../src/weeks/week_data.js';
import { graveIssues } from './access.mjs';
import { openReport } from './browser.mjs';
import { readReport } from './data.mjs';

export async function checkWeeks(browser, report) {
  const run = await readReport(report);
  if (!run.has('weeks')) return [];
  const { page, faults, close } = await openReport(browser, report);
  const must = (holds, fault) => { if (!holds) faults.push(fault); };
  const said = () => page.getAttribute('#week-chart .chart', 'aria-label');
  const rows = await page.$$('#week-table tbody tr');
  must(rows.length === expectedWeeks(run, run.last.name, WHOLE).length, `the table of weeks has ${rows.length} rows`);
  for (const id of await page.$$eval('[id^="week-"][aria-pressed]', (all) => all.map((one) => one.id))) {
    await page.click(`#${id}`);
    must((await page.getAttribute(`#${id}`, 'aria-pressed')) === 'true', `${id} is not pressed after a click`);
    must((await page.$$('#week-chart svg path')).length > 0, `${id} has no chart`);
  }
  const before = await said();
  await page.selectOption('#week-area', { index: 1 });
  must((await said()) !== before, 'another area has the same weeks');
  faults.push(...(await graveIssues(page)));
  await page.click('#open-weeks');
  must((await page.$$('.sheet')).length === 2, 'the sheets of the weeks are not two');
  must((await page.$$('.week-charts svg')).length === 6, 'the sheet has not a chart for each figure');
  faults.push(...(await graveIssues(page)));
  await page.click('#close-sheet');
  must(await page.isVisible('#weeks'), 'the sheets of the weeks cannot be left');
  await close();
  return faults;
}
