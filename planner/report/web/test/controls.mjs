// Each control of the page does what it says.
import { openReport } from './browser.mjs';
import { readReport } from './data.mjs';

const isPressed = (page, id) => page.getAttribute(`#${id}`, 'aria-pressed').then((value) => value === 'true');
const textOf = (page, id) => page.textContent(`#${id}`);

export async function checkControls(browser, report) {
  const { page, faults, close } = await openReport(browser, report);
  const must = (holds, fault) => { if (!holds) faults.push(fault); };
  for (const id of await page.$$eval('#controls .segmented:first-child button', (all) => all.map((one) => one.id))) {
    await page.click(`#${id}`);
    must(await isPressed(page, id), `${id} is not pressed after a click`);
    must((await page.$$('#legend input')).length > 0, `${id} has no legend`);
    await checkSets(page, must);
    await checkMonths(page, must);
  }
  await page.click('#view-Minutes');
  if (await page.$('#swipe')) await checkSwipe(page, must);
  await checkLegend(page, must);
  await checkTheme(page, must);
  await close();
  return faults;
}

async function checkSets(page, must) {
  for (const id of await page.$$eval('[id^="set-"]', (all) => all.map((one) => one.id))) {
    await page.click(`#${id}`);
    must(await isPressed(page, id), `${id} is not pressed after a click`);
  }
}

async function checkSwipe(page, must) {
  await page.click('#swipe');
  await page.waitForSelector('.swipe-map canvas');
  const clip = () => page.$eval('.swipe-map', (one) => getComputedStyle(one).clipPath);
  const before = await clip();
  await page.focus('#swipe-at');
  await page.keyboard.press('ArrowLeft');
  must((await clip()) !== before, 'the arrow key does not move the line between the sets');
  await page.click('#set-0');
  must(!(await page.$('.swipe-map')), 'the comparison stays when one set is chosen');
}

async function checkMonths(page, must) {
  if (!(await page.$('#month'))) return;
  await page.fill('#month', '0');
  const first = await textOf(page, 'controls');
  await page.focus('#month');
  await page.keyboard.press('ArrowRight');
  must((await textOf(page, 'controls')) !== first, 'the arrow key does not move the month');
}

async function checkLegend(page, must) {
  const box = await page.$eval('#legend input', (one) => one.id);
  await page.click(`#${box}`);
  must(!(await page.isChecked(`#${box}`)), 'a class of the legend stays on');
  must((await page.$$('.hidden-class')).length === 1, 'a class that is off does not look so');
  await page.focus(`#${box}`);
  await page.keyboard.press('Space');
  must(await page.isChecked(`#${box}`), 'the space key does not bring a class back');
}

export async function checkTheme(page, must) {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await paper();
  await page.click('#theme');
  must((await paper()) !== before, 'dark and light look alike');
}

/** Names that differ in case alone are found alike. */
function hasName(text, name) {
  return text.toLowerCase().includes(name.toLowerCase());
}

/** The last name and the longest one, which is the likeliest to be odd. */
function namesToFind(table) {
  const names = table.column('name');
  const longest = names.reduce((best, name) => ((name ?? '').length > best.length ? name : best), '');
  return [longest, names[table.rows - 1]];
}

/** Names of each kind are found, chosen with the keyboard, and their cards show them, as text. */
export async function checkSearch(browser, report) {
  const run = await readReport(report);
  const { page, faults, close } = await openReport(browser, report);
  for (const table of ['settlements', 'blocks', 'districts', 'centres'].filter((one) => run.has(one))) {
    for (const name of namesToFind(run.table(table))) {
      await page.fill('#search', name);
      if (!hasName(await page.textContent('#found li'), name)) faults.push(`'${name}' of ${table} is not found`);
      await page.press('#search', 'Enter');
      if (!hasName(await textOf(page, 'card'), name)) faults.push(`'${name}' of ${table} has no card`);
      if (await page.$('#page img, #page script')) faults.push(`'${name}' of ${table} became markup`);
    }
  }
  if (await page.$('#catchment')) {
    await page.click('#catchment');
    if (!(await isPressed(page, 'catchment'))) faults.push('the catchment of a centre cannot be shown');
  }
  await page.fill('#search', 'no such name at all');
  if (await page.$('#found [id^="found-"]')) faults.push('a name that is not there is found');
  await page.press('#search', 'Escape');
  if (await page.isVisible('#found')) faults.push('Escape does not close the search');
  await close();
  return faults;
}

/** Tables whose names show a place on the map. */
export const PLACE_TABLES = '#worst button, #changed-areas button, #changed-centres button, #scenario-table tbody button';

export async function checkPlaces(browser, report) {
  const { page, faults, close } = await openReport(browser, report, { motion: 'reduce' });
  for (const button of await page.$$(PLACE_TABLES)) {
    const name = await button.textContent();
    await button.click();
    if (!(await textOf(page, 'card')).includes(name)) faults.push(`'${name}' has no card`);
  }
  await close();
  return faults;
}

/** A conjunct of three letters is narrower than the letters side by side, where the script is shaped. */
function isShaped(page) {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    context.font = '40px "Noto Sans Devanagari", sans-serif';
    const widthOf = (text) => context.measureText(text).width;
    return widthOf('\u0915\u094d\u0937') < widthOf('\u0915') + widthOf('\u0937') - 1;
  });
}

export async function checkHindi(browser, report) {
  const { page, faults, close } = await openReport(browser, report);
  await page.click('#language-hi');
  if ((await page.getAttribute('html', 'lang')) !== 'hi') faults.push('the page does not say that it is Hindi');
  if (!(await page.isVisible('#draft'))) faults.push('the Hindi is not marked as not reviewed');
  if (!/[\u0900-\u097f]/.test(await page.textContent('h1'))) faults.push('the question is not in Hindi');
  if (!(await isShaped(page))) faults.push('Hindi is not shaped: is there a font for it (fonts-noto-core)?');
  await page.click('#language-en');
  if ((await page.getAttribute('html', 'lang')) !== 'en') faults.push('the page does not go back to English');
  await close();
  return faults;
}
