import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, simplify } from '../../src/parts/search.js';

const index = ['Patna City', 'Patna', 'Barh', 'Old Patna', 'सोनपुर', 'É(?'].map((name, row) => ({ name, row, key: simplify(name) }));
const names = (typed) => find(index, typed).map((entry) => entry.name);

test('the name itself comes first, then names that begin so, then names that hold it', () =>
  assert.deepEqual(names(' PATNA'), ['Patna', 'Patna City', 'Old Patna']));
test('what is typed is text and no pattern', () => assert.deepEqual(names('(?'), ['É(?']));
test('marks of Latin letters do not matter, signs of Hindi do', () => {
  assert.deepEqual(names('e('), ['É(?']);
  assert.deepEqual(names('सोन'), ['सोनपुर']);
  assert.deepEqual(names('सन'), []);
});
test('nothing typed finds nothing', () => assert.deepEqual(names('  '), []));
