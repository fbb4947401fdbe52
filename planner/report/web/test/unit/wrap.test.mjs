// Words in lines of at most so many letters.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrap } from '../../src/plots/intervals.js';

test('words are put into as few lines as hold them, in their order', () => {
  assert.deepEqual(wrap('read as any case', 16), ['read as any case']);
  assert.deepEqual(wrap('read as any case', 15), ['read as any', 'case']);
  assert.deepEqual(wrap('read as any case', 7), ['read as', 'any', 'case']);
});

test('a word that is too long has a line of its own and is whole', () => {
  assert.deepEqual(wrap('a registered one', 4), ['a', 'registered', 'one']);
});
