// What stands at the foot of every sheet: where its figures come from.
import { h } from '../dom.js';
import { PROGRAM_LANGUAGE } from '../page.js';

export function sheetFoot(page) {
  const { manifest, summary } = page.run;
  return h('footer', {}, summary.notice && h('p', PROGRAM_LANGUAGE, summary.notice),
    h('p', {}, page.words('sheetSource', { program: manifest.program, version: manifest.version, scenario: manifest.scenario,
      seed: manifest.seed, population: page.sentence(summary.population), basis: page.sentence(summary.basis) })));
}
