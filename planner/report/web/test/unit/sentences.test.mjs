// What the program says in English, in Hindi.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { programSentence } from '../../src/words/sentences.js';

const hasLatin = (text) => /[A-Za-z]/.test(text);

test('what is counted, and how, is said in Hindi', () => {
  for (const text of ['all females, Census of India 2011', 'she travels to the centre, shared auto-rickshaw, dry season, nearest centre',
    'out and back, rescue vehicle, out and back, monsoon, nearest centre of her own district'.replace('rescue vehicle, out and back, ', '')]) {
    assert.ok(!hasLatin(programSentence('hi', text)), text);
  }
});
test('the conclusions are said in Hindi, with the names as they are', () => {
  for (const text of ['plan serves more rural women than today', 'fewer rural women are underserved under plan than today',
    'more than half of rural women are underserved under plan', 'under plan floods hold back more rural women than distance',
    'under plan capacity holds back more rural women than floods', 'the block with most rural women not served under plan is B']) {
    const said = programSentence('hi', text);
    assert.ok(said.includes('plan') && !hasLatin(said.replace('plan', '').replace(' B ', '')), said);
  }
});
test('what is not known stays as it is, and English does', () => {
  assert.equal(programSentence('hi', 'all females, made up'), null);
  assert.equal(programSentence('en', 'monsoon'), null);
});
