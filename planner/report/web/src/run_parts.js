// The parts of the report of a run, by the element that each fills.
import { showAnswer, showNotice } from './parts/answer.js';
import { showConclusions, showOthers } from './parts/assumptions.js';
import { showBars } from './parts/bars.js';
import { showCard } from './parts/card.js';
import { showControls } from './parts/controls.js';
import { showLegend } from './parts/legend.js';
import { showMethod } from './parts/method.js';
import { showSearch } from './parts/search.js';
import { showTop } from './parts/top.js';
import { showWorst } from './parts/worst.js';
import { showPlots } from './parts/plots_title.js';
import { showBacktest } from './plots/backtest.js';
import { showCalibration } from './plots/calibration.js';
import { showCurve } from './plots/curve.js';
import { showLorenz } from './plots/lorenz.js';
import { showReturns } from './plots/returns.js';
import { showWaits } from './plots/waits.js';
import { showSheet } from './sheet/sheet.js';
import { showWeeks } from './weeks/weeks.js';

export const RUN_PARTS = { top: showTop, notice: showNotice, answer: showAnswer, bars: showBars, controls: showControls,
  legend: showLegend, finder: showSearch, card: showCard, worst: showWorst, plots: showPlots, curve: showCurve, lorenz: showLorenz,
  returns: showReturns, waits: showWaits, calibration: showCalibration, backtest: showBacktest, weeks: showWeeks,
  others: showOthers, conclusions: showConclusions, method: showMethod, sheet: showSheet };
