// What is checked of a report, by name, as its kind has it; each gives its faults as lines.
import { checkAccess } from './access.mjs';
import { checkBatchChart, checkBatchControls, checkBatchNames, checkBatchPaper, checkBatchWidth } from './batch.mjs';
import { checkData } from './data.mjs';
import { checkControls, checkHindi, checkPlaces, checkSearch } from './controls.mjs';
import { checkDistricts } from './districts.mjs';
import { checkPaper, checkStill, checkWidth } from './shapes.mjs';
import { checkWeeks } from './weeks.mjs';

/** A check that the moving map does not matter to, without it, as no graphics card helps: what it says of WebGL is no fault. */
const withoutMap = (check) => async ({ still }, report) => (await check(still, report)).filter((fault) => !/WebGL/i.test(fault));

/** Of a batch, which has no map and no places. */
const BATCH_CHECKS = {
  'the data is that of the tables': (_, report) => checkData(report),
  'a desktop': ({ moving }, report) => checkBatchWidth(moving, report, { width: 1440, height: 900 }),
  'a phone': ({ moving }, report) => checkBatchWidth(moving, report, { width: 360, height: 740 }),
  'each control': ({ moving }, report) => checkBatchControls(moving, report),
  'names are text': ({ moving }, report) => checkBatchNames(moving, report),
  'the charts': ({ moving }, report) => checkBatchChart(moving, report),
  Hindi: ({ moving }, report) => checkHindi(moving, report),
  'on paper': ({ moving }, report) => checkBatchPaper(moving, report),
  'for readers with disabilities, light': ({ moving }, report) => checkAccess(moving, report, { dark: false }),
  'for readers with disabilities, dark': ({ moving }, report) => checkAccess(moving, report, { dark: true }),
};

const CHECKS = {
  'the data is that of the tables': (_, report) => checkData(report),
  'a desktop': ({ moving }, report) => checkWidth(moving, report, { width: 1440, height: 900 }),
  'a phone': ({ moving }, report) => checkWidth(moving, report, { width: 360, height: 740 }),
  'each control': ({ moving }, report) => checkControls(moving, report),
  'the search': ({ moving }, report) => checkSearch(moving, report),
  'the places in tables': ({ moving }, report) => checkPlaces(moving, report),
  'the pages of districts': withoutMap(checkDistricts),
  'the weeks': withoutMap(checkWeeks),
  'Hindi': withoutMap(checkHindi),
  'without WebGL': withoutMap(checkStill),
  'on paper': checkPaper,
  'for readers with disabilities, light': ({ moving }, report) => checkAccess(moving, report, { dark: false }),
  'for readers with disabilities, dark': ({ moving }, report) => checkAccess(moving, report, { dark: true }),
};

export const checksOf = (kind) => (kind === 'batch' ? BATCH_CHECKS : CHECKS);
