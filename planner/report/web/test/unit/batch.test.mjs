// The scenarios of a batch: what passes, in what order, on which axes; their parameters and names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axesOf, placeOn } from '../../src/batch/axes.js';
import { passing, sorted } from '../../src/batch/choose.js';
import { largestChanges } from '../../src/batch/largest.js';
import { isolated, parameterValue } from '../../src/batch/parameter.js';
import { Batch } from '../../src/data/batch.js';
import { signed } from '../../src/numbers.js';

const figures = (change, mean) => ({ limit_min: 60, mean_min: mean, within_limit_less_base: { women: change, rural_women: change } });
const scenario = (name, origin, parameters, made, reason = '') =>
  ({ name, origin, parameters, reason, status: made ? 'done' : 'failed', figures: made });
const SCENARIOS = [scenario('base', 'base', {}, figures(0, 30)), scenario('walk-10', 'grid', { mode: '"walk"', chance: '0.7' }, figures(-5, 50)),
  scenario('walk-9', 'grid', { mode: '"walk"', chance: '0.9' }, figures(7, 20)), scenario('fly', 'list', { mode: '"fly"' }, null, 'nobody flies')];
const batch = () => new Batch({ head: { batch: { notice: '', base: 'base', scenarios: SCENARIOS, by_rural_women_within_limit: ['walk-9', 'walk-10'] } } });
const names = (scenarios) => scenarios.map((one) => one.name);
const all = { find: '', origin: '', status: '' };

test('a batch knows its base, its parameters and the best', () => {
  const made = batch();
  assert.equal(made.base.name, 'base');
  assert.deepEqual(made.parameters, ['mode', 'chance']);
  assert.deepEqual(names(made.ranked), ['walk-9', 'walk-10']);
  assert.equal(made.isSimulated, false);
});
test('what is shown of a scenario turns no text round', () => {
  const odd = scenario('a\u202eb', 'list', { 'k\u202e': '"v\u202e"' }, null, 'r\u2066');
  const { name, reason, parameters } = new Batch({ head: { batch: { scenarios: [SCENARIOS[0], odd], by_rural_women_within_limit: [] } } }).scenarios[1];
  assert.deepEqual([name, reason, parameters], ['ab', 'r', { k: '"v"' }]);
});
test('scenarios pass by words in name, parameter or reason, by origin and by status', () => {
  assert.equal(passing(SCENARIOS, all).length, 4);
  assert.deepEqual(names(passing(SCENARIOS, { ...all, find: ' WALK-1' })), ['walk-10']);
  assert.deepEqual(names(passing(SCENARIOS, { ...all, find: 'chance=0.9' })), ['walk-9']);
  assert.deepEqual(names(passing(SCENARIOS, { ...all, find: 'nobody' })), ['fly']);
  assert.deepEqual(names(passing(SCENARIOS, { ...all, origin: 'grid', status: 'failed' })), []);
  assert.deepEqual(names(passing(SCENARIOS, { ...all, status: 'failed' })), ['fly']);
});
test('they are sorted by numbers and by words, and what has no figure stands last both ways', () => {
  const change = (one) => one.figures?.within_limit_less_base.rural_women ?? null;
  assert.deepEqual(names(sorted(SCENARIOS, change, true)), ['walk-9', 'base', 'walk-10', 'fly']);
  assert.deepEqual(names(sorted(SCENARIOS, change, false)), ['walk-10', 'base', 'walk-9', 'fly']);
  assert.deepEqual(names(sorted(SCENARIOS, (one) => one.name, false)), ['base', 'fly', 'walk-9', 'walk-10']);
  assert.deepEqual(names(sorted(SCENARIOS, () => 1, true)), names(SCENARIOS));
});
test('values of TOML are numbers or plain words', () => {
  assert.equal(parameterValue('1_000.5'), 1000.5);
  assert.equal(parameterValue('"dry"'), 'dry');
  assert.equal(parameterValue("['C1']"), 'C1');
  assert.equal(parameterValue('["C1", "C2"]'), '["C1", "C2"]');
  assert.equal(parameterValue('true'), 'true');
  assert.equal(parameterValue(undefined), null);
});
test('a name cannot turn or lengthen the sentence around it', () => {
  assert.equal(isolated('a\u202eb\u2069\nc'), '\u2068ab c\u2069');
  assert.equal(isolated('abcdef', 4), '\u2068abc…\u2069');
});
test('the largest changes of both signs are drawn, and the chosen one', () => {
  const changes = Array.from({ length: 60 }, (_, at) => ({ one: at, value: at - 20 }));
  const values = largestChanges(changes, 21).map(({ value }) => value);
  assert.deepEqual(values, [39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 1, -11, -12, -13, -14, -15, -16, -17, -18, -19, -20]);
  assert.equal(largestChanges(changes.slice(21), null).length, 20);
  assert.deepEqual(largestChanges([{ one: 1, value: 0 }], 1), []);
});
test('axes are parameters that vary and figures; words are steps, the base is one of its own', () => {
  const [mode, chance, change, mean] = axesOf(batch());
  assert.deepEqual([mode.steps, chance.steps, change.key, mean.key], [[null, 'walk'], [null, 0.7, 0.9], 'change', 'mean']);
  assert.deepEqual(SCENARIOS.slice(0, 3).map((one) => placeOn(chance, one)), [0, 0.5, 1]);
  assert.deepEqual(SCENARIOS.slice(0, 3).map((one) => placeOn(change, one)), [5 / 12, 0, 1]);
});
test('many numbers are a scale', () => {
  const many = Array.from({ length: 9 }, (_, at) => scenario(`s${at}`, 'sample', { p: String(at) }, figures(at, 1)));
  const [p] = axesOf({ scenarios: many, parameters: ['p'] });
  assert.deepEqual([p.steps, p.low, p.high, placeOn(p, many[4])], [null, 0, 8, 0.5]);
});
test('differences have their sign', () => {
  assert.deepEqual([1600, -1600, 0, -0.2, null].map((number) => signed('en', number)), ['+1,600', '\u22121,600', '0', '0', '–']);
  assert.equal(signed('hi', -160000), '\u22121,60,000');
});
