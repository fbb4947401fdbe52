// A batch of scenarios: batch.json as the page needs it. It has no map and no tables of places.

export class Batch {
  kind = 'batch';
  floods = [];

  constructor({ head }) {
    this.head = head;
    this.told = head.batch;
    this.notice = head.batch.notice;
    this.attribution = head.attribution;
    this.scenarios = head.batch.scenarios;
    this.base = this.scenarios[0];
    this.limit = this.base.figures.limit_min;
    this.isSimulated = this.scenarios.some((one) => one.figures?.simulation);
    const byName = new Map(this.scenarios.map((one) => [one.name, one]));
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
