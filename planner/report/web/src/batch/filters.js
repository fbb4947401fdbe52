// What of the scenarios is shown: by words, by where they come from, by what became of them; and the chosen one.
import { h, show } from '../dom.js';
import { changeWords } from './change_words.js';

export function showFilters(page, element) {
  const { run, state } = page;
  document.getElementById('scenarios').hidden = false;
  const controls = h('div', { class: 'choices' });
  const chosen = h('p', { id: 'chosen', role: 'status' });
  show(element, controls, h('p', { class: 'quiet', id: 'scenarios-note' }), chosen);
  state.watch(['language'], () => {
    document.getElementById('scenarios-title').textContent = page.words('scenariosTitle');
    document.getElementById('scenarios-note').textContent = page.words('scenariosNote');
    show(controls, textFilter(page), choiceOf(page, 'origin', run.scenarios), choiceOf(page, 'status', run.scenarios));
  });
  state.watch(['language', 'scenario'], () => show(chosen, chosenLine(page)));
}

function textFilter(page) {
  const { state } = page;
  return h('input', { type: 'search', id: 'find', 'aria-label': page.words('findScenario'), placeholder: page.words('findScenario'), value: state.get('find'),
    autocomplete: 'off', oninput: (event) => state.set({ find: event.target.value, from: 0 }) });
}

/** A choice among the words that the scenarios have for a key; none where they all have the same. */
function choiceOf(page, key, scenarios) {
  const { state } = page;
  const all = [...new Set(scenarios.map((one) => one[key]))];
  if (all.length < 2) return null;
  const option = (value, words) => h('option', { value, selected: value === state.get(key) }, words);
  return h('select', { id: `only-${key}`, 'aria-label': page.words(`only_${key}`), onchange: (event) => state.set({ [key]: event.target.value, from: 0 }) },
    option('', page.words(`any_${key}`)), all.map((value) => option(value, page.term(key, value))));
}

function chosenLine(page) {
  const one = page.state.get('scenario');
  if (one === null) return null;
  const said = one.figures ? page.words('chosenSaid', { change: changeWords(page, one), limit: one.figures.limit_min })
    : page.term('status', one.status);
  const letGo = () => {
    page.state.set({ scenario: null });
    document.getElementById('find').focus();
  };
  return [page.words('chosen'), ' ', h('strong', {}, h('bdi', {}, one.name)), ': ', said, ' ',
    h('button', { type: 'button', class: 'link', id: 'let-go', onclick: letGo }, page.words('letGo'))];
}
