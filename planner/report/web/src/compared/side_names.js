// What the two runs are called: by what tells them apart.

/** {first, second}: the scenario or the set where these differ, else "the first run". */
export function sideNames(page) {
  const [first, second] = page.run.sides;
  const nameOf = (side, other, key) => {
    const own = ['scenario', 'set'].filter((part) => side[part] !== other[part]).map((part) => side[part]);
    return own.length > 0 ? own.join(', ') : page.words(key);
  };
  return { first: nameOf(first, second, 'runFirst'), second: nameOf(second, first, 'runSecond') };
}
