// Every word of the page in every language, with the same blanks to fill.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { en } from '../../src/words/en.js';
import { hi } from '../../src/words/hi.js';
import { words } from '../../src/words/words.js';

const blanks = (text) => [...text.matchAll(/\{\w+\}|\*\*/g)].map(String).sort();

const keysWritten = (file) => [...readFileSync(new URL(`../../src/words/${file}`, import.meta.url), 'utf8')
  .matchAll(/^ {2}'?(\w+)'?:/gm)].map((found) => found[1]);

test('no word is written twice, as the first would be lost', () => {
  for (const [file, found] of [['en.js', en], ['hi.js', hi]]) {
    const keys = keysWritten(file);
    assert.deepEqual(keys.filter((key, at) => keys.indexOf(key) !== at), [], file);
    assert.equal(keys.length, Object.keys(found).length, file);
  }
});
test('both languages have the same words', () => assert.deepEqual(Object.keys(hi).sort(), Object.keys(en).sort()));
test('and these the same blanks', () => {
  for (const key of Object.keys(en)) {
    if (!key.startsWith('service')) assert.deepEqual(blanks(hi[key]), blanks(en[key]), key);
  }
});
test('values are never templates', () => assert.equal(words('en', 'basis', { population: '{basis}', basis: 'b' }), 'Counted: {basis}. How: b.'));
test('a word that is not there is an error', () => assert.throws(() => words('en', 'nowhere')));
