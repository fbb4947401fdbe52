// What centres are, by the word in their table: of a run their status, of a comparison what became of
// them. A hollow one is there no more.

const INK = '#17202a';
const NEW = '#c51b7d';
const WHITE = '#ffffff';

export const CENTRE_KINDS = {
  existing: { fill: INK, edge: WHITE, words: 'centreExisting' },
  planned: { fill: NEW, edge: WHITE, words: 'centrePlanned' },
  candidate: { fill: '#525252', edge: WHITE, words: 'centreCandidate' },
  'as before': { fill: INK, edge: WHITE, words: 'centreSame' },
  opened: { fill: NEW, edge: WHITE, words: 'centreOpened' },
  closed: { fill: WHITE, edge: INK, words: 'centreClosed' },
  moved: { fill: NEW, edge: INK, words: 'centreMoved' },
  'moved from': { fill: WHITE, edge: NEW, words: 'centreMovedFrom' },
};

export const OTHER_KIND = { fill: '#525252', edge: WHITE };

/** A paint of the moving map by the property "kind". */
export function paintOfKind(part) {
  return ['match', ['get', 'kind'], ...Object.entries(CENTRE_KINDS).flatMap(([kind, colours]) => [kind, colours[part]]), OTHER_KIND[part]];
}
