// A cable-stayed bridge over a wide river at dusk.
import {birds, clouds, finish, halo, mist, sky, stars} from '../kit/air.mjs';
import {sampan} from '../kit/boats.mjs';
import {range, skyline} from '../kit/land.mjs';
import {grass, palm} from '../kit/plants.mjs';
import {Chance} from '../kit/random.mjs';
import {circle, group, line, path, polygon, polyline, rectangle, Sheet} from '../kit/svg.mjs';
import {glitter, mirror, wind_lines} from '../kit/water.mjs';

const level = 1060;
const light = {x: 1180, y: 1010};
const deck = (x) => 880 - 46 * Math.cos(((x - 1200) / 1500) * 1.4) + 46;
const towers = [760, 1640];

function dusk(sheet, chance) {
  sky(sheet, [[0, '#171d4e'], [0.26, '#3f3a7c'], [0.48, '#8d5590'], [0.68, '#e0707a'], [0.85, '#ff9d62'],
    [1, '#ffc878']], level);
  stars(sheet, chance, 120, 420);
  clouds(sheet, {seed: 3, across: 1300, down: 130, colour: '#ff9a7a', from: 140, to: 900, cover: 0.5, opacity: 0.75});
  clouds(sheet, {seed: 29, across: 1500, down: 80, colour: '#ffd08a', from: 480, to: 1040, cover: 0.46, opacity: 0.65});
  clouds(sheet, {seed: 41, across: 1000, down: 110, colour: '#2d2660', from: 0, to: 640, cover: 0.44, opacity: 0.55});
  halo(sheet, light.x, light.y, 1300, '#ff8d4a', 0.7);
  halo(sheet, light.x, light.y, 420, '#ffe0a0', 0.95);
  [[5, 960, 230, 480, '#8a5a8a'], [12, 1010, 190, 390, '#5e4478']].forEach(([seed, base, rise, feature, colour], k) => {
    range(sheet, skyline({seed, width: sheet.width, base, rise, feature, sharp: 0.5}),
      {foot: level + 10, colour, haze: '#ffad7e', hazy: 0.6});
    mist(sheet, {y: base + 60, thick: 60, colour: '#ffbf94', opacity: 0.55, seed: 50 + k, across: 700});
  });
}

/** The town on the far bank: blocks with a few lit windows. */
function town(sheet, chance) {
  const blocks = [], windows = [];
  for (let x = -20; x < 2420;) {
    const width = chance.between(24, 74), edge = Math.min(1, Math.abs(x - 1200) / 900);
    const height = chance.between(24, 70) + 130 * Math.pow(edge, 2) * chance.next();
    blocks.push(rectangle(x, level - height, width + 1, height + 6));
    for (let wy = level - height + 10; wy < level - 12; wy += 13) {
      for (let wx = x + 7; wx < x + width - 8; wx += 12) {
        if (chance.happens(0.3)) windows.push(rectangle(wx, wy, 4.5, 6,
          {fill: chance.pick(['#ffd58a', '#ffe9ba', '#ffb765']), opacity: chance.between(0.4, 1)}));
      }
    }
    x += width;
  }
  sheet.paint(group({fill: sheet.grade(0, level - 190, 0, level, [[0, '#3d3160'], [1, '#6b4668']])}, blocks), windows);
}

function pylon(x) {
  const foot = level + 6, top = 250;
  return [path(polygon([[x - 62, foot], [x - 44, foot], [x - 9, top + 150], [x - 9, top], [x - 22, top],
    [x - 22, top + 140]])),
    path(polygon([[x + 62, foot], [x + 44, foot], [x + 9, top + 150], [x + 9, top], [x + 22, top],
      [x + 22, top + 140]])),
    rectangle(x - 22, top - 16, 44, 60), rectangle(x - 18, top + 150, 36, 16), rectangle(x - 52, deck(x) + 14, 104, 22),
    rectangle(x - 86, foot - 26, 172, 34)];
}

