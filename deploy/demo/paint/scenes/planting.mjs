// A spring day of tree planting, against the evening light.
import {birds, clouds, finish, halo, mist, sky, sun} from '../kit/air.mjs';
import {range, rough, skyline} from '../kit/land.mjs';
import {backlit} from '../kit/people.mjs';
import {grass, sapling, tree} from '../kit/plants.mjs';
import {Chance} from '../kit/random.mjs';
import {group, line, path, polygon, Sheet} from '../kit/svg.mjs';

const light = {x: 1560, y: 1040, r: 340};
const dark = '#14231f';
const ground = (x) => 1640 - 150 * Math.sin((x + 250) / 1000) + 26 * Math.sin(x / 260);

function evening(sheet) {
  sky(sheet, [[0, '#2c4d6b'], [0.26, '#6f8088'], [0.46, '#e0a16a'], [0.66, '#fbb95c'], [0.85, '#ffd98a'],
    [1, '#ffe6a8']], 1500);
  clouds(sheet, {seed: 5, across: 1700, down: 150, colour: '#ffcf9a', from: 0, to: 820, cover: 0.5, opacity: 0.6});
  clouds(sheet, {seed: 44, across: 1500, down: 100, colour: '#c8653f', from: 240, to: 1050, cover: 0.42, opacity: 0.5});
  halo(sheet, light.x, light.y, 1700, '#ffae4a', 0.75);
  sun(sheet, light.x, light.y, light.r, sheet.grade(0, light.y - light.r, 0, light.y + light.r,
    [[0, '#fffbe6'], [0.6, '#ffeaa6'], [1, '#ffc865']]));
  const ranges = [[8, 1260, 350, 620, '#b8805a'], [16, 1370, 330, 520, '#8c6a4e'], [24, 1470, 260, 680, '#5c5a44']];
  ranges.forEach(([seed, base, rise, feature, colour], k) => {
    const filter = k ? rough(sheet, {seed, grain: 50, relief: 4, azimuth: 270, elevation: 58, tear: 0.12}) : undefined;
    range(sheet, skyline({seed, width: sheet.width, base, rise, feature, sharp: 0.3}),
      {foot: 1700, colour, haze: '#ffd48c', hazy: 0.7, filter});
    mist(sheet, {y: base + 90, thick: 110, colour: '#ffe2a8', opacity: 0.7, seed: 60 + k, across: 900});
  });
}

function hill(sheet, chance) {
  const outline = [];
  for (let x = -20; x <= 3020; x += 20) outline.push([x, ground(x)]);
  const fill = sheet.grade(0, 1460, 0, 2000, [[0, '#3c4a2c'], [0.3, '#25352a'], [1, '#0d1917']]);
  sheet.paint(path(polygon([...outline, [3020, 2010], [-20, 2010]]), {fill, filter: rough(sheet, {
    seed: 3, grain: 90, relief: 8, azimuth: 280, elevation: 52, tear: 0.08})}));
  sheet.paint(path(polygon([...outline, ...outline.map(([x, y]) => [x, y + 16]).reverse()]),
    {fill: sheet.glow(light.x, 1500, 1400, [[0, '#ffdf8f', 0.95], [0.5, '#ffb95a', 0.5], [1, '#ffb95a', 0]])}));
  sheet.paint(grass(chance, {from: -20, to: 3020, y: (x) => ground(x) + 10, least: 10, most: 44, count: 520,
    fills: ['#5b5a2c', '#33402a', dark]}));
}

const shovel = (x, y, size, angle) => group({transform: `translate(${x} ${y}) scale(${size}) rotate(${angle})`},
  line(0, -0.62, 0, 0, {stroke: dark, 'stroke-width': 0.024, 'stroke-linecap': 'round'}),
  line(-0.06, -0.63, 0.06, -0.63, {stroke: dark, 'stroke-width': 0.03, 'stroke-linecap': 'round'}),
  path('M-.065-.04L.065-.04L.06 .1Q0 .19-.06 .1Z', {fill: dark}));

const can = (x, y, size) => group({transform: `translate(${x} ${y}) scale(${size})`},
  path('M-.09-.1L.09-.1L.08 .1L-.08 .1Z', {fill: dark}), path('M.08 .03L.2-.1L.23-.08L.09 .08Z', {fill: dark}),
  path('M-.07-.1A.08 .08 0 0 1 .07-.1', {fill: 'none', stroke: dark, 'stroke-width': 0.022}),
  [0, 1, 2, 3].map((k) => path(`M${0.22 + k * 0.012}-.07Q${0.27 + k * 0.02} .02 ${0.28 + k * 0.022} .22`, {
    fill: 'none', stroke: '#ffe9b8', 'stroke-width': 0.006, opacity: 0.8})));

function planters(sheet, chance) {
  const put = (x, height, pose, options) => backlit(x, ground(x) + 10, height, pose, dark, '#ffc870',
    [x < light.x ? 1 : -1, -0.7], options);
  const young = (x, height) => sapling(chance, x, ground(x) + 10, height,
    {stem: dark, leaf: '#1b3425', bright: '#56702f'});
  sheet.paint(
    young(330, 200), young(560, 180), young(2690, 210), young(2500, 180),
    put(690, 430, 'walk', {wear: 'cap'}), young(800, 170),
    put(960, 440, 'dig', {wear: 'cap'}), shovel(1072, ground(1072) - 4, 400, -14),
    young(1320, 330), put(1215, 430, 'kneel', {wear: 'cone'}), put(1435, 430, 'kneel', {wear: 'long', flip: true}),
    put(1690, 440, 'pour', {wear: 'cone'}), can(1834, ground(1690) - 210, 380), young(1950, 270),
    put(2120, 450, 'stand', {wear: 'long', flip: true}), put(2238, 280, 'wave', {wear: 'short', flip: true}),
    put(2420, 420, 'bend', {wear: 'cap', flip: true}), young(2300, 150));
  const tones = ['#0d1b18', '#16291f', '#3a4524'];
  const wood = [tree(chance, 90, ground(90) + 30, 1050, tones, dark, 1),
    tree(chance, 2890, ground(2890) + 40, 760, tones, dark, -1)];
  sheet.paint(group({filter: rough(sheet, {seed: 71, grain: 70, relief: 9, azimuth: 300, elevation: 55,
    tear: 0.28})}, wood));
  sheet.paint(grass(chance, {from: -20, to: 3020, y: 1995, least: 50, most: 170, count: 260,
    fills: ['#1c2a20', '#111d19', '#0a1311']}));
}

export const tree_planting = {
  width: 3000, height: 2000, name: 'tet-trong-cay',
  paint() {
    const sheet = new Sheet(tree_planting.width, tree_planting.height, 61);
    const chance = new Chance(47);
    evening(sheet);
    hill(sheet, chance);
    planters(sheet, chance);
    birds(sheet, chance, {x: 900, y: 520, spread: 420, size: 30, count: 14, colour: '#4a3b38'});
    halo(sheet, light.x, light.y, 1500, '#ffb04a', 0.3);
    finish(sheet, {vignette: 0.4});
    return sheet;
  },
};
