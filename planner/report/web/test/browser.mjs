// Debian's Chromium without a screen, and what a page does in it that it must not do.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const PROGRAMS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const SOFTWARE_GL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

/** The path of Chromium, or null. */
export function findChromium() {
  return PROGRAMS.find((path) => path && existsSync(path)) ?? null;
}

export async function startBrowser({ webgl = true } = {}) {
  const args = webgl ? SOFTWARE_GL : ['--disable-gpu', '--disable-3d-apis'];
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: findChromium(), args: [...args, ...sandbox] });
}

/** The page of a file, with `faults`: errors of scripts, warnings, requests to anywhere else. */
export async function openReport(browser, file, { width = 1440, height = 900, dark = false, locale = 'en-GB' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale,
    deviceScaleFactor: width < 600 ? 2 : 1, hasTouch: width < 600, isMobile: width < 600 });
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
  await page.waitForSelector('#map-canvas[data-ready], #scenario-table tbody tr, #wait h1', { state: 'attached', timeout: 60_000 });
  return { page, faults, close: () => context.close() };
}

/** Chromium's own remarks on drawing without a graphics card. */
function isOfDriver(text) {
  return /GL Driver Message|GPU stall|swiftshader|WebGL-0x/i.test(text);
}
