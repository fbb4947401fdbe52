// The last screen: what was assumed, from what data, under which licences, and how to repeat it.
import licences from 'licences';
import { h, show } from '../dom.js';
import { PROGRAM_LANGUAGE } from '../page.js';

export function showMethod(page, element) {
  page.state.watch(['language'], () => {
    const { run } = page;
    show(element, h('h2', {}, page.words('methodTitle')),
      h('p', {}, page.words('methodTravel')), h('p', {}, run.isComparison ? page.words('methodCompared') : simulationWords(page)), h('p', {}, page.words('methodPrivacy')),
      run.notice && [h('h3', {}, page.words('noticeTitle')), h('p', PROGRAM_LANGUAGE, run.notice)],
      h('h3', {}, page.words('sourcesTitle')),
      h('ul', PROGRAM_LANGUAGE, run.attribution.map((source) => h('li', {}, source))),
      h('p', { class: 'quiet' }, page.words('sourcesPage')),
      folded(page.words('licences'), h('pre', { tabindex: 0, lang: 'en' }, licences)),
      h('h3', {}, page.words('provenanceTitle')),
      run.isComparison ? run.sides.map((side, at) => [h('h4', {}, page.setName(run.sets[at].name)), provenance(page, side)]) : provenance(page, run.manifest),
      h('p', { class: 'draft', hidden: page.language === 'en' }, page.words('draftWords')));
  });
}

function simulationWords(page) {
  const { simulation, limit } = page.run;
  if (!simulation) return page.words('methodNotSimulated');
  return page.words('methodSimulated', { years: page.count(simulation.years), draws: simulation.parameter_draws,
    parameters: simulation.parameters, limit, days: simulation.max_wait_days, chance: simulation.min_probability });
}

/** How to make a run again; of one of two runs also which set, and the checksum of its manifest. */
function provenance(page, manifest) {
  const facts = [['program', `${manifest.program} ${manifest.version}`], ['scenario', manifest.scenario], ['set', manifest.set],
    ['seed', manifest.seed], ['manifestChecksum', manifest.manifest_sha256]].filter(([, value]) => value !== undefined);
  return [
    h('dl', {}, facts.map(([key, value]) => [h('dt', {}, page.words(key)), h('dd', {}, h('bdi', {}, String(value)))])),
    folded(page.words('configuration'), h('pre', { tabindex: 0, lang: 'en' }, manifest.configuration)),
    folded(page.words('inputs'), h('ul', { class: 'inputs' }, manifest.inputs.map((input) =>
      h('li', {}, h('bdi', {}, input.path), h('br'), h('code', {}, input.sha256))))),
  ];
}

function folded(title, content) {
  return h('details', {}, h('summary', {}, title), content);
}
