// The parts of the report of a batch, by the element that each fills.
import { showNotice } from '../parts/answer.js';
import { showMethod } from '../parts/method.js';
import { showPlots } from '../parts/plots_title.js';
import { showTop } from '../parts/top.js';
import { showParallel } from '../plots/parallel.js';
import { showReachTornado, showUnderservedTornado } from '../plots/tornado.js';
import { showBatchAnswer } from './batch_answer.js';
import { showFilters } from './filters.js';
import { showScenarioTable } from './scenarios.js';

export const BATCH_PARTS = { top: showTop, notice: showNotice, answer: showBatchAnswer, plots: showPlots, tornado: showReachTornado,
  'tornado-underserved': showUnderservedTornado, filters: showFilters, parallel: showParallel, 'scenario-table': showScenarioTable,
  method: showMethod };
