// The legend, which also chooses which classes are drawn.
import { h, show } from '../dom.js';
import { CENTRE_KINDS } from '../map/centre_kinds.js';

export function showLegend(page, element) {
  page.state.watch(['language', 'view', 'set', 'hidden'], () => {
    const focused = element.contains(document.activeElement) ? document.activeElement.id : null;
    show(element, h('fieldset', {}, h('legend', { class: 'unseen' }, page.words('legend')),
      shownClasses(page).map((one) => classChoice(page, one)), centreKinds(page)));
    if (focused) document.getElementById(focused)?.focus();
  });
}

/** Classes without any row are not worth a line, but for the bands that every run has. */
function shownClasses(page) {
  const choice = { set: page.state.get('set'), month: page.state.get('month') };
  const used = new Set(page.view.classesOf(choice));
  return page.view.classes.filter((one) => used.has(one.key));
}

function classChoice(page, one) {
  const hidden = page.state.get('hidden');
  const isHidden = hidden.includes(one.key);
  return h('label', { class: isHidden ? 'class hidden-class' : 'class' },
    h('input', { type: 'checkbox', id: `class-${page.view.classes.indexOf(one)}`, checked: !isHidden,
      onchange: () => page.state.set({ hidden: isHidden ? hidden.filter((key) => key !== one.key) : [...hidden, one.key] }) }),
    h('span', { class: page.view.table === 'settlements' ? 'swatch dot' : 'swatch', style: `background:${one.colour}` }),
    page.words(...one.words));
}

function centreKinds(page) {
  const kinds = new Set(page.run.table('centres').column(page.run.centreKind));
  return Object.entries(CENTRE_KINDS).filter(([kind]) => kinds.has(kind)).map(([, { fill, edge, words }]) =>
    h('span', { class: 'class' }, h('span', { class: 'swatch centre', style: `background:${fill};border-color:${edge}` }), page.words(words)));
}
