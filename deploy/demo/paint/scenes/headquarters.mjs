// A headquarters at the blue hour, lit from within, mirrored in wet paving.
import {clouds, finish, halo, pool, sky, stars} from '../kit/air.mjs';
import {rough} from '../kit/land.mjs';
import {palm, tree} from '../kit/plants.mjs';
import {Chance} from '../kit/random.mjs';
import {circle, ellipse, group, line, path, polygon, rectangle, Sheet} from '../kit/svg.mjs';
import {mirror} from '../kit/water.mjs';

const level = 1190;
const middle = 1200;
const stone = {lit: '#d9c2a0', shade: '#6d6a78', dark: '#2b3248', cool: '#4f5a78'};
const warm = ['#ffd88c', '#ffe3a8', '#ffc66a', '#fff0c8'];

function evening(sheet, chance) {
  sky(sheet, [[0, '#0b1b45'], [0.35, '#1f3d7a'], [0.62, '#4d6aa3'], [0.8, '#a98aa5'], [0.92, '#f2a878'],
    [1, '#ffc487']], level);
  stars(sheet, chance, 170, 620);
  clouds(sheet, {seed: 7, across: 1300, down: 120, colour: '#e88f86', from: 360, to: 1080, cover: 0.46, opacity: 0.55});
  clouds(sheet, {seed: 17, across: 1200, down: 100, colour: '#0e1f4a', from: 120, to: 820, cover: 0.45, opacity: 0.5});
  halo(sheet, middle, level, 1300, '#ff9d5c', 0.45);
}

/** One window with its mullions; most are lit, some with the blinds half down. */
function window_bay(sheet, chance, x, y, width, height) {
  const on = chance.happens(0.8);
  const fill = on ? sheet.box_grade(0, 0, 0, 1, [[0, chance.pick(warm)], [1, '#f3a24a']])
    : sheet.box_grade(0, 0, 1, 1, [[0, '#33487a'], [1, '#8a7f9c']]);
  const blind = on && chance.happens(0.35) ? rectangle(x, y, width, height * chance.between(0.15, 0.5),
    {fill: '#fff3d6', opacity: 0.55}) : '';
  return [rectangle(x - 4, y - 4, width + 8, height + 8, {fill: '#2a2f42'}), rectangle(x, y, width, height, {fill}),
    blind,
    line(x + width / 2, y, x + width / 2, y + height, {stroke: '#2a2f42', 'stroke-width': 3}),
    line(x, y + height * 0.34, x + width, y + height * 0.34, {stroke: '#2a2f42', 'stroke-width': 3}),
    rectangle(x - 8, y + height + 4, width + 16, 7, {fill: stone.lit})];
}

function wing(sheet, chance, from, to, top, floors) {
  const face = sheet.grade(0, top, 0, level, [[0, '#6a6f8e'], [0.6, '#a2928f'], [1, '#e2bf8f']]);
  const parts = [rectangle(from, top, to - from, level - top, {fill: face})];
  const high = (level - 90 - top - 40) / floors, bays = Math.round((to - from) / 92), wide = (to - from) / bays;
  for (let floor = 0; floor < floors; ++floor) {
    const y = top + 50 + floor * high;
    for (let bay = 0; bay < bays; ++bay) {
      parts.push(window_bay(sheet, chance, from + bay * wide + wide * 0.24, y, wide * 0.52, high * 0.62));
    }
    parts.push(rectangle(from, y + high * 0.8, to - from, 6, {fill: '#c9b193', opacity: 0.7}));
  }
  for (let bay = 0; bay <= bays; ++bay) {
    const x = from + bay * wide;
    parts.push(rectangle(x - 9, top + 26, 18, level - top - 26, {fill: '#b8a79c'}),
      rectangle(x + 3, top + 26, 6, level - top - 26, {fill: '#4a4c63', opacity: 0.6}));
  }
  parts.push(rectangle(from - 16, top - 20, to - from + 32, 40, {fill: '#9a8f98'}),
    rectangle(from - 16, top + 14, to - from + 32, 9, {fill: '#34374d'}),
    rectangle(from, level - 60, to - from, 60, {fill: '#5c5668'}));
  return parts;
}

