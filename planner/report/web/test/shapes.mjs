// The page in its several shapes: wide and narrow, without WebGL, on paper.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newContext, openReport } from './browser.mjs';
import { readReport } from './data.mjs';

/** What sticks out of the page to the side. */
export async function widthFaults(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('main *')].find((one) =>
      one.getBoundingClientRect().right > width + 1 && !one.closest('.scroll, .maplibregl-map, #map, pre, .unseen'));
    return [`the page is wider than the screen${wide ? ` at ${wide.tagName.toLowerCase()}#${wide.id}.${wide.className}` : ''}`];
  });
}

/** Parts that must hold something, where the report has them. */
export async function emptyParts(page) {
  return page.evaluate(() => ['top', 'answer', 'bars', 'controls', 'map', 'legend', 'finder', 'card', 'tornado', 'tornado-underserved', 'curve', 'filters', 'parallel', 'scenario-table', 'limits', 'reasons', 'differences', 'method']
    .filter((id) => !document.getElementById(id).closest('[hidden]'))
    .filter((id) => document.getElementById(id).textContent.trim() === '' && !document.querySelector(`#${id} input, #${id} canvas`))
    .map((id) => `the part '${id}' is empty`));
}

/** How many colours a picture of the map has: a blank one has few. */
async function mapColours(page) {
  const picture = (await (await page.$('#map-canvas')).screenshot()).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 16) seen.add(((data[i] >> 4) << 8) | ((data[i + 1] >> 4) << 4) | (data[i + 2] >> 4));
    return seen.size;
  }, picture);
}

const FEWEST_COLOURS = 20;
const LONGEST_DRAWING_MS = 15_000;

/** The colours of the map once it is drawn, or what it has when it should be. */
async function drawnColours(page) {
  const end = Date.now() + LONGEST_DRAWING_MS;
  let colours = await mapColours(page);
  while (colours < FEWEST_COLOURS && Date.now() < end) colours = await mapColours(page);
  return colours;
}

export async function checkWidth(browser, report, size) {
  const { page, faults, close } = await openReport(browser, report, { ...size, sharp: true });
  const colours = await drawnColours(page);
  await page.evaluate(() => new Promise((done) => { requestIdleCallback(done, { timeout: 5000 }); }));
  faults.push(...(await widthFaults(page)), ...(await emptyParts(page)));
  if (colours < FEWEST_COLOURS) faults.push(`the map is blank: ${colours} colours`);
  await close();
  return faults;
}

export async function checkStill(browser, report) {
  const { page, faults, close } = await openReport(browser, report);
  if (!(await page.$('#map-canvas .still-map path'))) faults.push('there is no still map');
  for (const id of await page.$$eval('#controls .segmented:first-child button', (all) => all.map((one) => one.id))) {
    await page.click(`#${id}`);
    if ((await page.$$('#map-canvas .still-map path')).length === 0) faults.push('a view has no still map');
  }
  await close();
  return faults;
}

/** Sheets that do not fit on a page of paper: the report opened with them, as the program does it, and printed. */
async function sheetFaults(browser, report) {
  const run = await readReport(report);
  if (run.kind !== 'run') return [];
  const kinds = [run.has('districts') && { name: 'district', content: 'all', pages: run.table('districts').rows },
    run.has('weeks') && { name: 'weekly', content: 'year', pages: 2 }, run.has('weeks') && { name: 'weekly', content: '30', pages: 1 }];
  const folder = await mkdtemp(join(tmpdir(), 'pahunch-sheets-'));
  const faults = [];
  for (const { name, content, pages } of kinds.filter(Boolean)) {
    const file = join(folder, 'sheets.html');
    await writeFile(file, (await readFile(report, 'utf8')).replace('<head>', `<head><meta name="pahunch-${name}" content="${content}">`));
    const context = await newContext(browser, { locale: 'hi-IN' });
    const page = await context.newPage();
    await page.goto(`file://${file}`);
    await page.waitForSelector('.sheet');
    for (const language of ['hi', 'en']) {
      await page.$eval(`#language-${language}`, (one) => one.click());
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const found = pdf.toString('latin1').match(/\/Type ?\/Page[^s]/g)?.length;
      if (found !== pages) faults.push(`${language}: the sheets '${name} ${content}' take ${found} pages and not ${pages}`);
    }
    await context.close();
  }
  await rm(folder, { recursive: true });
  return faults;
}

export async function checkPaper({ moving, still }, report) {
  const { page, faults, close } = await openReport(moving, report);
  faults.push(...(await sheetFaults(still, report)));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (pdf.length < 20_000) faults.push('the printed page is blank');
  await page.emulateMedia({ media: 'print' });
  const drawn = await page.evaluate(() => document.querySelector('.on-paper .still-map path') !== null);
  if (!drawn) faults.push('the printed page has no map');
  await close();
  return faults;
}
