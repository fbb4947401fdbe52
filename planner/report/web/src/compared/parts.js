// The parts of the report of a comparison, by the element that each fills.
import { showNotice } from '../parts/answer.js';
import { showBars } from '../parts/bars.js';
import { showCard } from '../parts/card.js';
import { showControls } from '../parts/controls.js';
import { showLegend } from '../parts/legend.js';
import { showMethod } from '../parts/method.js';
import { showSearch } from '../parts/search.js';
import { showTop } from '../parts/top.js';
import { showChangedAreas } from './areas.js';
import { showChangedCentres } from './centres.js';
import { showComparedAnswer } from './compared_answer.js';
import { showDifferences } from './differences.js';
import { showLimits } from './limits.js';
import { showReasons } from './reasons.js';

export const COMPARED_PARTS = { top: showTop, notice: showNotice, answer: showComparedAnswer, bars: showBars, limits: showLimits,
  controls: showControls, legend: showLegend, finder: showSearch, card: showCard, 'changed-areas': showChangedAreas,
  'changed-centres': showChangedCentres, reasons: showReasons, differences: showDifferences, method: showMethod };
