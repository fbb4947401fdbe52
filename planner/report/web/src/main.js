// The report of a run, of a comparison of two, or of a batch of scenarios: reads the data that stands in the page, then shows
// its parts.
import { firstChoices } from './batch/choose.js';
import { BATCH_PARTS } from './batch/parts.js';
import { COMPARED_PARTS } from './compared/parts.js';
import { openReport } from './data/open_report.js';
import { h, show } from './dom.js';
import { makeViews } from './map/views.js';
import { Page } from './page.js';
import { showMap } from './parts/map_panel.js';
import { RUN_PARTS } from './run_parts.js';
import { firstSheet } from './sheet/sheet.js';
import { State } from './state.js';
import { WHOLE } from './weeks/week_data.js';
import { words } from './words/words.js';

const PARTS = { run: RUN_PARTS, compared: COMPARED_PARTS, batch: BATCH_PARTS };

function firstState(run, views) {
  return new State({ language: navigator.language.startsWith('hi') ? 'hi' : 'en',
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    ...(run.kind === 'batch' ? firstChoices() : mapChoices(run, views)) });
}

function mapChoices(run, views) {
  return { view: views[0].id, set: run.last.name, month: wettest(run), hidden: [], selected: null, moveTo: null, catchment: null, swipe: false,
    sheet: firstSheet(run), weekArea: WHOLE, weekFigure: 'cases' };
}

/** The month with the most water, which says more than the first one. */
function wettest(run) {
  const sums = run.floods.map(({ shares }) => shares.reduce((sum, share) => sum + (share ?? 0), 0));
  return Math.max(sums.indexOf(Math.max(...sums)), 0);
}

async function start() {
  const run = await openReport(document.getElementById('data').textContent);
  document.getElementById('data').remove();
  const hasMap = run.kind !== 'batch';
  const views = hasMap ? makeViews(run) : [];
  const page = new Page({ run, views, state: firstState(run, views) });
  showParts(page);
  page.state.watch(['language'], () => { document.getElementById('map-title').textContent = page.words('mapTitle'); });
  document.getElementById('map-part').hidden = !hasMap;
  document.getElementById('wait').remove();
  document.getElementById('page').hidden = false;
  if (hasMap) showMapWhenSeen(page);
}

/** Elements that only another kind of report fills stay hidden. */
function showParts(page) {
  const parts = PARTS[page.run.kind];
  for (const id of Object.keys(Object.assign({}, ...Object.values(PARTS)))) {
    const element = document.getElementById(id);
    if (parts[id]) parts[id](page, element);
    else element.hidden = true;
  }
}

/** A page that opens with districts needs no moving map until it is left. */
function showMapWhenSeen(page) {
  const element = document.getElementById('map');
  page.state.watch(['sheet'], () => {
    if (page.state.get('sheet') === null && element.childElementCount === 0) showMap(page, element);
  });
}

start().catch((error) => {
  console.error(error);
  show(document.getElementById('wait'), h('h1', {}, words('en', 'broken')), h('p', {}, words('en', 'brokenWhy', { error: error.message })));
});