function hall(sheet, chance) {
  const [from, to, top] = [middle - 300, middle + 300, 500];
  const face = sheet.grade(0, top, 0, level, [[0, '#8a8498'], [0.5, '#cdb08a'], [1, '#ffd79a']]);
  const parts = [rectangle(from, top, to - from, level - top, {fill: face})];
  const glass = sheet.grade(0, 640, 0, level - 60, [[0, '#ffdf9c'], [0.6, '#ffc468'], [1, '#ffe9b4']]);
  parts.push(rectangle(from + 60, 640, to - from - 120, level - 700, {fill: glass}));
  for (let k = 0; k <= 16; ++k) {
    parts.push(line(from + 60 + k * 30, 640, from + 60 + k * 30, level - 60,
      {stroke: '#7a5228', 'stroke-width': k % 4 ? 2 : 5, opacity: 0.75}));
  }
  [740, 860, 990].forEach((y) =>
    parts.push(rectangle(from + 60, y, to - from - 120, 9, {fill: '#7a5228', opacity: 0.85})));
  for (let k = 0; k < 9; ++k) {
    parts.push(circle(from + 96 + k * 51, 700 + (k % 2) * 14, 8, {fill: '#fffbe6'}),
      circle(from + 96 + k * 51, 700 + (k % 2) * 14, 26, {fill: '#fff3c4', opacity: 0.35}));
  }
  for (let k = 0; k < 6; ++k) {
    const x = from + 26 + k * 100 + 8;
    parts.push(rectangle(x, 600, 34, level - 640,
      {fill: sheet.box_grade(0, 0, 1, 0, [[0, '#8c7a72'], [0.35, '#fff0d2'], [1, '#75645e']])}),
      rectangle(x - 8, 596, 50, 18, {fill: '#e9d2ab'}), rectangle(x - 8, level - 58, 50, 20, {fill: '#b99a72'}));
  }
  parts.push(rectangle(from - 30, 540, to - from + 60, 60, {fill: '#c7b094'}),
    rectangle(from - 30, 592, to - from + 60, 9, {fill: '#42384a'}),
    path(polygon([[from - 46, 540], [to + 46, 540], [middle + 190, 452], [middle - 190, 452]]), {fill: '#7b7286'}),
    rectangle(middle - 190, 436, 380, 18, {fill: '#a99ca0'}));
  for (let k = 0; k < 6; ++k) {
    parts.push(rectangle(from - 70 - k * 16, level - 44 + k * 8, to - from + 140 + k * 32, 8,
      {fill: k % 2 ? '#cda97c' : '#8c7260'}));
  }
  return parts;
}

/** A banner flag in a light wind: red with the five-pointed star. */
function flag(sheet, x, y, width) {
  const height = (width * 2) / 3, w = (t) => Math.sin(t * 5.2) * height * 0.07 * (0.3 + t);
  const edge = (dy) => Array.from({length: 25}, (_, k) => [x + (width * k) / 24, y + dy + w(k / 24)]);
  const cloth = path(polygon([...edge(0), ...edge(height).reverse()]), {fill: sheet.grade(x, 0, x + width, 0, [
    [0, '#d81e1e'], [0.22, '#e8382e'], [0.42, '#b81414'], [0.62, '#e03028'], [0.85, '#b51515'], [1, '#d42620']])});
  const star = Array.from({length: 10}, (_, k) => {
    const r = height * (k % 2 ? 0.125 : 0.32), a = -Math.PI / 2 + (k * Math.PI) / 5;
    const sx = width / 2 + r * Math.cos(a);
    return [x + sx, y + height / 2 + r * Math.sin(a) + w(sx / width)];
  });
  return [cloth, path(polygon(star), {fill: '#ffdf3f'})];
}

function mast(sheet, x, top, width) {
  return [rectangle(x - 5, top, 10, level - top + 40,
    {fill: sheet.box_grade(0, 0, 1, 0, [[0, '#6f7690'], [0.4, '#f2ead8'], [1, '#59607c']])}),
    circle(x, top - 6, 10, {fill: '#f6d98a'}), flag(sheet, x + 5, top + 12, width),
      rectangle(x - 34, level + 18, 68, 24, {fill: '#7a6a68'})];
}

