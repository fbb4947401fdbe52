// Where women come and are not helped in time: the centres with the highest chance of it.
import { barX, plot, ruleX, text } from '@observablehq/plot';
import { frame, showFigure } from './figure.js';

const MOST = 15;
const ROW = 24;

function worst(page) {
  const { run } = page;
  const table = run.table('simulated_centres');
  const set = page.state.get('set');
  const late = table.column(`helped_late_${set}`);
  const turned = table.column(`turned_away_${set}`);
  return table.column(`p_not_helped_${set}`)
    .map((chance, row) => ({ chance, row, late: late[row], turned: turned[row], name: shortName(table.cell('name', row)), id: table.cell('id', row) }))
    .filter((centre) => centre.chance !== null && run.cell('centres', `open_${set}`, run.centreRow(centre.id)) === 1)
    .sort((a, b) => b.chance - a.chance || a.row - b.row)
    .slice(0, MOST);
}

/** "Barh" of "One Stop Centre, Barh": all of them are of one service. */
function shortName(name) {
  return name.includes(', ') ? name.slice(name.indexOf(', ') + 2) : name;
}

export function showWaits(page, element) {
  element.hidden = !page.run.has('simulated_centres');
  if (element.hidden) return;
  showFigure(page, element, {
    title: () => page.words('waitsTitle'),
    note: () => page.words('waitsNote', { set: page.setName(page.state.get('set')) }),
    summary: () => worst(page).map((centre) => `${centre.name} ${page.chance(centre.chance)}`).join(', '),
    draw: (width) => drawBars(page, width),
  });
}

function drawBars(page, width) {
  const centres = worst(page);
  return plot({
    ...frame(width, centres.length * ROW + 60),
    marginLeft: 130,
    marginRight: 44,
    x: { label: page.words('waitsX'), labelAnchor: 'center', labelArrow: 'none', ticks: 4, tickFormat: (chance) => page.chance(chance) },
    y: { label: null, domain: centres.map((centre) => centre.id), tickFormat: (id) => centres.find((centre) => centre.id === id).name, tickSize: 0 },
    marks: [
      barX(centres, { x: 'chance', y: 'id', fill: 'var(--bar)', insetTop: 3, insetBottom: 3 }),
      text(centres, { x: 'chance', y: 'id', text: (centre) => page.chance(centre.chance), textAnchor: 'start', dx: 5 }),
      ruleX([0], { stroke: 'currentColor' }),
    ],
  });
}
