// Changes within the headline limit, in words.

/** "60", or the least and the largest where scenarios count over several: "30 to 90". */
export function limitWords(page) {
  const { limit, scenarios } = page.run;
  const limits = scenarios.map((one) => one.figures?.limit_min ?? limit);
  const [least, largest] = [limits.reduce((a, b) => Math.min(a, b)), limits.reduce((a, b) => Math.max(a, b))];
  return least === largest ? String(least) : page.words('range90', { low: least, high: largest });
}

/** "470,000 more rural women", "490,000 fewer rural women". */
export function changeWords(page, { figures }) {
  const change = figures.within_limit_less_base.rural_women;
  if (change === 0) return page.words('asMany');
  return page.words(change > 0 ? 'moreWomen' : 'fewerWomen', { n: page.about(Math.abs(change)) });
}
