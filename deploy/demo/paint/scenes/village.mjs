// A fishing village on a sheltered shore, in the clear light of the morning.
import {birds, clouds, finish, halo, heap_cloud, mist, sky} from '../kit/air.mjs';
import {basket_boat, fishing_boat} from '../kit/boats.mjs';
import {tiled_house} from '../kit/houses.mjs';
import {range, rough, skyline} from '../kit/land.mjs';
import {figure, shoulder_pole} from '../kit/people.mjs';
import {crown, grass, palm, tree} from '../kit/plants.mjs';
import {Chance} from '../kit/random.mjs';
import {circle, curve, ellipse, group, line, path, rectangle, Sheet} from '../kit/svg.mjs';
import {glitter, mirror, wind_lines} from '../kit/water.mjs';

const level = 600;
const green = ['#1f4f3a', '#3f7d45', '#9cba55'];

function morning(sheet, chance) {
  sky(sheet, [[0, '#2f8fc4'], [0.45, '#86c6da'], [0.8, '#dff0e2'], [1, '#fff3d4']], level);
  clouds(sheet, {seed: 12, across: 900, down: 110, colour: '#ffffff', from: 0, to: 380, cover: 0.42, opacity: 0.7});
  [[420, 372, 520, 130], [1000, 352, 380, 80], [1530, 372, 600, 170]].forEach(([x, base, width, height]) =>
    heap_cloud(sheet, chance, {x, base, width, height, light: '#ffffff', shade: '#cfe4e6', opacity: 0.9}));
  halo(sheet, 300, 90, 800, '#fff0b4', 0.55);
  [[7, 470, 190, 330, '#8fb8c4'], [15, 530, 190, 260, '#6aa3a0']].forEach(([seed, base, rise, feature, colour], k) => {
    range(sheet, skyline({seed, width: sheet.width, base, rise, feature, sharp: 0.5, step: 4}),
      {foot: level, colour, haze: '#e3f1e0', hazy: 0.6});
    mist(sheet, {y: base + 50, thick: 50, colour: '#f8fff4', opacity: 0.55, seed: 31 + k, across: 500});
  });
  const line_of_hill = skyline({seed: 33, width: sheet.width, base: 560, rise: 150, feature: 520, step: 4,
    shape: (t) => 0.45 + 0.85 * Math.pow(Math.abs(t - 0.42) * 1.7, 1.2)});
  range(sheet, line_of_hill, {foot: level + 6, colour: '#3d7c52', haze: '#b5d09a', hazy: 0.55, filter: rough(sheet, {
    seed: 9, grain: 34, relief: 6, azimuth: 225, elevation: 55, tear: 0.16})});
}

function shore(sheet, chance) {
  const woods = [];
  for (let k = 0; k < 60; ++k) woods.push(tree(chance, chance.between(-20, 1940), level - chance.between(30, 100),
    chance.between(70, 120), green, '#4a3a2a'));
  const leafy = rough(sheet, {seed: 21, grain: 20, relief: 3, azimuth: 225, elevation: 58, tear: 0.26});
  sheet.paint(group({filter: leafy}, woods));
  const walls = ['#f3d9a4', '#e9b872', '#dfe7dc', '#9fc4c9', '#e8a08a', '#f0e3c0', '#b7cf9e', '#d9c7dc'];
  for (const [row, count, size, y] of [[0, 9, 92, level - 84], [0, 13, 116, level - 46], [1, 11, 160, level - 6]]) {
    for (let k = 0; k < count; ++k) {
      const x = ((k + 0.5 + chance.between(-0.2, 0.2)) * 1960) / count - 20;
      if (row ? k === 5 : chance.happens(0.22)) continue;
      sheet.paint(tiled_house(x, y, size * chance.between(0.85, 1.1),
        {wall: chance.pick(walls), roof: chance.pick(['#b5523a', '#c4623f', '#a34734', '#bd6d48']),
        ridge: '#8a3b2c', shade: '#4a2a26', glow: '#3f5a66', flip: chance.happens(0.5)}));
    }
  }
  [[120, 250], [420, 300], [455, 230], [800, 270], [842, 320], [1190, 250], [1530, 310], [1570, 240],
    [1840, 290]].forEach(([x, height]) =>
    sheet.paint(palm(chance, x, level + 2, height, {leaf: '#2c6b45', bright: '#6fa650', trunk: '#7a6148',
      lean: chance.between(-0.12, 0.14)})));
  const bushes = Array.from({length: 40}, () => crown(chance, chance.between(0, 1920), level - 4, 40, 22, green));
  sheet.paint(group({filter: leafy}, bushes), rectangle(-60, level - 4, 2040, 16, {fill: '#d9c49a'}),
    rectangle(-60, level + 6, 2040, 8, {fill: '#8a7452'}));
}

