// Finding a place by its name: a combobox (ARIA 1.2) over districts, blocks, centres, settlements.
import { h, show } from '../dom.js';

const MOST = 8;

/** For comparing: without case, marks and spaces around. */
export function simplify(text) {
  return text.normalize('NFKD').replace(/\p{Mn}(?<!\p{Script=Devanagari})/gu, '').toLowerCase().trim();
}

/** Everything that has a name, large areas first. */
export function makeIndex(run) {
  const entries = [];
  const add = (kind, table, whereOf) => {
    if (!run.has(table)) return;
    run.table(table).column('name').forEach((name, row) => {
      if (name) entries.push({ kind, row, name, key: simplify(name), where: whereOf(row) });
    });
  };
  const district = (row) => run.cell('districts', 'name', row);
  const block = (row) => [run.cell('blocks', 'name', row), district(run.blockDistrict[row])];
  add('district', 'districts', () => []);
  add('block', 'blocks', (row) => [district(run.blockDistrict[row])]);
  add('centre', 'centres', (row) => [run.cell('centres', 'district', row)]);
  add('settlement', 'settlements', (row) => block(run.settlementBlock[row]));
  return entries;
}

/** The name itself, then names that begin so, then names that hold it; in the order of the index. */
export function find(index, typed) {
  const key = simplify(typed);
  const found = [[], [], []];
  if (key === '') return [];
  for (const entry of index) {
    const at = entry.key.indexOf(key);
    const rank = entry.key === key ? 0 : Math.min(at, 1) + 1;
    if (at >= 0 && found[rank].length < MOST) found[rank].push(entry);
  }
  return found.flat().slice(0, MOST);
}

export function showSearch(page, element) {
  let index = null;
  let found = [];
  let active = -1;
  const list = h('ul', { id: 'found', role: 'listbox', hidden: true });
  const status = h('p', { class: 'unseen', role: 'status' });
  const input = h('input', { id: 'search', type: 'search', role: 'combobox', autocomplete: 'off', 'aria-expanded': 'false',
    'aria-controls': 'found', 'aria-autocomplete': 'list', oninput: update, onkeydown: press, onblur: () => setTimeout(close, 150) });
  show(element, input, list, status);
  page.state.watch(['language'], () => {
    for (const name of ['placeholder', 'aria-label']) input.setAttribute(name, page.words('search'));
    list.setAttribute('aria-label', page.words('search'));
  });

  function update() {
    index ??= makeIndex(page.run);
    found = find(index, input.value);
    active = found.length > 0 ? 0 : -1;
    status.textContent = input.value.trim() === '' ? '' : words();
    draw();
  }

  function words() {
    return found.length > 0 ? page.words('searchSome', { n: found.length }) : page.words('searchNone');
  }

  function draw() {
    const isOpen = input.value.trim() !== '';
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (active >= 0) input.setAttribute('aria-activedescendant', `found-${active}`);
    else input.removeAttribute('aria-activedescendant');
    show(list, found.length === 0 ? h('li', { class: 'quiet', role: 'option', 'aria-disabled': 'true' }, words()) : found.map(option));
  }

  function option(entry, at) {
    const kind = page.words(`kind${entry.kind[0].toUpperCase()}${entry.kind.slice(1)}`);
    return h('li', { id: `found-${at}`, role: 'option', 'aria-selected': String(at === active), onmousedown: () => choose(entry) },
      h('bdi', {}, entry.name), ' ',
      h('span', { class: 'quiet' }, [kind, ...entry.where.filter(Boolean)].join(' · ')));
  }

  function press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      active = (active + step + found.length) % found.length;
      event.preventDefault();
      draw();
    } else if (event.key === 'Enter' && active >= 0) {
      choose(found[active]);
    } else if (event.key === 'Escape') {
      close();
    }
  }

  function choose({ kind, row, name }) {
    input.value = name;
    close();
    page.select({ kind, row });
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
}
