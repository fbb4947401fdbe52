// Settings and input files that differ, key by key.
import { h, show } from '../dom.js';
import { table } from '../parts/table.js';

export function showDifferences(page, element) {
  const { settings, inputs } = page.run.told;
  element.hidden = false;
  page.state.watch(['language'], () => {
    show(element, h('h2', {}, page.words('settingsTitle')), settings.length === 0 ? h('p', {}, page.words('settingsSame'))
      : table(page.words('settingsTitle'), titles(page, 'setting'), settings.map((one) => [code(one.key), value(page, one.before), value(page, one.after)]), ['value']),
    h('h3', {}, page.words('inputsTitle')), inputs.length === 0 ? h('p', {}, page.words('inputsSame'))
      : table(page.words('inputsTitle'), [page.words('inputFile'), page.words('changeKind')], inputs.map((one) => [code(one.path), howInput(page, one)]), ['value']));
  });
}

function titles(page, key) {
  return [page.words(key), ...page.run.sets.map((set) => page.setName(set.name))];
}

function code(text) {
  return h('code', {}, h('bdi', {}, text));
}

function value(page, text) {
  return text === null ? page.words('settingNone') : code(text);
}

function howInput(page, { before, after }) {
  if (before === null) return page.words('change_only_in_the_second_run');
  return page.words(after === null ? 'change_only_in_the_first_run' : 'inputOther');
}
