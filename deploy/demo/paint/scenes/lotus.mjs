// A lotus pond early in the morning.
import {beams, bokeh, finish, halo, mist, pool, sky} from '../kit/air.mjs';
import {range, skyline} from '../kit/land.mjs';
import {crown, lotus, lotus_bud, lotus_leaf, stalk} from '../kit/plants.mjs';
import {Chance} from '../kit/random.mjs';
import {circle, ellipse, group, line, rectangle, Sheet} from '../kit/svg.mjs';
import {wind_lines} from '../kit/water.mjs';

const shore = 760;
const pink = {tip: '#e0558f', body: '#f7a9c4', foot: '#fff2e6', vein: '#b8306c', heart: '#c9c04a'};
const pale = {tip: '#f08fb4', body: '#fcd3dc', foot: '#fffaf0', vein: '#c85a86', heart: '#d2c85a'};

function distance(sheet, chance) {
  sky(sheet, [[0, '#86b9b4'], [0.45, '#d6e2c0'], [0.8, '#fbeabb'], [1, '#fff1c9']], shore + 20);
  halo(sheet, 1150, 420, 1000, '#ffe09a', 0.85);
  const line = skyline({seed: 6, width: sheet.width, base: shore, rise: 260, feature: 330});
  range(sheet, line, {foot: shore + 20, colour: '#7ea595', haze: '#f6e7bd', hazy: 0.6});
  const woods = [];
  for (let k = 0; k < 34; ++k) {
    const x = chance.between(-60, 1660), h = chance.between(90, 240) * (0.6 + Math.abs(x - 900) / 1200);
    woods.push(crown(chance, x, shore - h * 0.36, h * 0.9, h, ['#567a5a', '#759469', '#a9b878']));
  }
  sheet.paint(group({filter: sheet.blur(7), opacity: 0.9}, woods));
  mist(sheet, {y: shore - 10, thick: 150, colour: '#fff3d2', opacity: 0.85, seed: 14, across: 500});
  const stops = [[0, '#f3e8bd'], [0.12, '#b9cfae'], [0.4, '#5f9482'], [0.75, '#245d58'], [1, '#113c40']];
  sheet.paint(rectangle(0, shore, sheet.width, sheet.height - shore,
    {fill: sheet.grade(0, shore, 0, sheet.height, stops)}));
  mist(sheet, {y: shore, thick: 110, colour: '#fff4d6', opacity: 0.9, seed: 24, across: 500});
  wind_lines(sheet, chance, {level: shore + 60, count: 90, colour: '#fffbe0', opacity: 0.32});
}

/** Floating leaves from the far shore towards the viewer, each with its shadow on the water. */
function carpet(sheet, chance) {
  for (let k = 0; k < 230; ++k) {
    const t = Math.pow(k / 230, 1.15), y = shore + 30 + (2330 - shore) * t;
    const width = 40 + 430 * Math.pow(t, 1.25) * chance.between(0.7, 1.2), x = chance.between(-100, 1700);
    if (t > 0.25 && Math.abs(x - 800) < 150 + 160 * chance.next() && t < 0.9) continue;
    pool(sheet, x + width * 0.05, y + width * 0.11, width * 0.62, width * 0.2, '#07302f', 0.55 * t + 0.1);
    const warm = 1 - t;
    sheet.paint(group({opacity: 0.55 + 0.45 * t}, lotus_leaf(sheet, chance, x, y, width, 0.27, {
      edge: warm > 0.6 ? '#86ab76' : chance.pick(['#3d8054', '#2f7350', '#4c8c52']),
      middle: warm > 0.6 ? '#c5d69b' : chance.pick(['#7fba6a', '#6aae68', '#96c46c']), vein: '#c9e0a0'})));
    if (k % 11 === 4 && t < 0.6 && Math.abs(x - 1190) > 110) {
      const size = 26 + 150 * t;
      sheet.paint(stalk(x, y, x + 8, y - size * 1.5, 2 + 6 * t, '#5b8a52'),
        lotus(sheet, x + 8, y - size * 1.45, size, chance.happens(0.5) ? pink : pale));
    }
  }
}

