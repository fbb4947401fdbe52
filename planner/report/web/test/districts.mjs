// The pages of districts: opened from a card, printed, left again.
import { graveIssues } from './access.mjs';
import { openReport } from './browser.mjs';
import { readReport } from './data.mjs';

export async function checkDistricts(browser, report) {
  const run = await readReport(report);
  if (!run.has('districts') || run.kind !== 'run') return [];
  const { page, faults, close } = await openReport(browser, report);
  const name = run.cell('districts', 'name', 0);
  await page.fill('#search', name);
  await page.press('#search', 'Enter');
  await page.click('#open-sheet');
  const text = (await page.isVisible('.sheet')) ? await page.textContent('.sheet') : '';
  if (!text.includes(name)) faults.push(`'${name}' has no page`);
  const blocks = run.blockDistrict.map((district, block) => (district === 0 ? run.cell('blocks', 'name', block) : null));
  for (const block of blocks.filter(Boolean)) if (!text.includes(block)) faults.push(`the page of '${name}' lacks the block '${block}'`);
  if (await page.isVisible('#map-part')) faults.push('the whole report stands beside the page of a district');
  faults.push(...(await graveIssues(page)));
  await page.click('#close-sheet');
  if (!(await page.isVisible('#map-part'))) faults.push('the page of a district cannot be left');
  await close();
  return faults;
}
