// Debian's Chromium without a screen, and what a page does in it that it must not do.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const PROGRAMS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const SOFTWARE_GL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

// A machine that is busy with other work is slow and not at fault.
const LONGEST_WAIT_MS = 120_000;

/** The path of Chromium, or null. */
export function findChromium() {
  return PROGRAMS.find((path) => path && existsSync(path)) ?? null;
}

/** Chromium with WebGL (moving) and without (still), each started when it is first asked for. */
export class Browsers {
  #started = {};

  get moving() {
    return (this.#started.moving ??= startBrowser());
  }

  get still() {
    return (this.#started.still ??= startBrowser({ webgl: false }));
  }

  async close() {
    for (const browser of Object.values(this.#started)) await (await browser).close();
  }
}

export async function startBrowser({ webgl = true } = {}) {
  const args = webgl ? SOFTWARE_GL : ['--disable-gpu', '--disable-3d-apis'];
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: findChromium(), args: [...args, ...sandbox], timeout: LONGEST_WAIT_MS });
}

/** A context of a browser, or of the promise of one, as Playwright has them. */
export async function newContext(browser, options) {
  const context = await (await browser).newContext(options);
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  return context;
}

/** How many dots of the screen a pixel of the page has: what nobody looks at is drawn coarsely, as no graphics card helps. */
const dotsOf = ({ isPhone, sharp }) => (sharp ? (isPhone ? 2 : 1) : 0.5);

/**
 * The page of a file, with `faults`: errors of scripts, warnings, requests to anywhere else. `sharp`: drawn as on a reader's
 * screen, for a picture. `motion`: 'reduce' where the map may jump to a place.
 */
export async function openReport(browser, file, { width = 1440, height = 900, dark = false, locale = 'en-GB', sharp = false, motion = 'no-preference' } = {}) {
  const isPhone = width < 600;
  const context = await newContext(browser, { viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale,
    reducedMotion: motion, deviceScaleFactor: dotsOf({ isPhone, sharp }), hasTouch: isPhone, isMobile: isPhone });
  const page = await context.newPage();
  const faults = [];
  const address = pathToFileURL(file).href;
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isOfDriver(message.text())) faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (url !== address && !/^(blob|data):/.test(url)) faults.push(`network request: ${url.slice(0, 120)}`);
  });
  await page.goto(address);
  await page.waitForSelector('#map-canvas[data-ready], #scenario-table tbody tr, #wait h1', { state: 'attached' });
  return { page, faults, close: () => context.close() };
}

/** Chromium's own remarks on drawing without a graphics card. */
function isOfDriver(text) {
  return /GL Driver Message|GPU stall|swiftshader|WebGL-0x/i.test(text);
}
