// The axes of parallel coordinates: parameters that vary, and the main figures. Numbers on scales, words as steps.
import { parameterOf } from './choose.js';

const MOST_PARAMETERS = 8;
const FEW = 6; // numbers that are each a step of a sweep rather than points of a range

const FIGURES = [
  ['change', (figures) => figures.within_limit_less_base.rural_women, 'signed'],
  ['mean', (figures) => figures.mean_min, 'minutes'],
];
const SIMULATED = ['underserved', 'served', 'cut_off'];

/**
 * `{ key, name, valueOf, steps, low, high, form }`, each with more than one value among these scenarios. `steps`: the
 * values in order where they are words, else null; `low` and `high`: the ends of its scale. A parameter that is
 * as in the base is a step of its own, null. `name` is null for figures.
 */
export function axesOf(run) {
  const done = run.scenarios.filter((one) => one.figures);
  const parameters = run.parameters.map((key) => axis({ key, name: key, valueOf: (one) => parameterOf(one, key), form: 'plain' }, done));
  const figures = FIGURES.map(([key, valueOf, form]) => axis({ key, name: null, valueOf: (one) => valueOf(one.figures), form }, done));
  const simulated = SIMULATED.map((key) => axis({ key, name: null, form: 'about', valueOf: (one) => one.figures.simulation?.[key].value.mean ?? null }, done));
  return [...parameters.filter(Boolean).slice(0, MOST_PARAMETERS), ...figures.filter(Boolean), ...simulated.filter(Boolean)];
}

/** Null where there is nothing to tell apart. */
function axis(made, scenarios) {
  const values = [...new Set(scenarios.map(made.valueOf))];
  const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  if (values.length < 2) return null;
  const isScale = made.name === null || (numbers.length === values.length && numbers.length > FEW);
  if (isScale) return numbers.length < 2 ? null : { ...made, steps: null, low: numbers[0], high: numbers[numbers.length - 1] };
  const words = values.filter((value) => typeof value === 'string').sort(new Intl.Collator('en', { numeric: true }).compare);
  const steps = [...(values.includes(null) ? [null] : []), ...numbers, ...words];
  return { ...made, steps, places: new Map(steps.map((value, at) => [value, at / (steps.length - 1)])) };
}

/** Where a scenario stands on an axis, between 0 and 1; null where it has no value there. */
export function placeOn(axis, scenario) {
  const value = axis.valueOf(scenario);
  if (axis.steps) return axis.places.get(value);
  return value === null ? null : (value - axis.low) / (axis.high - axis.low);
}
