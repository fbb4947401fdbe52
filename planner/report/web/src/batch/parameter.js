// Values of parameters, which are TOML, as numbers and plain words; names of scenarios within sentences.

const NUMBER = /^[-+]?(\d[\d_]*)(\.\d+)?([eE][-+]?\d+)?$/;
const WORD = /^(?:"([^"\\]*)"|'([^']*)')$/;
const ONLY = /^\[\s*("[^"\\]*"|'[^']*')\s*\]$/;
// Marks that turn the direction of the text after them, and line ends.
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const FIRST_STRONG = '\u2068';
const END_OF_IT = '\u2069';

/** A number, the text of a string (or of the only one of a list), other TOML as it stands; null of undefined. */
export function parameterValue(toml) {
  if (toml === undefined) return null;
  if (NUMBER.test(toml)) return Number(toml.replaceAll('_', ''));
  const found = (toml.match(ONLY)?.[1] ?? toml).match(WORD);
  return found ? found[1] ?? found[2] : toml;
}

/** As the program's tables have it: without marks that turn the direction of what follows. */
export function withoutTurning(text) {
  return text.replace(TURNING, '');
}

/** A text of the data to stand within another: it cannot turn what follows, nor is it longer than `most` signs. */
export function isolated(text, most = Infinity) {
  const signs = [...withoutTurning(String(text)).replace(/\s+/g, ' ')];
  const short = signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : signs.join('');
  return `${FIRST_STRONG}${short}${END_OF_IT}`;
}
