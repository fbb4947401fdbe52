// The colours of the page are those of the styles for QGIS.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { CHANCE_COLOURS, CHANGE_COLOURS, SHARE_COLOURS, TIMES_COLOURS } from '../../src/map/views.js';

async function coloursOf(style) {
  const text = await readFile(new URL(`../../../../../data/style/${style}.qml`, import.meta.url), 'utf8');
  return [...text.matchAll(/name="color" type="QString" value="(\d+),(\d+),(\d+),/g)].map((match) =>
    `#${match.slice(1).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`);
}

test('shares of blocks', async () => assert.deepEqual(await coloursOf('blocks'), SHARE_COLOURS));
test('chances of being underserved', async () => assert.deepEqual(await coloursOf('underserved'), CHANCE_COLOURS));
test('what the plan changes', async () =>
  assert.deepEqual(await coloursOf('newly_covered'), [CHANGE_COLOURS.newly, CHANGE_COLOURS.other]));
test('what changed between two runs', async () => assert.deepEqual(await coloursOf('changes'), Object.values(TIMES_COLOURS)));
