// What is said of two runs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sideNames } from '../../src/compared/side_names.js';
import { Page } from '../../src/page.js';

const pageOf = (...sides) => new Page({ run: { kind: 'compared', sides, summary: null }, state: { get: () => 'en' }, views: [] });

test('runs are called by what tells them apart', () => {
  assert.deepEqual(sideNames(pageOf({ scenario: 'a', set: 'plan' }, { scenario: 'b', set: 'plan' })), { first: 'a', second: 'b' });
  assert.deepEqual(sideNames(pageOf({ scenario: 'a', set: 'today' }, { scenario: 'a', set: 'plan' })), { first: 'today', second: 'plan' });
  assert.deepEqual(sideNames(pageOf({ scenario: 'a', set: 'today' }, { scenario: 'b', set: 'plan' })), { first: 'a, today', second: 'b, plan' });
});
test('and where nothing does, by their order', () => {
  const side = { scenario: 'a', set: 'plan' };
  assert.deepEqual(sideNames(pageOf(side, side)), { first: 'the first run', second: 'the second run' });
});
test('a comparison says some things otherwise, and names of runs are never templates', () => {
  const page = pageOf({ scenario: '{second}', set: 's' }, { scenario: 'b', set: 's' });
  assert.equal(page.words('setLabel'), 'Which run');
  assert.equal(page.words('close'), 'Close');
  assert.equal(page.title(), 'What changed from {second} to b');
});
