// Every word of the page in every language, with the same blanks to fill.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../src/words/en.js';
import { hi } from '../../src/words/hi.js';
import { words } from '../../src/words/words.js';

const blanks = (text) => [...text.matchAll(/\{\w+\}|\*\*/g)].map(String).sort();

test('both languages have the same words', () => assert.deepEqual(Object.keys(hi).sort(), Object.keys(en).sort()));
test('and these the same blanks', () => {
  for (const key of Object.keys(en)) {
    if (!key.startsWith('service')) assert.deepEqual(blanks(hi[key]), blanks(en[key]), key);
  }
});
test('values are never templates', () => assert.equal(words('en', 'basis', { population: '{basis}', basis: 'b' }), 'Counted: {basis}. How: b.'));
test('a word that is not there is an error', () => assert.throws(() => words('en', 'nowhere')));
