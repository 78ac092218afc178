// The one-stop service hall of a public office: counters, waiting seats, a wall of windows.
import {beams, finish, halo, pool} from '../kit/air.mjs';
import {rough} from '../kit/land.mjs';
import {figure} from '../kit/people.mjs';
import {crown, tree} from '../kit/plants.mjs';
import {Chance} from '../kit/random.mjs';
import {circle, ellipse, group, line, path, polygon, rectangle, Sheet} from '../kit/svg.mjs';

const floor = 1180;
const skins = ['#e2b58f', '#d3a078', '#c58f68'];
const hair = '#241a17';

function outside(sheet, chance) {
  sheet.paint(rectangle(0, 0, sheet.width, floor,
    {fill: sheet.grade(0, 120, 0, floor, [[0, '#8fc7dd'], [0.6, '#dff0e4'], [1, '#f6edcc']])}));
  const woods = Array.from({length: 22}, (_, k) => tree(chance, k * 118 - 20 + 40 * chance.bell(), 900,
    chance.between(330, 560), ['#5f9a72', '#86b77a', '#c9d98c'], '#8a7a5c', -1));
  const hedge = Array.from({length: 44}, (_, k) => crown(chance, k * 58, 880, 110, 90,
    ['#4f8a62', '#78ab66', '#bcd27c']));
  const leafy = rough(sheet, {seed: 4, grain: 40, relief: 3, azimuth: 225, elevation: 60, tear: 0.22});
  sheet.paint(group({filter: sheet.blur(4)}, group({filter: leafy}, woods, hedge)));
  halo(sheet, 420, 260, 1200, '#fff2c0', 0.6);
}

/** Wall, ceiling and floor around the windows. */
function room(sheet) {
  const frames = [];
  for (let k = 0; k <= 8; ++k) frames.push(rectangle(k * 300 - 12, 170, 24, 660, {fill: '#f7f1e4'}),
    rectangle(k * 300 + 6, 170, 6, 660, {fill: '#c9bfa9'}));
  frames.push(rectangle(0, 330, 2400, 14, {fill: '#f7f1e4'}), rectangle(0, 342, 2400, 4, {fill: '#c9bfa9'}));
  for (let k = 0; k < 8; ++k) {
    frames.push(path(polygon([[k * 300 + 30, 820], [k * 300 + 120, 180], [k * 300 + 170, 180], [k * 300 + 80, 820]]),
      {fill: '#ffffff', opacity: 0.13}));
  }
  sheet.paint(frames,
    rectangle(0, 0, 2400, 180, {fill: sheet.grade(0, 0, 0, 180, [[0, '#e9dfc9'], [1, '#fbf6ea']])}),
    rectangle(0, 168, 2400, 14, {fill: '#d8ccb2'}),
    rectangle(0, 820, 2400, floor - 820, {fill: sheet.grade(0, 820, 0, floor, [[0, '#f4ead4'], [1, '#e3d3b4']])}),
    rectangle(0, 812, 2400, 20, {fill: '#b98d5c'}), rectangle(0, 832, 2400, 7, {fill: '#7a5a3a', opacity: 0.35}));
  const slats = Array.from({length: 60}, (_, k) => rectangle(k * 40, 14, 14, 140, {fill: '#c99b66', opacity: 0.55}));
  sheet.paint(slats, rectangle(0, floor, 2400, 1600 - floor,
    {fill: sheet.grade(0, floor, 0, 1600, [[0, '#cdb994'], [0.4, '#dccbab'], [1, '#bfa985']])}));
  const tiles = [];
  for (let k = 1; k < 7; ++k) tiles.push(line(0, floor + 420 * Math.pow(k / 7, 1.5), 2400,
    floor + 420 * Math.pow(k / 7, 1.5)));
  for (let k = -16; k <= 16; ++k) tiles.push(line(1200 + k * 110, floor, 1200 + k * 230, 1600));
  sheet.paint(group({stroke: '#a88f68', 'stroke-width': 2.5, opacity: 0.35}, tiles));
}

