// The page of a batch: its table sorts and filters, a scenario is chosen, names stay text, paper has all rows.
import { openReport } from './browser.mjs';
import { checkTheme } from './controls.mjs';
import { readReport } from './data.mjs';
import { emptyParts, widthFaults } from './shapes.mjs';

const ROWS = '#scenario-table tbody tr';
const names = (page) => page.$$eval(`${ROWS} th button`, (all) => all.map((one) => one.textContent));

export async function checkBatchWidth(browser, report, size) {
  const { page, faults, close } = await openReport(browser, report, size);
  faults.push(...(await widthFaults(page)), ...(await emptyParts(page)));
  if (await page.isVisible('#map-part')) faults.push('a batch shows an empty map');
  await close();
  return faults;
}

export async function checkBatchControls(browser, report) {
  const run = await readReport(report);
  const { page, faults, close } = await openReport(browser, report);
  const must = (holds, fault) => { if (!holds) faults.push(fault); };
  await checkSorting(page, must);
  await checkFilters(page, run, must);
  await checkWindow(page, run, must);
  await checkChoice(page, must);
  await checkTheme(page, must);
  await close();
  return faults;
}

/** Each column by mouse one way, then by keyboard the other way; the focus stays. */
async function checkSorting(page, must) {
  for (const id of await page.$$eval('button.sort', (all) => all.map((one) => one.id))) {
    const sort = () => page.$eval(`#${id}`, (one) => one.closest('th').getAttribute('aria-sort'));
    await page.click(`#${id}`);
    const first = await sort();
    await page.keyboard.press('Enter');
    must(first !== 'none' && (await sort()) !== 'none' && (await sort()) !== first, `${id} does not sort both ways`);
    must((await page.$$('th[aria-sort="ascending"], th[aria-sort="descending"]')).length === 1, `${id} is not the only column that is sorted by`);
    must((await page.evaluate(() => document.activeElement.id)) === id, `${id} loses the focus`);
  }
}

async function checkFilters(page, run, must) {
  for (const key of ['origin', 'status']) {
    const values = [...new Set(run.scenarios.map((one) => one[key]))];
    must(values.length < 2 || await page.$(`#only-${key}`), `there is no filter by ${key}`);
    for (const value of values.length > 1 ? values : []) {
      await page.selectOption(`#only-${key}`, value);
      const wanted = run.scenarios.filter((one) => one[key] === value).map((one) => one.name);
      const shown = await names(page);
      must(shown.length > 0 && shown.every((name) => wanted.includes(name)), `the filter by ${key} shows others than '${value}'`);
    }
    if (values.length > 1) await page.selectOption(`#only-${key}`, '');
  }
  await page.fill('#find', 'no such scenario');
  must((await page.$$(ROWS)).length === 0, 'a scenario that is not there is found');
  await page.fill('#find', '');
}

async function checkWindow(page, run, must) {
  must((await page.$$(ROWS)).length <= Math.min(run.scenarios.length, 200), 'the table shows all rows at once');
  if (!(await page.$('#rows-next'))) return;
  const first = (await names(page))[0];
  await page.click('#rows-next');
  must((await names(page))[0] !== first, 'the next rows are the same');
  await page.click('#rows-first');
  must((await names(page))[0] === first, 'the first rows are others');
}

async function checkChoice(page, must) {
  await page.focus(`${ROWS} th button`);
  const name = (await names(page))[0];
  await page.keyboard.press('Enter');
  must((await page.getAttribute(`${ROWS} th button`, 'aria-pressed')) === 'true', 'a chosen scenario is not pressed');
  must((await page.textContent('#chosen')).includes(name), 'a chosen scenario is not told');
  await page.click('#let-go');
  must((await page.textContent('#chosen')) === '', 'a scenario cannot be let go');
}

/** Each name, parameter and reason stands as it is, wherever it is shown. */
export async function checkBatchNames(browser, report) {
  const run = await readReport(report);
  const { page, faults, close } = await openReport(browser, report);
  const odd = run.scenarios.filter((one) => /[^\w-]/.test(one.name + one.reason + Object.values(one.parameters).join(''))).slice(0, 40);
  for (const one of odd) {
    await page.fill('#find', one.name);
    if (!(await names(page)).includes(one.name)) faults.push(`'${one.name}' is not in the table`);
    if (one.reason && !(await page.textContent('#scenario-table tbody')).includes(one.reason)) faults.push(`the reason of '${one.name}' is not in the table`);
    await page.click(`${ROWS} th button`);
    if (await page.$('#page img, #page script')) faults.push(`'${one.name}' became markup`);
  }
  await close();
  return faults;
}

/** A chosen scenario is marked in the charts, and these have their figures as tables. */
export async function checkBatchChart(browser, report) {
  const { page, faults, close } = await openReport(browser, report);
  for (const id of ['tornado', 'tornado-underserved']) {
    if (!(await page.isVisible(`#${id}`))) continue;
    const bars = () => page.$$eval(`#${id} svg [aria-label="bar"] rect`, (all) => all.length);
    const rows = await page.$$eval(`#${id} details tbody tr`, (all) => all.length);
    if (rows !== (await bars())) faults.push(`${id} has ${await bars()} bars and ${rows} rows`);
    const before = await bars();
    const name = await page.textContent(`#${id} details tbody th`);
    await page.fill('#find', name);
    await page.click(`${ROWS} th button`);
    if ((await bars()) !== before + 1) faults.push(`${id} does not mark '${name}'`);
    await page.click('#let-go');
    await page.fill('#find', '');
  }
  if (await page.isVisible('#parallel') && (await page.$$('#parallel svg path')).length === 0) faults.push('the parallel coordinates are empty');
  await close();
  return faults;
}

export async function checkBatchPaper(browser, report) {
  const run = await readReport(report);
  const { page, faults, close } = await openReport(browser, report);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const rows = (await page.$$(ROWS)).length;
  if (rows !== Math.min(run.scenarios.length, 1000)) faults.push(`paper has ${rows} of ${run.scenarios.length} scenarios`);
  if (await page.$('#scenario-table thead button')) faults.push('the head of the table has buttons on paper, so that it is not repeated');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (pdf.length < 20_000) faults.push('the printed page is blank');
  if (await page.$$eval(ROWS, (all) => all.length) > 200 || !(await page.$('#scenario-table thead button'))) faults.push('the page stays as on paper');
  await close();
  return faults;
}
