// Terraced fields in the gold of the harvest.
import {beams, birds, clouds, finish, halo, heap_cloud, mist, pool, sky} from '../kit/air.mjs';
import {smoke, stilt_house} from '../kit/houses.mjs';
import {range, rough, skyline} from '../kit/land.mjs';
import {figure, shoulder_pole} from '../kit/people.mjs';
import {crown, grass, tree} from '../kit/plants.mjs';
import {Chance} from '../kit/random.mjs';
import {group, Sheet} from '../kit/svg.mjs';
import {steps_of_slope, terraces} from '../kit/terraces.mjs';

const light = {x: 780, y: 330};
const haze = '#f3dba6';
const gold = ['#e8b52f', '#f0c443', '#dca326', '#e9bd3c', '#cfae36', '#b9b03c', '#f3ce5a', '#a8a83a'];
const leaves = ['#24401f', '#3f6427', '#7d8f34'];

function distance(sheet) {
  sky(sheet, [[0, '#3f86b4'], [0.3, '#86bccb'], [0.55, '#e9dfb8'], [0.8, '#fbdc9c'], [1, '#fbe2a6']], 1100);
  clouds(sheet, {seed: 9, across: 1300, down: 200, colour: '#fffaf0', from: 0, to: 560, cover: 0.42, opacity: 0.7});
  clouds(sheet, {seed: 19, across: 1500, down: 90, colour: '#ffdca6', from: 200, to: 700, cover: 0.5, opacity: 0.6});
  const chance = new Chance(31);
  [[2250, 600, 900, 250], [2800, 640, 620, 330], [1480, 610, 520, 130]].forEach(([x, base, width, height]) =>
    heap_cloud(sheet, chance, {x, base, width, height, light: '#fff8ea', shade: '#f0d2a0', opacity: 0.8}));
  halo(sheet, light.x, light.y, 1500, '#ffc45e', 0.62);
  halo(sheet, light.x, light.y, 420, '#fff3c4', 0.95);
  const ranges = [
    [3, 690, 400, 620, '#8fa9bb'], [14, 780, 430, 540, '#6f99a0'], [27, 850, 380, 480, '#548473'],
      [38, 930, 330, 560, '#3f6f4b']];
  ranges.forEach(([seed, base, rise, feature, colour], k) => {
    const filter = k > 0 ? rough(sheet, {seed, grain: 40 + 30 * k, relief: 3 + 2 * k, azimuth: 215, elevation: 55,
      tear: 0.1}) : undefined;
    const line = skyline({seed, width: sheet.width, base, rise, feature, sharp: 0.6 - 0.12 * k, gain: 0.42});
    range(sheet, line, {foot: 1150, colour, haze, hazy: 0.75, filter});
    mist(sheet, {y: base + 110, thick: 130, colour: '#ffefcb', opacity: 0.72, seed: seed + 2, across: 800});
  });
}

function slopes(sheet, chance) {
  const lit = (grain, relief) => rough(sheet, {seed: 51, grain, relief, azimuth: 215, elevation: 60, tear: 0.09});
  const far = steps_of_slope({seed: 5, count: 30, left: -40, right: 3040, near_y: 1560, far_y: 910, near_rise: 13,
    spurs: 210,
    feature: 0.2, power: 1.3, rows: 2,
      crest: (u) => 190 * Math.exp(-Math.pow((u - 0.8) / 0.16, 2)) + 120 * Math.exp(-Math.pow((u - 0.1) / 0.14,
      2)) - 60});
  terraces(sheet, chance, far, {tones: gold, bank: '#66742a', edge: '#a5b04c', haze,
    hazy: (level) => 0.16 + 0.36 * level, bottom: 1800, filter: lit(34, 2)});
  village(sheet, chance, lit);
  mist(sheet, {y: 1190, thick: 100, colour: '#fff1cf', opacity: 0.42, seed: 77, across: 900});
  const near = steps_of_slope({seed: 23, count: 19, left: -60, right: 3060, near_y: 2260, far_y: 1240, near_rise: 30,
    spurs: 520,
    feature: 0.36, power: 1.55, rows: 7, twist: 0.9, crest: (u) => 190 * Math.cos((u - 0.1) * 5.2) - 60});
  terraces(sheet, chance, near, {tones: gold, bank: '#4d5a1c', edge: '#a9b148', haze, hazy: (level) => 0.2 * level,
    bottom: 2200, filter: lit(44, 2.6)});
}

