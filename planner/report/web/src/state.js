// What the reader has chosen. Parts of the page listen to the keys that they show.

export class State {
  #values;
  #listeners = [];

  constructor(values) {
    this.#values = values;
  }

  get(key) {
    return this.#values[key];
  }

  /** Takes several choices at once; each listener is called at most once. */
  set(changes) {
    const changed = Object.keys(changes).filter((key) => this.#values[key] !== changes[key]);
    if (changed.length === 0) return;
    Object.assign(this.#values, changes);
    for (const { keys, listener } of this.#listeners) {
      if (keys.some((key) => changed.includes(key))) listener();
    }
  }

  /** Calls `listener` now, and whenever one of the keys changes; the result ends it. */
  watch(keys, listener) {
    const entry = { keys, listener };
    this.#listeners.push(entry);
    listener();
    return () => { this.#listeners = this.#listeners.filter((one) => one !== entry); };
  }
}