function dragonfly(x, y, size) {
  const wing = (angle) => ellipse(0, -0.3, 0.085, 0.32,
    {fill: '#eafbff', opacity: 0.72, transform: `rotate(${angle})`});
  return group({transform: `translate(${x} ${y}) rotate(-28) scale(${size})`}, [62, 96, -62, -96].map(wing),
    line(0, -0.05, 0, 0.62, {stroke: '#b4331f', 'stroke-width': 0.04, 'stroke-linecap': 'round'}),
    ellipse(0, -0.02, 0.06, 0.13, {fill: '#8f2617'}), circle(-0.045, -0.16, 0.045, {fill: '#3a1410'}),
      circle(0.045, -0.16, 0.045, {fill: '#3a1410'}));
}

function heroes(sheet, chance) {
  const stem = sheet.box_grade(0, 0, 1, 0, [[0, '#8fb764'], [0.5, '#4f8a4a'], [1, '#25573b']]);
  const leaf = (x, y, width, tilt) => lotus_leaf(sheet, chance, x, y, width, tilt,
    {edge: '#1f6146', middle: '#84bf66', vein: '#cfe8a4'});
  sheet.paint(stalk(300, 2420, 250, 1560, 15, stem), leaf(250, 1530, 640, 0.36),
    stalk(1330, 2420, 1390, 1750, 15, stem), leaf(1390, 1710, 620, 0.34));
  sheet.paint(stalk(1120, 2420, 1195, 1010, 13, stem), lotus_bud(sheet, 1195, 1040, 300, pink));
  sheet.paint(stalk(470, 2420, 430, 1250, 11, stem), lotus_bud(sheet, 430, 1270, 210, pale));
  sheet.paint(stalk(760, 2420, 770, 1420, 19, stem));
  halo(sheet, 770, 1180, 640, '#ffe9d0', 0.35);
  sheet.paint(lotus(sheet, 770, 1440, 560, pink), dragonfly(1212, 722, 150));
  sheet.paint(leaf(-40, 2180, 860, 0.42), leaf(1560, 2260, 900, 0.4), leaf(720, 2420, 760, 0.36));
  for (let k = 0; k < 7; ++k) {
    const [x, y, r] = [140 + 70 * chance.bell() + (k > 3 ? 1280 : 0), 2120 + 60 * chance.bell() + (k > 3 ? 90 : 0),
      chance.between(9, 22)];
    sheet.paint(ellipse(x, y, r, r * 0.75,
      {fill: sheet.box_glow(0.4, 0.3, 0.8, [[0, '#ffffff', 0.95], [0.3, '#e8fbf0', 0.5], [1, '#bfe8cf', 0.35]])}),
      circle(x - r * 0.3, y - r * 0.3, r * 0.17, {fill: '#ffffff'}));
  }
}

export const lotus_pond = {
  width: 1600, height: 2400, name: 'dam-sen',
  paint() {
    const sheet = new Sheet(lotus_pond.width, lotus_pond.height, 41);
    const chance = new Chance(29);
    distance(sheet, chance);
    carpet(sheet, chance);
    mist(sheet, {y: shore + 190, thick: 150, colour: '#fff4d6', opacity: 0.45, seed: 9, across: 600});
    heroes(sheet, chance);
    beams(sheet, {x: 1500, y: -160, length: 2300, from: 95, to: 150, count: 12, colour: '#fff0c0', opacity: 0.3,
      seed: 3});
    bokeh(sheet, chance, {count: 26, colours: ['#fff2c0', '#ffe0a0', '#f6ffd8'], least: 10, most: 46,
      area: [0, 80, 1600, 800], opacity: 0.35});
    finish(sheet, {vignette: 0.4, paper: 0.08});
    return sheet;
  },
};