function pier(sheet) {
  const posts = [];
  for (let x = 1010; x <= 1300; x += 42) posts.push(rectangle(x, level - 6, 8, 62, {fill: '#5a4230'}));
  sheet.paint(posts, rectangle(1000, level - 12, 320, 12, {fill: '#a07c54'}),
    rectangle(1000, level - 2, 320, 4, {fill: '#4c3726'}));
  const look = (shirt) => ({skin: '#b98660', shirt, trousers: '#31404f', hair: '#1b1714', hat: '#f0dcae'});
  sheet.paint(figure(1075, level - 12, 62, 'stand', look('#d6eef0'), {wear: 'cone'}),
    figure(1180, level - 12, 64, 'walk', look('#c8505a'), {wear: 'cone'}),
    figure(1270, level - 12, 60, 'kneel', look('#4a7fb0'), {wear: 'cone', flip: true}));
}

const paints = [
  {hull: '#1f6fa8', band: '#e84b3c', house: '#f3efe0', roof: '#2f8f8a', shade: '#20303c', flag: '#e8392e'},
  {hull: '#2b8a78', band: '#f4c542', house: '#f0e2c2', roof: '#c9503c', shade: '#20303c', flag: '#f4c542'},
  {hull: '#c94a3a', band: '#f5e6c4', house: '#dfeef0', roof: '#2a6a98', shade: '#2a2a30', flag: '#2a8a9a'},
  {hull: '#3a5a9a', band: '#f08a3c', house: '#f5f0e0', roof: '#3a7a5a', shade: '#20283c', flag: '#e8392e'}];

function fleet(sheet) {
  [[180, 676, 220, 0], [470, 662, 190, 1, true], [1480, 668, 200, 3],
    [1730, 690, 240, 2, true]].forEach(([x, y, size, paint, flip]) =>
    sheet.paint(fishing_boat(x, y - 10, size, {...paints[paint], flip})));
}

/** The near beach with baskets, nets and people. */
function beach(sheet, chance) {
  const edge = Array.from({length: 49},
    (_, k) => [k * 42 - 40, 985 - 110 * Math.sin(k / 11 - 0.5) + 8 * chance.bell()]);
  const sand = sheet.grade(0, 860, 0, 1080, [[0, '#e8d3a2'], [0.5, '#e2c489'], [1, '#b98f57']]);
  sheet.paint(path(`${curve(edge.map(([x, y]) => [x, y - 16]))}L2010 1120L-60 1120Z`,
    {fill: '#ffffff', opacity: 0.55, filter: sheet.blur(5, 3)}),
    path(`${curve(edge.map(([x, y]) => [x, y - 3]))}L2010 1120L-60 1120Z`, {fill: '#b3986a'}),
    path(`${curve(edge.map(([x, y]) => [x, y + 14]))}L2010 1120L-60 1120Z`,
      {fill: sand, filter: rough(sheet, {seed: 14, grain: 16, relief: 0.9, azimuth: 225, elevation: 62, tear: 0.1})}));
  const cast = (x, y, wide) => ellipse(x + wide * 0.12, y, wide * 0.56, wide * 0.1,
    {fill: '#4a3a2a', opacity: 0.35, filter: sheet.blur(5, 2)});
  const wicker = {weave: '#b98a4a', rim: '#dcb878', shade: '#4f3720'};
  sheet.paint(cast(690, 948, 190), basket_boat(690, 940, 190, wicker), cast(905, 1002, 230),
    basket_boat(905, 992, 230, {...wicker, weave: '#2f7f8c', rim: '#d9bb82'}));
  sheet.paint(basket_boat(1330, 812, 130, wicker),
    figure(1330, 806, 118, 'pour', {skin: '#b98660', shirt: '#f0ead8', trousers: '#31404f', hair: '#1b1714',
    hat: '#f0dcae'}, {wear: 'cone'}),
    line(1364, 742, 1420, 842, {stroke: '#6a4a2a', 'stroke-width': 4}));
  sheet.paint(shoulder_pole(360, 940, 190, '#6a4a2a', '#c99b52'));
  const people = [[360, 940, 190, 'carry', '#c8505a'], [1130, 1050, 200, 'kneel', '#3f6fa8'],
    [1262, 1056, 204, 'kneel', '#d99a3a', true]];
  people.forEach(([x, y, height, pose, shirt, flip]) => sheet.paint(cast(x, y, height * 0.5),
    figure(x, y, height, pose, {skin: '#b98660', shirt, trousers: '#2c3644', hair: '#1b1714', hat: '#f3e0b2'},
      {wear: 'cone', flip})));
  net(sheet, chance);
}