function lamps(sheet) {
  for (let k = 0; k < 6; ++k) {
    const x = 250 + k * 380;
    sheet.paint(line(x, 150, x, 300, {stroke: '#6a5a48', 'stroke-width': 4}),
      path(`M${x - 80} 350Q${x - 66} 296 ${x} 294Q${x + 66} 296 ${x + 80} 350Z`, {fill: '#d9a441'}),
        ellipse(x, 350, 80, 12, {fill: '#fff6d8'}));
    halo(sheet, x, 356, 210, '#ffe7a8', 0.4);
  }
}

const monitor = (x, y) => [rectangle(x - 46, y - 74, 92, 60, {fill: '#30404c', rx: 6}),
  rectangle(x - 6, y - 14, 12, 12, {fill: '#30404c'}), rectangle(x - 26, y - 4, 52, 5, {fill: '#30404c'})];

/** A counter with an officer behind it and, when `guest` is given, somebody in front. */
function counter(sheet, x, tone, officer, guest) {
  const top = 1000, width = 420;
  const look = {skin: officer.skin, shirt: '#eef4f6', trousers: '#2c3e50', hair};
  sheet.paint(figure(x - 40, 1180, 400, 'sit', look, {wear: officer.wear}), monitor(x + 96, top),
    rectangle(x - width / 2, top, width, floor - top + 20,
      {fill: sheet.grade(x - width / 2, 0, x + width / 2, 0, [[0, '#c48f58'], [0.5, '#d6a56b'], [1, '#b57f4a']])}),
    [0, 1, 2, 3, 4, 5, 6].map((k) => rectangle(x - width / 2 + 20 + k * 58, top + 54, 32, floor - top - 54,
      {fill: '#a8743f', opacity: 0.55})),
    rectangle(x - width / 2 - 18, top - 10, width + 36, 26, {fill: '#f8f2e4', rx: 6}),
      rectangle(x - width / 2 - 18, top + 14, width + 36, 6, {fill: '#8a6a44', opacity: 0.5}),
    rectangle(x - width / 2, floor + 8, width, 14, {fill: '#5c4228'}));
  sheet.paint(rectangle(x - 66, 692, 132, 56, {fill: tone, rx: 12}),
    [0, 1, 2].map((k) => circle(x - 30 + k * 30, 720, 7, {fill: '#fff7e0', opacity: k === 1 ? 1 : 0.5})),
    line(x - 50, 660, x - 50, 692, {stroke: '#8a7a66', 'stroke-width': 4}),
      line(x + 50, 660, x + 50, 692, {stroke: '#8a7a66', 'stroke-width': 4}),
    rectangle(x - 150, top - 20, 70, 10, {fill: '#ffffff'}), rectangle(x - 146, top - 27, 70, 8, {fill: '#cfe0ea'}));
  if (guest) {
    pool(sheet, guest.x + 10, 1306, 120, 20, '#3a2a18', 0.4);
    sheet.paint(figure(guest.x, 1306, guest.height, guest.pose,
      {skin: guest.skin, shirt: guest.shirt, trousers: guest.trousers, hair, shoes: '#2a2422'}, guest));
  }
}

function plant(sheet, chance, x, foot, size) {
  const leaves = Array.from({length: 15}, (_, k) => {
    const angle = -90 + (k - 7) * 14 + chance.between(-5, 5), long = size * chance.between(0.7, 1);
    return path(`M0 0C${long * 0.3} ${-long * 0.2} ${long * 0.75} ${-long * 0.2} ${long} 0C${long * 0.75} ${
      long * 0.12} ${long * 0.3} ${long * 0.08} 0 0Z`, {
      fill: chance.pick(['#2f7a4c', '#3f9158', '#246040', '#6fae5c']),
        transform: `translate(${x} ${foot - size * 0.42}) rotate(${angle})`});
  });
  pool(sheet, x, foot, size * 0.6, size * 0.08, '#3a2a18', 0.4);
  sheet.paint(leaves, path(`M${x - size * 0.26} ${foot - size * 0.46}L${x + size * 0.26} ${foot - size * 0.46}L${x +
    size * 0.19} ${foot}L${x - size * 0.19} ${foot}Z`, {fill: '#f3ead8'}),
    path(`M${x + size * 0.06} ${foot - size * 0.46}L${x + size * 0.26} ${foot - size * 0.46}L${x +
      size * 0.19} ${foot}L${x + size * 0.05} ${foot}Z`, {fill: '#cdbfa4', opacity: 0.7}));
}

