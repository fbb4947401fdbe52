// The last screen: what was assumed, from what data, under which licences, and how to repeat it.
import licences from 'licences';
import { h, show } from '../dom.js';
import { PROGRAM_LANGUAGE } from '../page.js';

export function showMethod(page, element) {
  page.state.watch(['language'], () => {
    const { manifest, summary } = page.run;
    show(element, h('h2', {}, page.words('methodTitle')),
      h('p', {}, page.words('methodTravel')), h('p', {}, simulationWords(page)), h('p', {}, page.words('methodPrivacy')),
      summary.notice && [h('h3', {}, page.words('noticeTitle')), h('p', PROGRAM_LANGUAGE, summary.notice)],
      h('h3', {}, page.words('sourcesTitle')),
      h('ul', PROGRAM_LANGUAGE, manifest.attribution.map((source) => h('li', {}, source))),
      h('p', { class: 'quiet' }, page.words('sourcesPage')),
      folded(page.words('licences'), h('pre', { tabindex: 0, lang: 'en' }, licences)),
      h('h3', {}, page.words('provenanceTitle')), provenance(page),
      h('p', { class: 'draft', hidden: page.language === 'en' }, page.words('draftWords')));
  });
}

function simulationWords(page) {
  const { simulation, limit } = page.run;
  if (!simulation) return page.words('methodNotSimulated');
  return page.words('methodSimulated', { years: page.count(simulation.years), draws: simulation.parameter_draws,
    parameters: simulation.parameters, limit, days: simulation.max_wait_days, chance: simulation.min_probability });
}

function provenance(page) {
  const { manifest } = page.run;
  const facts = [['program', `${manifest.program} ${manifest.version}`], ['scenario', manifest.scenario], ['seed', manifest.seed]];
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
