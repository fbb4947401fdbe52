// The streams of planner/report/number_stream.h, with the bytes of its test.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGeometry } from '../../src/data/geometry.js';
import { readNumbers } from '../../src/data/unpack.js';

const read = (...bytes) => readNumbers(Uint8Array.from(bytes), { at: 0, bytes: bytes.length });

test('differences, gaps and long numbers', () => assert.deepEqual(read(0x0b, 0, 2, 0x91, 3), [5, null, 4, 204]));
test('no bytes, no numbers', () => assert.deepEqual(read(), []));
test('a shape with a hole, and a row without one', () => {
  const bytes = Uint8Array.from([
    /* counts 1, 2, 3, 3, 0 */ 3, 3, 3, 1, 6,
    /* lon 0 4 0 1 2 1 */ 1, 9, 8, 3, 3, 2,
    /* lat 0 0 4 1 1 2 */ 1, 1, 9, 6, 1, 3]);
  const place = (at, n) => ({ at, bytes: n });
  const shapes = readGeometry({ type: 'polygon', scale: 1, counts: place(0, 5), lon: place(5, 6), lat: place(11, 6) }, bytes);
  assert.deepEqual(shapes, [{ type: 'MultiPolygon', coordinates: [[
    [[0, 0], [4, 0], [0, 4], [0, 0]], [[1, 1], [2, 1], [1, 2], [1, 1]]]] }, null]);
});
