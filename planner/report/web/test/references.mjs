// Parts of the page held against small reference pictures: colours, shapes and places that a broken
// style changes. All text is set in one font that every Debian has, so that machines agree.
// Used by scripts/check-report --references DIR [--update].
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runAll } from './at_once.mjs';
import { findChromium, openReport, startBrowser } from './browser.mjs';
import { readReport } from './data.mjs';

const WIDTH = 280;
// A pixel differs when one of its colours does by more than this, of 255: less is what another
// version's edges and letters make.
const COLOUR_STEP = 56;
// Pixels that may differ, as a share of those that are not paper; and of those in colour, which are
// few beside letters and lines but are what a map or a chart says.
const TOLERANCE = 0.06;
const COLOUR_TOLERANCE = 0.1;
const FONT = `*, svg text { font-family: "DejaVu Sans", sans-serif !important; letter-spacing: 0 !important; }
  * { scroll-behavior: auto !important; transition: none !important; animation: none !important; caret-color: transparent !important; }`;

/** Pictures of a run: the page's size and colours, what is done first, what is taken. */
const PICTURES_OF_RUN = {
  answer: { take: '#answer' },
  bars: { take: '#bars' },
  'still map': { take: '#map-part' },
  'worst blocks': { take: '#worst' },
  plots: { take: '#plots' },
  weeks: { take: '#weeks' },
  'dark plots': { dark: true, take: '#plots' },
  phone: { width: 360, height: 740, take: '#bars' },
  'week sheet': { act: (page) => page.click('#open-weeks'), take: '.sheet' },
  'district sheet': { act: openDistrict, take: '#sheet' },
};

/** Of a comparison. */
const PICTURES_OF_COMPARISON = {
  'compared answer': { take: '#answer' },
  'compared map': { take: '#map-part' },
  'compared tables': { dark: true, width: 360, height: 740, take: '#reasons' },
};

/** Of a batch. */
const PICTURES_OF_BATCH = {
  'batch answer': { take: '#answer' },
  'batch charts': { act: (page) => page.click('#scenario-table tbody tr:nth-child(6) button'), take: '#plots' },
  'batch table': { dark: true, act: (page) => page.click('#scenario-table tbody button'), take: '#scenarios' },
};

const PICTURES = { run: PICTURES_OF_RUN, compared: PICTURES_OF_COMPARISON, batch: PICTURES_OF_BATCH };

async function openDistrict(page) {
  await page.selectOption('#week-area', { index: 1 });
  const name = await page.$eval('#week-area', (one) => one.selectedOptions[0].textContent);
  await page.fill('#search', name);
  await page.press('#search', 'Enter');
  await page.click('#open-sheet');
}

async function take(browser, report, { width = 1100, height = 900, dark = false, act = null, take: part }) {
  const { page, close } = await openReport(browser, report, { width, height, dark, sharp: true });
  await page.addStyleTag({ content: FONT });
  if (act) await act(page);
  const picture = await (await page.$(part)).screenshot({ animations: 'disabled' });
  const small = await page.evaluate(shrink, { base64: picture.toString('base64'), width: WIDTH });
  await close();
  return small;
}

/** In the browser: a smaller picture of 16 steps a colour, as PNG. */
async function shrink({ base64, width }) {
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(width, Math.round((image.height * width) / image.width));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  pixels.data.forEach((value, at) => { pixels.data[at] = at % 4 === 3 ? 255 : Math.round(value / 17) * 17; });
  context.putImageData(pixels, 0, 0);
  return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())];
}

/** In the browser: how many pixels differ, of all that are not paper and of those in colour; null where the sizes do. */
async function countDiffering({ now, then, step }) {
  const read = async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = [await read(now), await read(then)];
  if (a.width !== b.width || Math.abs(a.height - b.height) > 2) return null;
  const rgb = (image, at) => [image.data[at], image.data[at + 1], image.data[at + 2]];
  const apart = (one, other) => Math.max(...one.map((value, i) => Math.abs(value - other[i])));
  const isColoured = (pixel) => Math.max(...pixel) - Math.min(...pixel) > step;
  const paper = rgb(b, 0);
  const counts = { ink: 0, differing: 0, coloured: 0, colouredDiffering: 0 };
  for (let at = 0; at < Math.min(a.data.length, b.data.length); at += 4) {
    const [pixel, reference] = [rgb(a, at), rgb(b, at)];
    const differs = apart(pixel, reference) > step;
    if (apart(reference, paper) > 16) counts.ink += 1;
    if (isColoured(reference)) counts.coloured += 1;
    if (differs) counts.differing += 1;
    if (differs && (isColoured(pixel) || isColoured(reference))) counts.colouredDiffering += 1;
  }
  return counts;
}

async function compare(browser, folder, name, now) {
  const then = await readFile(join(folder, `${name}.png`)).catch(() => null);
  if (!then) return [`${name}: there is no reference picture`];
  const page = await browser.newPage();
  const counts = await page.evaluate(countDiffering, { now, then: [...then], step: COLOUR_STEP });
  await page.close();
  if (!counts) return [`${name}: it is not as large as the reference picture`];
  const isLike = counts.differing <= TOLERANCE * counts.ink && counts.colouredDiffering <= COLOUR_TOLERANCE * Math.max(counts.coloured, 20);
  return isLike ? [] : [`${name}: it is not as the reference picture (${JSON.stringify(counts)})`];
}

async function run(report, folder, update) {
  const browser = await startBrowser({ webgl: false });
  await mkdir(folder, { recursive: true });
  const pictures = PICTURES[(await readReport(report)).kind];
  const faults = (await runAll(Object.entries(pictures).map(([name, picture]) => async () => {
    const now = await take(browser, report, picture);
    if (update) await writeFile(join(folder, `${name}.png`), new Uint8Array(now));
    return compare(browser, folder, name, now);
  }))).flat();
  for (const file of await readdir(folder)) {
    if (!Object.assign({}, ...Object.values(PICTURES))[file.replace(/\.png$/, '')]) faults.push(`${file}: there is a reference and no picture`);
  }
  await browser.close();
  return faults;
}

if (!findChromium()) {
  console.log('SKIPPED: there is no Chromium; scripts/setup check installs it');
  process.exit(0);
}
const [report, folder, update] = process.argv.slice(2);
const faults = await run(report, folder, update === 'update').catch((error) => [error.message.split('\n')[0]]);
for (const fault of faults) console.log(`check-report: ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
