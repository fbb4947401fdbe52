import assert from 'node:assert/strict';
import { test } from 'node:test';
import { about, chance, count, share } from '../../src/numbers.js';

test('numbers are grouped as the language does', () => {
  assert.equal(count('en', 7659698), '7,659,698');
  assert.equal(count('hi', 7659698), '76,59,698');
  assert.equal(count('en', null), '–');
});

test('large numbers are said to three digits: millions, lakh and crore', () => {
  assert.equal(about('en', 7659698), '7.66 million');
  assert.equal(about('en', 24049000), '24.0 million');
  assert.equal(about('hi', 7659698), '76.6 लाख');
  assert.equal(about('hi', 20364233), '2.04 करोड़');
  assert.equal(about('en', 999999), '1.00 million');
  assert.equal(about('en', 437579), '438,000');
  assert.equal(about('en', 12), '12');
});

test('a share of nothing is no share, and a small chance is not none', () => {
  assert.equal(share('en', 1, 3), '33.3%');
  assert.equal(share('en', 0, 0), '–');
  assert.equal(chance('en', 0), '0%');
  assert.equal(chance('en', 0.004), '<1%');
  assert.equal(chance('en', 0.126), '13%');
});