function village(sheet, chance, lit) {
  const woods = [];
  [[2000, 1100, 260], [2330, 1084, 300], [2660, 1062, 240], [650, 1145, 300],
    [380, 1128, 200]].forEach(([x, foot, wide]) => {
    for (let k = 0; k < 9; ++k) {
      const at = x + (wide / 2) * chance.bell(), height = chance.between(70, 150);
      woods.push(tree(chance, at, foot + chance.between(-8, 6), height, leaves, '#3a2a18'));
    }
    for (let k = 0; k < 12; ++k) {
      woods.push(crown(chance, x + wide * 0.62 * chance.bell(), foot + 2, 52, 34, leaves));
    }
  });
  sheet.paint(group({filter: lit(26, 3.4)}, woods));
  [[2170, 1105, 130], [2520, 1078, 120, true], [505, 1140, 110]].forEach(([x, y, size, flip]) => {
    sheet.paint(stilt_house(x, y, size, {wall: '#8a5a2e', roof: '#6e5230', shade: '#33231a', glow: '#ffd27a', flip}));
    sheet.paint(smoke(sheet, x + 20, y - size * 0.72, 210, '#fff6e4', 0.55));
  });
}

function harvesters(sheet) {
  const look = (shirt) => ({skin: '#b9855a', shirt, trousers: '#22242c', hair: '#1b1512', hat: '#efd9a4',
    shoes: '#22242c'});
  const at = [[1120, 1560, 118, 'bend', '#8c2f39'], [1235, 1575, 122, 'bend', '#2f4a78'],
    [1400, 1552, 120, 'stand', '#20365c'],
    [1900, 1498, 92, 'bend', '#7a2c50'], [1985, 1490, 94, 'bend', '#2f5a5a']];
  at.forEach(([x, y, height, pose, shirt], k) => {
    pool(sheet, x + 18, y, height * 0.45, height * 0.08, '#3a2c08', 0.5);
    sheet.paint(figure(x, y, height, pose, look(shirt), {wear: 'cone', flip: k % 2 === 1}));
  });
  pool(sheet, 560, 1700, 90, 14, '#3a2c08', 0.5);
  sheet.paint(shoulder_pole(545, 1698, 150, '#5a3c1c', '#c8922f'), figure(545, 1698, 150, 'carry', look('#5b2d6b'),
    {wear: 'cone'}));
}

export const terraced_fields = {
  width: 3000, height: 2000, name: 'ruong-bac-thang',
  paint() {
    const sheet = new Sheet(terraced_fields.width, terraced_fields.height, 22);
    const chance = new Chance(17);
    distance(sheet);
    slopes(sheet, chance);
    clouds(sheet, {seed: 66, across: 1100, down: 420, colour: '#6f7a2c', from: 860, to: 2400, cover: 0.42,
      opacity: 0.5, contrast: 3, blend: 'multiply'});
    harvesters(sheet);
    sheet.paint(grass(chance, {from: -20, to: 3020, y: (x) => 1985 + 40 * Math.sin(x / 420), least: 50, most: 150,
      count: 260,
      fills: ['#6c7426', '#4b5c1d', '#2c3f16']}));
    birds(sheet, chance, {x: 1750, y: 380, spread: 320, size: 24, count: 9, colour: '#47626a'});
    beams(sheet, {...light, length: 2600, from: 20, to: 100, count: 14, colour: '#ffe9b0', opacity: 0.22, seed: 4});
    halo(sheet, light.x, light.y, 2300, '#ffcf70', 0.25);
    finish(sheet, {vignette: 0.38});
    return sheet;
  },
};