function bridge(sheet) {
  const dark = sheet.grade(0, 240, 0, level, [[0, '#2a2350'], [1, '#1b1638']]);
  const cables = [];
  towers.forEach((x) => {
    for (let k = 1; k <= 17; ++k) {
      for (const side of [-1, 1]) {
        const end = x + side * (36 + k * 23.4);
        cables.push(line(x + side * 12, 268 + (17 - k) * 10, end, deck(end),
          {stroke: k % 4 ? '#2a2350' : '#3b2e60', 'stroke-width': 2.4, opacity: 0.85}));
      }
    }
  });
  const top = [], low = [];
  for (let x = -20; x <= 2420; x += 20) {
    top.push([x, deck(x)]);
    low.unshift([x, deck(x) + 24]);
  }
  const piers = [130, 345, 2055,
    2270].map((x) => path(polygon([[x - 14, deck(x) + 20], [x + 14, deck(x) + 20], [x + 20, level + 8],
    [x - 20, level + 8]])));
  sheet.paint(cables, group({fill: dark}, towers.map(pylon), piers, path(polygon([...top, ...low]))),
    path(polyline(top), {fill: 'none', stroke: '#ffd79a', 'stroke-width': 3.5, opacity: 0.85}));
  traffic(sheet);
  towers.forEach((x) => {
    halo(sheet, x, 236, 90, '#ff6a5a', 0.9);
    sheet.paint(circle(x, 234, 6, {fill: '#ffd0c0'}));
    halo(sheet, x, deck(x), 330, '#ffb05e', 0.35);
  });
}

function traffic(sheet) {
  const lamp = [], glow = sheet.box_glow(0.5, 0.5, 0.5, [[0, '#ffe7b0', 0.9], [0.25, '#ffcf80', 0.4],
    [1, '#ffcf80', 0]]);
  for (let x = 40; x < 2400; x += 80) {
    lamp.push(line(x, deck(x), x, deck(x) - 34, {stroke: '#2a2350', 'stroke-width': 3}),
      circle(x, deck(x) - 36, 26, {fill: glow}), circle(x, deck(x) - 36, 4.5, {fill: '#fff6dc'}));
  }
  const chance = new Chance(6);
  for (let k = 0; k < 44; ++k) {
    const x = chance.between(0, 2400);
    lamp.push(circle(x, deck(x) - 5, 9, {fill: glow}),
      circle(x, deck(x) - 5, 2.6, {fill: k % 2 ? '#fff3d0' : '#ff7a5c'}));
  }
  sheet.paint(lamp);
}

function near_bank(sheet, chance) {
  const dark = '#120f28';
  sheet.paint(sampan(760, 1370, 330, {hull: dark, figure: dark, hat: '#2a2148'}),
    circle(640, 1342, 6, {fill: '#fff2cc'}));
  halo(sheet, 640, 1342, 120, '#ffb866', 0.9);
  const bank = (x) => 1600 - Math.max(0, 190 - x * 0.24) - Math.max(0, 210 - (2400 - x) * 0.2);
  const outline = Array.from({length: 122}, (_, k) => [k * 20 - 10, bank(k * 20 - 10)]);
  sheet.paint(path(polygon([...outline, [2430, 1620], [-20, 1620]]), {fill: dark}));
  sheet.paint(palm(chance, 2190, 1520, 900, {leaf: dark, bright: '#241c40', trunk: dark, lean: -0.13}),
    palm(chance, 2330, 1500, 700, {leaf: dark, bright: '#241c40', trunk: dark, lean: 0.04}));
  sheet.paint(grass(chance, {from: -20, to: 760, y: (x) => bank(x) + 20, least: 60, most: 220, count: 130,
    fills: ['#1d1738', dark]}),
    grass(chance, {from: 1500, to: 2420, y: (x) => bank(x) + 20, least: 50, most: 170, count: 150,
      fills: ['#1d1738', dark]}));
}

export const bridge_at_dusk = {
  width: 2400, height: 1600, name: 'cau-hoang-hon',
  paint() {
    const sheet = new Sheet(bridge_at_dusk.width, bridge_at_dusk.height, 81);
    const chance = new Chance(19);
    dusk(sheet, chance);
    town(sheet, chance);
    bridge(sheet);
    sheet.end_world();
    mirror(sheet, {level: level + 4, seed: 61, squeeze: 0.74, calm: 1.1, tint: [
      [0, '#d98a7a', 0.14], [0.35, '#7a4a80', 0.26], [1, '#15163f', 0.72]]});
    wind_lines(sheet, chance, {level: level + 12, count: 70, colour: '#ffcfa0', opacity: 0.2});
    glitter(sheet, chance, {x: light.x, level: level + 8, near: 640, far: 150, count: 620, colour: '#ffc98a',
      opacity: 0.75});
    near_bank(sheet, chance);
    birds(sheet, chance, {x: 1180, y: 560, spread: 260, size: 20, count: 9, colour: '#33264f'});
    halo(sheet, light.x, light.y, 1100, '#ff8a4a', 0.22);
    finish(sheet, {vignette: 0.4});
    return sheet;
  },
};