function garden(sheet, chance) {
  const tones = ['#0f2232', '#1c3a3e', '#4c5a44'];
  const far = [];
  for (let k = 0; k < 26; ++k) {
    const x = k < 13 ? chance.between(-40, 300) : chance.between(2100, 2440);
    far.push(tree(chance, x, level, chance.between(190, 330), tones, '#141a28', k < 13 ? 1 : -1));
  }
  sheet.paint(group({filter: rough(sheet, {seed: 3, grain: 44, relief: 4, azimuth: 270, elevation: 60, tear: 0.3})},
    far));
  [[330, 560], [2075, 560], [150, 700], [2260, 690]].forEach(([x, height]) =>
    sheet.paint(palm(chance, x, level + 6, height, {leaf: '#12303a', bright: '#3c5f4c', trunk: '#2b2a33',
      lean: x < middle ? 0.05 : -0.05})));
  const hedge = (from, to) => Array.from({length: 60}, (_, k) => circle(from + ((to - from) * k) / 59,
    level - 12 + 8 * chance.bell(), chance.between(18, 34),
    {fill: chance.pick(['#15303a', '#1f4540', '#2f5a45'])}));
  sheet.paint(group({filter: rough(sheet, {seed: 5, grain: 30, relief: 4, azimuth: 270, elevation: 58, tear: 0.3})},
    hedge(-20, 800), hedge(1600, 2420)));
}

function lamps(sheet) {
  [420, 720, 1680, 1980].forEach((x) => {
    sheet.paint(line(x, level + 10, x, level - 190, {stroke: '#1a2030', 'stroke-width': 8}),
      [-1, 1].map((side) =>
        [path(`M${x} ${level - 186}Q${x + side * 20} ${level - 222} ${x + side * 34} ${level - 196}`,
        {fill: 'none', stroke: '#1a2030', 'stroke-width': 5}),
        ellipse(x + side * 34, level - 186, 14, 17, {fill: '#fff6da'})]));
    halo(sheet, x, level - 186, 210, '#ffc978', 0.8);
    pool(sheet, x, level - 2, 150, 18, '#ffd890', 0.6);
  });
}

export const headquarters = {
  width: 2400, height: 1600, name: 'tru-so-gio-xanh',
  paint() {
    const sheet = new Sheet(headquarters.width, headquarters.height, 71);
    const chance = new Chance(83);
    evening(sheet, chance);
    sheet.paint(wing(sheet, chance, 470, 920, 640, 4), wing(sheet, chance, 1480, 1930, 640, 4), hall(sheet, chance));
    halo(sheet, middle, 930, 560, '#ffbf6a', 0.4);
    garden(sheet, chance);
    sheet.paint(mast(sheet, 1200, 150, 250));
    lamps(sheet);
    sheet.end_world();
    mirror(sheet, {level: level + 8, seed: 33, squeeze: 0.8, calm: 0.8, tint: [
      [0, '#3a3a52', 0.34], [0.3, '#28345a', 0.4], [1, '#0a1434', 0.72]]});
    for (let k = 1; k < 9; ++k) {
      const y = level + 10 + 400 * Math.pow(k / 9, 1.7);
      sheet.paint(line(0, y, 2400, y, {stroke: '#0a1230', 'stroke-width': 1 + k * 0.35, opacity: 0.4}));
    }
    for (let k = -14; k <= 14; ++k) {
      sheet.paint(line(middle + k * 90, level + 12, middle + k * 340, 1600,
        {stroke: '#0a1230', 'stroke-width': 2, opacity: 0.35}));
    }
    sheet.paint(rectangle(0, level - 4, 2400, 14, {fill: '#2b2c40'}),
      rectangle(0, level - 4, 2400, 4, {fill: '#e2b987', opacity: 0.5}));
    finish(sheet, {vignette: 0.45});
    return sheet;
  },
};
