// Hills of tea above the morning mist.
import {beams, birds, clouds, finish, halo, mist, pool, sky} from '../kit/air.mjs';
import {range, rough, skyline} from '../kit/land.mjs';
import {figure} from '../kit/people.mjs';
import {tree} from '../kit/plants.mjs';
import {Chance} from '../kit/random.mjs';
import {group, path, Sheet} from '../kit/svg.mjs';
import {tea_mound} from '../kit/terraces.mjs';

const light = {x: 1830, y: 400};
const haze = '#dfead2';
const tea = ['#1d4a2a', '#3c7d35', '#9cc24e'];

function distance(sheet) {
  sky(sheet, [[0, '#5fa3bf'], [0.35, '#a9cfd0'], [0.6, '#f7dfae'], [0.8, '#fbd695'], [1, '#fde6b4']], 1000);
  clouds(sheet, {seed: 15, across: 1100, down: 170, colour: '#ffffff', from: 0, to: 620, cover: 0.48, opacity: 0.6});
  halo(sheet, light.x, light.y, 1300, '#ffb648', 0.5);
  halo(sheet, light.x, light.y, 330, '#fff6d4', 0.95);
  [[4, 560, 340, 560, '#8fb2b8'], [11, 640, 330, 430, '#76a3a0'],
    [19, 720, 280, 520, '#5f9184']].forEach(([seed, base, rise, feature, colour], k) => {
    range(sheet, skyline({seed, width: sheet.width, base, rise, feature, sharp: 0.35}),
      {foot: 1000, colour, haze: '#f3edd2', hazy: 0.8});
    mist(sheet, {y: base + 100, thick: 120, colour: '#fffaea', opacity: 0.85, seed: 30 + k, across: 700});
  });
}

function mounds(sheet, chance) {
  const rows = [
    {hazy: 0.5, mist: 830, hills: [[300, 690, 860, 760, 13], [1120, 720, 860, 820, 12], [1900, 680, 880, 900, 14],
      [2380, 730, 900, 620, 11]]},
    {hazy: 0.28, mist: 980, hills: [[-60, 790, 1040, 900, 14], [760, 810, 1060, 940, 14], [1560, 790, 1060, 980, 15],
      [2300, 800, 1080, 820, 14]]},
    {hazy: 0.1, mist: 1230, hills: [[330, 900, 1320, 1240, 17], [1290, 960, 1340, 1160, 16],
      [2160, 890, 1340, 1200, 17]]},
    {hazy: 0, hills: [[-160, 1150, 1760, 1500, 18], [1080, 1180, 1800, 1760, 18], [2420, 1110, 1800, 1500, 19]]}];
  rows.forEach(({hazy, mist: level, hills}, k) => {
    const grain = 26 + 12 * k;
    const filter = rough(sheet, {seed: 60 + k, grain, relief: 2.4 + 1.6 * k, azimuth: 315, elevation: 58, tear: 0.2});
    sheet.paint(group({filter},
      hills.map(([x, top, foot, width, hedges]) => tea_mound(chance, {x, top, foot, width, hedges, tones: tea, haze,
      hazy}))));
    shade_trees(sheet, chance, hills, k, filter);
    if (level) {
      mist(sheet, {y: level + 30, thick: 110 + 26 * k, colour: '#fdfdf0', opacity: 0.8 - 0.12 * k, seed: 80 + k,
        across: 700});
    }
  });
}

/** A few slender trees that stand between the hedges. */
function shade_trees(sheet, chance, hills, k, filter) {
  if (k > 2) return;
  const tones = [['#6d9a80', '#86ae87', '#b5cc9c'], ['#3f7350', '#5b8d54', '#9db869'],
    ['#20512f', '#3f7a38', '#8fae48']][k];
  sheet.paint(group({filter}, hills.map(([x, top, , width]) => {
    const at = x + width * chance.between(-0.14, 0.14);
    return tree(chance, at, top + 26 + 10 * k, 90 + 46 * k, tones, '#4a3b2a', 1);
  })));
}

function basket(x, y, size) {
  return path(`M${x - size * 0.16} ${y - size * 0.74}L${x - size * 0.34} ${y - size * 0.72}Q${x - size * 0.33} ${
    y - size * 0.5} ${x - size * 0.24} ${
    y - size * 0.44}L${x - size * 0.1} ${y - size * 0.46}Z`, {fill: '#b9853c'});
}

function pickers(sheet) {
  const look = (shirt) => ({skin: '#c0906a', shirt, trousers: '#2a2f3a', hair: '#1d1612', hat: '#f1deae'});
  [[560, 1392, 190, '#b23a48'], [880, 1330, 168, '#2f5f8a'], [1400, 1338, 170, '#c9862b'],
    [1690, 1418, 195, '#7a3f86'], [2050, 1350, 172, '#b23a48']].forEach(
    ([x, y, height, shirt], k) => {
      pool(sheet, x, y - 4, height * 0.4, height * 0.08, '#0a2012', 0.5);
      sheet.paint(basket(x, y, height), figure(x, y, height, k % 2 ? 'dig' : 'pour', look(shirt),
        {wear: 'cone', slim: 1.1}));
    });
  const hedge = rough(sheet, {seed: 91, grain: 60, relief: 7, azimuth: 315, elevation: 58, tear: 0.22});
  const bushes = new Chance(77);
  sheet.paint(group({filter: hedge}, [[560, 1408], [880, 1344], [1400, 1352], [1690, 1434],
    [2050, 1364]].map(([x, y]) =>
    Array.from({length: 70}, () => {
      const dx = 250 * bushes.bell(), dy = 16 * bushes.next();
      return path(`M${x + dx - 26} ${y + dy - 12}a26 24 0 0 1 52 0Z`,
        {fill: bushes.pick(['#2f6a32', '#4b8b3a', '#7fae45'])});
    }))));
}

export const tea_hills = {
  width: 2400, height: 1600, name: 'doi-che',
  paint() {
    const sheet = new Sheet(tea_hills.width, tea_hills.height, 52);
    const chance = new Chance(63);
    distance(sheet);
    mounds(sheet, chance);
    pickers(sheet);
    birds(sheet, chance, {x: 700, y: 300, spread: 240, size: 22, count: 8, colour: '#47707a'});
    beams(sheet, {...light, length: 2100, from: 85, to: 165, count: 14, colour: '#fff0c4', opacity: 0.26, seed: 12});
    halo(sheet, light.x, light.y, 1900, '#ffd27a', 0.22);
    finish(sheet, {vignette: 0.36});
    return sheet;
  },
};
