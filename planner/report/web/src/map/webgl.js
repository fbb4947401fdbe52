// Can this browser draw the moving map?

let known = null;

export function hasWebgl() {
  known ??= Boolean(document.createElement('canvas').getContext('webgl2'));
  return known;
}
