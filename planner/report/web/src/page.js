// What every part of the page needs: the run, the reader's choices, and how to say things.
import { h } from './dom.js';
import * as numbers from './numbers.js';
import { sideNames } from './compared/side_names.js';
import { programSentence } from './words/sentences.js';
import { hasWords, richWords, words } from './words/words.js';

export class Page {
  constructor({ run, state, views }) {
    this.run = run;
    this.state = state;
    this.views = views;
  }

  get language() {
    return this.state.get('language');
  }

  get view() {
    return this.views.find((view) => view.id === this.state.get('view'));
  }

  /** The set that is shown; a view of the plan's changes shows the last one whatever is chosen. */
  get set() {
    return this.view.sets?.[0] ?? (this.state.get('swipe') ? this.run.last.name : this.state.get('set'));
  }

  /** Are the first and the last set to be compared on one map? */
  get isSwiped() {
    return this.state.get('swipe') && !this.view.sets;
  }

  words(key, values) {
    return words(this.language, this.#own(key), values);
  }

  rich(key, values) {
    return richWords(this.language, this.#own(key), values);
  }

  /** A comparison and a batch say some things otherwise. */
  #own(key) {
    const own = `${key}_${this.run.kind}`;
    return hasWords(own) ? own : key;
  }

  title() {
    if (this.run.kind === 'batch') return `${this.run.head.title}: ${this.run.told.name}`;
    return this.run.kind === 'compared' ? this.words('title', sideNames(this)) : this.run.summary.title;
  }

  count(number) {
    return numbers.count(this.language, number);
  }

  /** Whole, with its sign: a difference. */
  signed(number) {
    return numbers.signed(this.language, number);
  }

  about(number, digits) {
    return numbers.about(this.language, number, digits);
  }

  decimals(number, digits) {
    return numbers.decimals(this.language, number, digits);
  }

  share(part, whole) {
    return numbers.share(this.language, part, whole);
  }

  chance(fraction) {
    return numbers.chance(this.language, fraction);
  }

  minutes(number) {
    return number === null ? this.words('unreachable') : this.words('minutesValue', { n: this.count(number) });
  }

  /** "Today" for the first set, "After the plan" for the last, else its own name. */
  setName(name) {
    if (name === this.run.first.name) return this.words('setFirst');
    return name === this.run.last.name ? this.words('setLast') : name;
  }

  service() {
    return this.words('serviceName', { service: this.run.head.service });
  }

  /** A word of the program's tables where the page knows it, else as it stands there. */
  term(prefix, word) {
    const key = `${prefix}_${String(word).replace(/\W/g, '_')}`;
    return hasWords(key) ? this.words(key) : String(word ?? '–');
  }

  /** A sentence of the program in the reader's language, else in English. */
  sentence(text) {
    return programSentence(this.language, text) ?? text;
  }

  /** The same as a node that says what language it is in. */
  sentenceNode(text) {
    const said = programSentence(this.language, text);
    return said === null ? h('span', PROGRAM_LANGUAGE, text) : said;
  }

  /** Selects a thing and, unless it was touched on the map, moves the map to it. */
  select(selected, { move = true } = {}) {
    this.state.set({ selected, catchment: null });
    if (move && selected) this.state.set({ moveTo: { ...selected } });
  }
}

/** A sentence of the program itself, which is English whatever the page's language. */
export const PROGRAM_LANGUAGE = { lang: 'en' };
