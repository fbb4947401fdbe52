// What changed between two runs. They are to the page what two sets of centres are within one, so that
// maps, bars and cards are the same: columns end in "_before" or "_after".
import { Report } from './report.js';

/** Rural women between the limits, beyond the last and, last, with no way. */
function bandsOf(side, within) {
  const upTo = [0, ...within.map((entry) => entry.rural_women), side.rural_women - side.rural_women_no_way, side.rural_women];
  return upTo.slice(1).map((women, at) => ({ rural_women: women - upTo[at] }));
}

export class Comparison extends Report {
  kind = 'compared';
  centreKind = 'change';
  simulation = null;
  floods = [];

  constructor({ head, bytes }) {
    super({ head, bytes });
    const told = head.comparison;
    this.told = told;
    this.sides = head.sides;
    this.notice = told.notice;
    this.attribution = head.attribution;
    this.limit = told.limit_min;
    this.sets = [['before', told.first], ['after', told.second]].map(([name, side]) => {
      const within = told.limits.map((limit) => ({ minutes: limit.minutes, rural_women: limit[`rural_women_${name}`] }));
      return { name, centres: side.centres, within, bands: bandsOf(side, within) };
    });
  }

  /** What changed within the headline's limit. */
  get headline() {
    return this.told.limits[this.limitIndex];
  }
}
