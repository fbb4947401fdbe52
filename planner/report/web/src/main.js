// The report of a run: reads the data that stands in the page, then shows its parts.
import { Run } from './data/run.js';
import { unpack } from './data/unpack.js';
import { h, show } from './dom.js';
import { makeViews } from './map/views.js';
import { Page } from './page.js';
import { showAnswer, showNotice } from './parts/answer.js';
import { showConclusions, showOthers } from './parts/assumptions.js';
import { showBars } from './parts/bars.js';
import { showCard } from './parts/card.js';
import { showControls } from './parts/controls.js';
import { showLegend } from './parts/legend.js';
import { showMap } from './parts/map_panel.js';
import { showMethod } from './parts/method.js';
import { showSearch } from './parts/search.js';
import { showTop } from './parts/top.js';
import { firstSheet, showSheet } from './sheet/sheet.js';
import { showWorst } from './parts/worst.js';
import { showBacktest } from './plots/backtest.js';
import { showCalibration } from './plots/calibration.js';
import { showCurve } from './plots/curve.js';
import { showLorenz } from './plots/lorenz.js';
import { showReturns } from './plots/returns.js';
import { showWaits } from './plots/waits.js';
import { State } from './state.js';
import { WHOLE } from './weeks/week_data.js';
import { showWeeks } from './weeks/weeks.js';
import { words } from './words/words.js';

const PARTS = { top: showTop, notice: showNotice, answer: showAnswer, bars: showBars, controls: showControls,
  legend: showLegend, finder: showSearch, card: showCard, worst: showWorst, curve: showCurve, lorenz: showLorenz, returns: showReturns, waits: showWaits, calibration: showCalibration, backtest: showBacktest, weeks: showWeeks,
  others: showOthers, conclusions: showConclusions, method: showMethod, sheet: showSheet };

function firstState(run, views) {
  return new State({ language: navigator.language.startsWith('hi') ? 'hi' : 'en',
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    view: views[0].id, set: run.last.name, month: wettest(run), hidden: [], selected: null, moveTo: null, catchment: null, swipe: false,
    sheet: firstSheet(run), weekArea: WHOLE, weekFigure: 'cases' });
}

/** The month with the most water, which says more than the first one. */
function wettest(run) {
  const sums = run.floods.map(({ shares }) => shares.reduce((sum, share) => sum + (share ?? 0), 0));
  return Math.max(sums.indexOf(Math.max(...sums)), 0);
}

async function start() {
  const run = new Run(await unpack(document.getElementById('data').textContent));
  document.getElementById('data').remove();
  const views = makeViews(run);
  const page = new Page({ run, views, state: firstState(run, views) });
  for (const [id, showPart] of Object.entries(PARTS)) showPart(page, document.getElementById(id));
  for (const [id, key] of [['map-title', 'mapTitle'], ['plots-title', 'plotsTitle']]) {
    page.state.watch(['language'], () => { document.getElementById(id).textContent = page.words(key); });
  }
  document.getElementById('wait').remove();
  document.getElementById('page').hidden = false;
  showMapWhenSeen(page);
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
