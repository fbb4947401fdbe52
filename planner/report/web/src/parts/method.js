// The last screen: what was assumed, from what data, under which licences, and how to repeat it.
import licences from 'licences';
import { h, show } from '../dom.js';
import { PROGRAM_LANGUAGE } from '../page.js';

export function showMethod(page, element) {
  page.state.watch(['language'], () => {
    const { run } = page;
    show(element, h('h2', {}, page.words('methodTitle')),
      h('p', {}, page.words('methodTravel')), h('p', {}, METHOD[run.kind](page)), h('p', {}, page.words('methodPrivacy')),
      run.notice && [h('h3', {}, page.words('noticeTitle')), h('p', PROGRAM_LANGUAGE, run.notice)],
      h('h3', {}, page.words('sourcesTitle')),
      h('ul', PROGRAM_LANGUAGE, run.attribution.map((source) => h('li', {}, source))),
      h('p', { class: 'quiet' }, page.words('sourcesPage')),
      folded(page.words('licences'), h('pre', { tabindex: 0, lang: 'en' }, licences)),
      h('h3', {}, page.words('provenanceTitle')),
      PROVENANCE[run.kind](page),
      h('p', { class: 'draft', hidden: page.language === 'en' }, page.words('draftWords')));
  });
}

/** What more is to be said of how it was reckoned, by the kind of report. */
const METHOD = {
  run: simulationWords,
  compared: (page) => page.words('methodCompared'),
  batch: (page) => page.words(page.run.isSimulated ? 'methodBatchSimulated' : 'methodBatch'),
};

const PROVENANCE = {
  run: (page) => provenance(page, page.run.manifest),
  compared: (page) => page.run.sides.map((side, at) => [h('h4', {}, page.setName(page.run.sets[at].name)), provenance(page, side)]),
  batch: batchProvenance,
};

/** The command is not known to the page: what the folder holds is. */
function batchProvenance(page) {
  const { head, told } = page.run;
  return [h('p', {}, page.words('folderNote')),
    provenance(page, { program: 'pahunch', version: head.version, batch: told.name, inputs: head.sources })];
}

function simulationWords(page) {
  const { simulation, limit } = page.run;
  if (!simulation) return page.words('methodNotSimulated');
  return page.words('methodSimulated', { years: page.count(simulation.years), draws: simulation.parameter_draws,
    parameters: simulation.parameters, limit, days: simulation.max_wait_days, chance: simulation.min_probability });
}

/** How to make a run again; of one of two runs also which set, and the checksum of its manifest; of a batch its name. */
function provenance(page, manifest) {
  const facts = [['program', `${manifest.program} ${manifest.version}`], ['scenario', manifest.scenario], ['set', manifest.set], ['batchName', manifest.batch],
    ['seed', manifest.seed], ['manifestChecksum', manifest.manifest_sha256]].filter(([, value]) => value !== undefined);
  return [
    h('dl', {}, facts.map(([key, value]) => [h('dt', {}, page.words(key)), h('dd', {}, h('bdi', {}, String(value)))])),
    manifest.configuration !== undefined && folded(page.words('configuration'), h('pre', { tabindex: 0, lang: 'en' }, manifest.configuration)),
    folded(page.words('inputs'), h('ul', { class: 'inputs' }, manifest.inputs.map((input) =>
      h('li', {}, h('bdi', {}, input.path), h('br'), h('code', {}, input.sha256))))),
  ];
}

function folded(title, content) {
  return h('details', {}, h('summary', {}, title), content);
}
