// The page's own words in the reader's language, filled with values.
import { h } from '../dom.js';
import { en } from './en.js';
import { hi } from './hi.js';

export const LANGUAGES = { en, hi };

function template(language, key) {
  const text = LANGUAGES[language][key] ?? en[key];
  if (text === undefined) throw new Error(`no words for '${key}'`);
  return text;
}

export function hasWords(key) {
  return key in en;
}

/** Values are put in as they are: they are never templates themselves. */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

export function words(language, key, values = {}) {
  return fill(template(language, key), values);
}

/** As nodes, with what is stressed in `strong` elements. */
export function richWords(language, key, values = {}) {
  return template(language, key).split('**').map((part, index) => {
    const text = fill(part, values);
    return index % 2 === 1 ? h('strong', {}, text) : text;
  });
}
