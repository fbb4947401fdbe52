// What the map is to draw now, by the choices of the reader.

/** The choices on which it hangs. */
export const DRAWN_BY = ['view', 'set', 'month', 'hidden', 'catchment', 'swipe'];

/** As the maps take it: {view, choice, hidden, catchment}. */
export function drawingOf(page) {
  const { state, run } = page;
  const id = state.get('catchment');
  return { view: page.view, hidden: state.get('hidden'),
    choice: { set: page.set ?? state.get('set'), month: state.get('month') },
    catchment: id === null ? null : { set: page.set ?? run.last.name, id } };
}