/** A row of seats; some of them taken by people who read or wait. */
function seats(sheet, x, foot, count, people) {
  const wide = 132;
  sheet.paint(rectangle(x - 20, foot - 108, count * wide + 40, 12, {fill: '#5a6470'}),
    [0.06, 0.94].map((t) => [rectangle(x + t * count * wide - 6, foot - 100, 12, 98, {fill: '#5a6470'}),
      rectangle(x + t * count * wide - 44, foot - 8, 88, 9, {fill: '#5a6470', rx: 4})]));
  for (let k = 0; k < count; ++k) {
    const sx = x + k * wide;
    sheet.paint(rectangle(sx + 6, foot - 262, 108, 130, {fill: '#2f8f9a', rx: 22}),
      rectangle(sx + 2, foot - 136, 118, 32, {fill: '#257983', rx: 14}));
  }
  people.forEach(({at, pose, skin, shirt, trousers, wear, gown, book, height = 380}) => {
    const px = x + at * wide + 46;
    sheet.paint(figure(px, foot, height, pose, {skin, shirt, trousers, hair, shoes: '#2a2422'}, {wear, gown}));
    if (book) sheet.paint(path(`M${px +
      height * 0.16} ${foot - height * 0.55}l${height * 0.12}-${height * 0.035}l${
      height * 0.02} ${height * 0.13}l-${height * 0.12} ${height * 0.035}Z`, {fill: book}));
  });
}

export const service_hall = {
  width: 2400, height: 1600, name: 'mot-cua',
  paint() {
    const sheet = new Sheet(service_hall.width, service_hall.height, 31);
    const chance = new Chance(13);
    outside(sheet, chance);
    room(sheet);
    lamps(sheet);
    counter(sheet, 420, '#2f8f9a', {skin: skins[0], wear: 'long'}, {x: 650, height: 440, pose: 'greet', flip: true,
      skin: skins[1], shirt: '#d9694f', trousers: '#33435a'});
    counter(sheet, 960, '#d9a441', {skin: skins[1], wear: 'short'});
    counter(sheet, 1500, '#5a8f5a', {skin: skins[0], wear: 'long'}, {x: 1728, height: 430, pose: 'greet', flip: true,
      skin: skins[0], shirt: '#7a4f9a', trousers: '#f3efe6', wear: 'long', gown: '#8a5ab0'});
    counter(sheet, 2040, '#b85a4a', {skin: skins[2], wear: 'short'});
    pool(sheet, 1130, 1330, 120, 18, '#3a2a18', 0.4);
    sheet.paint(figure(1110, 1330, 455, 'walk', {skin: skins[2], shirt: '#3f6fa8', trousers: '#2a3038', hair,
      shoes: '#1c1a1a'}, {}),
      figure(1215, 1334, 270, 'walk', {skin: skins[0], shirt: '#f0c04a', trousers: '#3a5a7a', hair,
        shoes: '#8a3a3a'}, {wear: 'long'}));
    plant(sheet, chance, 120, 1290, 300);
    plant(sheet, chance, 2310, 1290, 280);
    seats(sheet, 250, 1530, 5, [
      {at: 0, pose: 'read', skin: skins[0], shirt: '#e8e0d0', trousers: '#4a5a6a', book: '#c94f3d'},
      {at: 2, pose: 'sit', skin: skins[2], shirt: '#4f8a6a', trousers: '#3a3a44', wear: 'long'},
      {at: 3.7, pose: 'read', skin: skins[1], shirt: '#c97a9a', trousers: '#2c3a52', wear: 'long', book: '#f3efe0'}]);
    seats(sheet, 1400, 1530, 5, [
      {at: 1, pose: 'sit', skin: skins[1], shirt: '#6a84b0', trousers: '#33333c'},
      {at: 2.9, pose: 'read', skin: skins[0], shirt: '#d9a441', trousers: '#4a3a3a', book: '#2f6f8f', wear: 'short'}]);
    beams(sheet, {x: 300, y: -260, length: 2300, from: 38, to: 82, count: 9, colour: '#fff3cc', opacity: 0.3,
      seed: 15});
    finish(sheet, {vignette: 0.26, paper: 0.06});
    return sheet;
  },
};
