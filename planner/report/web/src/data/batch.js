// A batch of scenarios: batch.json as the page needs it. It has no map and no tables of places.
import { withoutTurning } from '../batch/parameter.js';

/** With names, parameters and reasons as they are shown. */
function readable(scenario) {
  const parameters = Object.entries(scenario.parameters).map(([key, value]) => [withoutTurning(key), withoutTurning(value)]);
  return { ...scenario, name: withoutTurning(scenario.name), reason: withoutTurning(scenario.reason), parameters: Object.fromEntries(parameters) };
}

export class Batch {
  kind = 'batch';
  floods = [];

  constructor({ head }) {
    this.head = head;
    this.told = head.batch;
    this.notice = head.batch.notice;
    this.attribution = head.attribution;
    this.scenarios = head.batch.scenarios.map(readable);
    this.base = this.scenarios[0];
    this.limit = this.base.figures.limit_min;
    this.isSimulated = this.scenarios.some((one) => one.figures?.simulation);
    const byName = new Map(head.batch.scenarios.map((one, at) => [one.name, this.scenarios[at]]));
    this.ranked = head.batch.by_rural_women_within_limit.map((name) => byName.get(name));
    this.parameters = [...new Set(this.scenarios.flatMap((one) => Object.keys(one.parameters)))];
  }

  /** Do the scenarios count over different limits? */
  get hasSeveralLimits() {
    return this.scenarios.some((one) => one.figures && one.figures.limit_min !== this.limit);
  }

  /** Are there others than the base that are done? */
  get hasOthers() {
    return this.ranked.length > 0;
  }
}
