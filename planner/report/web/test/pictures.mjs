// Pictures of a report to look at: phone and desktop, light and dark, English and Hindi, paper.
import { mkdir } from 'node:fs/promises';
import { openReport, startBrowser } from './browser.mjs';

const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } };

async function settle(page) {
  await page.waitForTimeout(900);
}

async function takeViews(page, folder, name) {
  for (const button of await page.$$('[id^="view-"]:is(button)')) {
    const id = await button.getAttribute('id');
    await page.click(`#${id}`);
    await settle(page);
    await (await page.$('#map-part')).screenshot({ path: `${folder}/${name}-${id}.png` });
  }
}

/** The sheets of the weekly review, on the screen and on paper. */
async function takeSheets(browser, report, folder) {
  const { page, close } = await openReport(browser, report, { sharp: true });
  if (await page.isVisible('#open-weeks')) {
    await page.click('#open-weeks');
    await settle(page);
    await (await page.$('#sheet')).screenshot({ path: `${folder}/week-sheets.png` });
    await page.pdf({ path: `${folder}/week-sheets.pdf`, preferCSSPageSize: true, printBackground: true });
  }
  await close();
}

export async function takePictures(report, folder) {
  await mkdir(folder, { recursive: true });
  const browser = await startBrowser();
  for (const [size, { width, height }] of Object.entries(SIZES)) {
    for (const dark of [false, true]) {
      for (const language of ['en', 'hi']) {
        const { page, close } = await openReport(browser, report, { width, height, dark, sharp: true });
        await page.click(`#language-${language}`);
        await settle(page);
        const name = `${size}-${dark ? 'dark' : 'light'}-${language}`;
        await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
        if (!dark && language === 'en') await takeViews(page, folder, name);
        await close();
      }
    }
  }
  await takeSheets(browser, report, folder);
  const { page, close } = await openReport(browser, report, { sharp: true });
  await page.pdf({ path: `${folder}/paper.pdf`, preferCSSPageSize: true, printBackground: true });
  await close();
  await browser.close();
}

await takePictures(process.argv[2], process.argv[3]);
