// What the map can show: each view puts every row of a table into one class of a legend.
//
// A class has a `key`, a colour and words. Colours are those of the styles in data/style
// (test/colours.test.js compares them), so that a picture of the page and of QGIS agree.

export const SHARE_COLOURS = ['#bd1626', '#f47937', '#f5d060', '#74add1', '#2166ac'];
export const CHANCE_COLOURS = ['#0571b0', '#92c5de', '#f4a582', '#ca0020'];
export const CHANGE_COLOURS = { newly: '#006d5e', other: '#cdd0d4' };
export const TIMES_COLOURS = { 'way found': '#053061', faster: '#4393c3', slower: '#f48242', 'way lost': '#7f0000',
  'only in the first run': '#8c96a3', 'only in the second run': '#5a5a5a' };
const FLOOD_COLOURS = ['#eef3f6', '#c6dbef', '#9ecae1', '#4292c6', '#084594'];
const CHANCE_LIMITS = [0.1, 0.5, 0.9];
const SHARE_LIMITS = [20, 40, 60, 80];
const FLOOD_LIMITS = [0.01, 0.05, 0.1, 0.25];
const NO_VALUE = 'none';

/** The first class whose upper limit is above the value; the last one is open. */
function classOf(value, limits) {
  if (value === null) return NO_VALUE;
  const found = limits.findIndex((limit) => value < limit);
  return String(found < 0 ? limits.length : found);
}

/** The column of a share within the headline's limit: "pct_60_plan". */
export function shareColumn(run, set) {
  return `pct_${run.limit}_${set}`;
}

function minutesView(run) {
  const bands = run.head.bands;
  return {
    id: 'Minutes',
    table: 'settlements',
    classes: bands.map((band, index) => ({
      key: band.label,
      colour: band.colour,
      words: index + 1 === bands.length ? ['unplaced'] : bandWords(run, index),
    })),
    classesOf: ({ set }) => run.table('settlements').column(`band_${set}`).map((band) => band ?? NO_VALUE),
  };
}

export function bandWords(run, index) {
  const limits = run.first.within.map((entry) => entry.minutes);
  if (index === 0) return ['bandUpTo', { high: limits[0] }];
  if (index === limits.length) return ['bandOver', { low: limits[index - 1] }];
  return ['bandWithin', { low: limits[index - 1], high: limits[index] }];
}

/** Of each settlement of two runs, what became of its minutes; with the centres of both. */
function timesView(run) {
  const classes = Object.entries(TIMES_COLOURS).map(([key, colour]) => ({ key, colour, words: [`change_${key.replaceAll(' ', '_')}`] }));
  return {
    id: 'Times',
    table: 'settlements',
    sets: [run.last.name],
    centreSets: run.sets.map((set) => set.name),
    classes: [...classes, { key: 'same', colour: CHANGE_COLOURS.other, words: ['change_same'] }],
    classesOf: () => run.table('settlements').column('change'),
  };
}

/** Of the last set against the first, whatever set is chosen. */
function changeView(run) {
  const values = { limit: run.limit };
  const covered = coveredBands(run);
  const [bandsBefore, bandsAfter] = [run.first, run.last].map((set) => run.table('settlements').column(`band_${set.name}`));
  return {
    id: 'Change',
    table: 'settlements',
    sets: [run.last.name],
    centreSets: run.kind === 'compared' ? run.sets.map((set) => set.name) : undefined,
    classes: [
      { key: 'newly', colour: CHANGE_COLOURS.newly, words: ['newlyCovered', values] },
      { key: 'beyond', colour: '#e08a5b', words: ['stillBeyond'] },
      { key: 'lost', colour: '#8e0152', words: ['lost'] },
      { key: 'before', colour: CHANGE_COLOURS.other, words: ['before'] },
    ],
    classesOf: () =>
      bandsBefore.map((band, row) => {
        if (covered.has(band)) return covered.has(bandsAfter[row]) ? 'before' : 'lost';
        if (covered.has(bandsAfter[row])) return 'newly';
        return band === null || bandsAfter[row] === null ? NO_VALUE : 'beyond';
      }),
  };
}

/** Labels of the bands up to the headline's limit. */
function coveredBands(run) {
  return new Set(run.head.bands.slice(0, run.limitIndex + 1).map((band) => band.label));
}

function shareView(run) {
  return {
    id: 'Share',
    table: 'blocks',
    classes: [...SHARE_COLOURS.entries()].map(([at, colour]) => ({ key: String(at), colour, words: shareWords(at) })),
    classesOf: ({ set }) => run.table('blocks').column(shareColumn(run, set)).map((share) => classOf(share, SHARE_LIMITS)),
  };
}

function shareWords(at) {
  if (at === 0) return ['shareClassFirst', { high: SHARE_LIMITS[0] }];
  if (at === SHARE_LIMITS.length) return ['shareClassLast', { low: SHARE_LIMITS[at - 1] }];
  return ['shareClass', { low: SHARE_LIMITS[at - 1], high: SHARE_LIMITS[at] }];
}

function chanceView(run) {
  return {
    id: 'Chance',
    table: 'settlements',
    classes: CHANCE_COLOURS.map((colour, at) => ({ key: String(at), colour, words: [`chance${at}`] })),
    classesOf: ({ set }) => run.table('underserved').column(`p_under_${set}`).map((share) => classOf(share, CHANCE_LIMITS)),
  };
}

function floodsView(run) {
  return {
    id: 'Floods',
    table: 'blocks',
    sets: [],
    months: run.floods.map((flood) => flood.month),
    classes: FLOOD_COLOURS.map((colour, at) => ({ key: String(at), colour, words: [`flood${at}`] })),
    classesOf: ({ month }) => run.floods[month].shares.map((share) => classOf(share, FLOOD_LIMITS)),
  };
}

/**
 * The views that this run has figures for: {id, table, classes, classesOf(choice)}, with `sets`
 * where not every set is shown, `centreSets` where centres of other sets are, and `months` where there
 * are some. `choice`: {set, month}.
 */
export function makeViews(run) {
  if (run.kind === 'compared') return [timesView(run), changeView(run), minutesView(run)].map(withNoValue);
  const views = [minutesView(run)];
  if (run.sets.length > 1) views.push(changeView(run));
  if (run.has('blocks')) views.push(shareView(run));
  if (run.has('underserved')) views.push(chanceView(run));
  if (run.has('blocks') && run.floods.length > 0) views.push(floodsView(run));
  return views.map(withNoValue);
}

/** A class of its own for rows without a figure. */
function withNoValue(view) {
  return { ...view, classes: [...view.classes, { key: NO_VALUE, colour: '#9a9a9a', words: ['noValue'] }] };
}

/** The sets whose centres a view shows. */
export function centreSets(view, choice) {
  return view.centreSets ?? [choice.set];
}

/** What a choice shows of a view, as a name: each has its own column of classes. */
export function choiceName(view, { set, month }) {
  if (view.months) return `${view.id}/${month}`;
  return view.sets ? view.id : `${view.id}/${set}`;
}

/** Every choice that a view can be asked for. */
export function allChoices(view, run) {
  if (view.months) return view.months.map((_, month) => ({ month }));
  return view.sets ? [{}] : run.sets.map((set) => ({ set: set.name }));
}
