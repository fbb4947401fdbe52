// What a run says, in the shape that the page needs it. No number is worked out anew here.
import { Report } from './report.js';
import { readNumbers } from './unpack.js';

export class Run extends Report {
  kind = 'run';
  centreKind = 'status'; // the column that says what a centre is

  constructor({ head, bytes }) {
    super({ head, bytes });
    this.summary = head.summary;
    this.manifest = head.manifest;
    this.simulation = head.summary.simulation ?? null;
    this.notice = head.summary.notice;
    this.attribution = head.manifest.attribution;
    this.limit = head.summary.limit_min;
    this.sets = head.summary.headline.sets;
    this.floods = (head.floods ?? []).map((month) => ({
      month: month.month,
      shares: readNumbers(bytes, month).map((share) => (share === null ? null : share / month.scale)),
    }));
  }

  blockRow(id) {
    return this.has('blocks') ? this.table('blocks').column('id').indexOf(id) : -1;
  }
}
