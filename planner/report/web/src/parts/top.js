// The line at the top: what this is, the language, dark or light.
import { h, show } from '../dom.js';
import { LANGUAGES } from '../words/words.js';

export function showTop(page, element) {
  const { state } = page;
  state.watch(['language', 'theme'], () => {
    const focused = element.contains(document.activeElement) ? document.activeElement.id : null;
    document.documentElement.lang = page.language;
    document.documentElement.dataset.theme = state.get('theme');
    document.title = page.title();
    show(element, h('p', { class: 'title' }, h('bdi', {}, page.title())), languages(page), themeButton(page));
    if (focused) document.getElementById(focused)?.focus();
  });
  state.watch(['language'], () => {
    const draft = document.getElementById('draft');
    draft.textContent = page.words('draftWords');
    draft.hidden = draft.textContent === '';
    const skip = document.getElementById('skip');
    skip.textContent = page.words('skip');
    skip.hash = page.run.kind === 'batch' ? 'scenarios' : 'map-part';
  });
}

function languages(page) {
  return h('div', { class: 'segmented', role: 'group', 'aria-label': page.words('languageSwitch') },
    Object.entries(LANGUAGES).map(([code, own]) => h('button', { type: 'button', id: `language-${code}`, lang: code,
      'aria-pressed': String(code === page.language), onclick: () => page.state.set({ language: code }) }, own.language)));
}

function themeButton(page) {
  const isDark = page.state.get('theme') === 'dark';
  return h('button', { type: 'button', id: 'theme', class: 'plain', 'aria-label': page.words('theme'), title: page.words('theme'),
    onclick: () => page.state.set({ theme: isDark ? 'light' : 'dark' }) }, h('span', { 'aria-hidden': 'true' }, isDark ? '☀' : '☾'));
}
