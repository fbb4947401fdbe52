// A name in a table that shows its place on the map.
import { h } from '../dom.js';

export function wayToMap(page, selected, name) {
  const choose = () => {
    page.select(selected);
    document.getElementById('map').scrollIntoView({ block: 'nearest' });
  };
  return h('button', { type: 'button', class: 'link', onclick: choose }, h('bdi', {}, name));
}