/** A net being mended between the two who sit. */
function net(sheet, chance) {
  const heap = path('M1152 1052Q1175 992 1200 986Q1228 990 1246 1052Q1200 1066 1152 1052Z', {fill: '#2f6f7a'});
  const mesh = Array.from({length: 34}, () => {
    const x = chance.between(1158, 1238), y = chance.between(998, 1050);
    return path(`M${x} ${y}q8-7 16 0q8 6 14-2`, {fill: 'none', stroke: '#8fc4c4', 'stroke-width': 1.4, opacity: 0.7});
  });
  const floats = Array.from({length: 12}, () => circle(chance.between(1156, 1244), chance.between(1000, 1054), 4.5,
    {fill: chance.pick(['#f4c542', '#e8604a'])}));
  sheet.paint(heap, mesh, floats);
}

export const fishing_village = {
  width: 1920, height: 1080, name: 'lang-chai',
  paint() {
    const sheet = new Sheet(fishing_village.width, fishing_village.height, 91);
    const chance = new Chance(101);
    morning(sheet, chance);
    shore(sheet, chance);
    pier(sheet);
    sheet.end_world();
    mirror(sheet, {level: level + 14, seed: 71, squeeze: 0.62, calm: 0.9, tint: [
      [0, '#9fd0cc', 0.2], [0.3, '#4fb0b4', 0.45], [0.75, '#2a9aa6', 0.62], [1, '#5cc0b4', 0.7]]});
    wind_lines(sheet, chance, {level: level + 26, bottom: 960, count: 90, colour: '#ffffff', opacity: 0.22});
    sheet.paint(group({opacity: 0.28, filter: sheet.blur(6, 3)},
      [[180, 240], [470, 200], [1480, 210], [1730, 260]].map(([x, w]) => ellipse(x, 690, w * 0.5, 16,
      {fill: '#123a4a'}))));
    fleet(sheet);
    glitter(sheet, chance, {x: 320, level: level + 30, bottom: 930, near: 700, far: 300, count: 320,
      colour: '#fffbe0', opacity: 0.55});
    beach(sheet, chance);
    sheet.paint(palm(chance, 1760, 1120, 760, {leaf: '#1f5a3c', bright: '#5f9a48', trunk: '#6a5238', lean: -0.16}),
      grass(chance, {from: 1640, to: 1900, y: 1092, least: 40, most: 130, count: 46,
        fills: ['#4f8a48', '#2f6a40', '#1d4f36']}));
    birds(sheet, chance, {x: 760, y: 210, spread: 220, size: 17, count: 11, colour: '#f7fdff'});
    finish(sheet, {vignette: 0.3, paper: 0.07});
    return sheet;
  },
};
