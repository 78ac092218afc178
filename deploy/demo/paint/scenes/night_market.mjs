// An old street on a lantern night.
import {bokeh, clouds, finish, halo, sky, stars} from '../kit/air.mjs';
import {shadow, figure} from '../kit/people.mjs';
import {Chance} from '../kit/random.mjs';
import {blend, circle, ellipse, group, line, path, polygon, rectangle, Sheet} from '../kit/svg.mjs';
import {mirror} from '../kit/water.mjs';

const eye = {x: 800, y: 1290};
const street = 1700;
const lantern_tones = [['#ff5a3a', '#ffc27a'], ['#ffb02e', '#fff0b0'], ['#e84a7a', '#ffc0cc'],
  ['#7ac04a', '#f0ffb8'], ['#3aa8d8', '#c8f4ff'], ['#c86af0', '#f4d4ff']];

/** A point at the street's left (-1) or right (1) side; `depth` is 1 at the picture's edge, 0 where all lines meet. */
const along = (side, depth, height) => [eye.x + side * 860 * depth,
  eye.y + (street - eye.y) * depth * 1.35 - height * depth];

function house_front(sheet, chance, side, near, far, tone) {
  const tall = chance.between(1480, 1640);
  const quad = (d1, d2, h1, h2, attributes) =>
    path(polygon([along(side, d1, h1), along(side, d2, h1), along(side, d2, h2), along(side, d1, h2)]), attributes);
  const at = (t) => near + (far - near) * t;
  const dim = blend(tone, '#2a1a3a', 0.35 + 0.25 * (1 - near));
  const wall = sheet.grade(0, eye.y - 1000 * near, 0, street, [[0, blend(dim, '#1c1438', 0.5)], [0.45, dim],
    [0.8, blend(tone, '#ff9a3c', 0.35)], [1, blend(tone, '#5a2a14', 0.35)]]);
  const parts = [quad(near, far, 0, tall, {fill: wall})];
  const glow = sheet.grade(0, eye.y - 300, 0, street, [[0, '#ffdf90'], [1, '#ff9c3c']]);
  for (const [from, to] of [[0.1, 0.38], [0.6, 0.88]]) {
    parts.push(quad(at(from), at(to), 960, 1330, {fill: '#4a2818'}), quad(at(from + 0.03), at(to - 0.03), 985, 1305,
      {fill: glow, opacity: chance.between(0.55, 1)}),
      quad(at((from + to) / 2 - 0.012), at((from + to) / 2 + 0.012), 960, 1330, {fill: '#4a2818'}));
  }
  parts.push(quad(at(0.06), at(0.94), 0, 640, {fill: '#3a2014'}), quad(at(0.1), at(0.9), 0, 615, {fill: glow}));
  for (let k = 1; k < 6; ++k) parts.push(quad(at(0.1 + k * 0.133), at(0.118 + k * 0.133), 0, 615, {fill: '#4a2818'}));
  parts.push(quad(at(0.1), at(0.9), 170, 260, {fill: '#6a3018', opacity: 0.55}));
  const eave = (height, drop, reach, fill) => {
    const [nx, ny] = along(side, near * 1.005, height), [fx, fy] = along(side, far, height);
    const [ox, oy] = along(side - (side * reach), near * 1.005, height - drop),
      [px, py] = along(side - side * reach, far, height - drop);
    return path(polygon([[nx, ny], [fx, fy], [px, py], [ox, oy]]), {fill});
  };
  parts.push(eave(820, 130, 0.2, '#2a1418'), eave(846, 130, 0.2, '#8a4430'), eave(tall + 30, 90, 0.16, '#241226'),
    eave(tall + 70, 90, 0.16, '#6a3226'));
  return parts;
}

function houses(sheet, chance) {
  const tones = ['#e8b24a', '#f0c05a', '#d99a3c', '#e8a860', '#c8b060', '#e0a040'];
  const edges = [0.12, 0.165, 0.225, 0.31, 0.43, 0.6, 0.84, 1.18];
  for (let k = 0; k + 1 < edges.length; ++k) {
    for (const side of [-1, 1]) sheet.paint(house_front(sheet, chance, side, edges[k + 1], edges[k],
      tones[(k * 2 + (side > 0)) % tones.length]));
  }
}

/** A silk lantern hanging from (x, y); `shape` is round, long or garlic. */
function lantern(sheet, x, y, size, [rim, heart], shape) {
  const tall = {round: 0.8, long: 1.35, garlic: 1}[shape];
  const fill = sheet.box_glow(0.5, 0.52, 0.6,
    [[0, '#fffbe4'], [0.3, heart], [0.75, rim], [1, blend(rim, '#3a0f14', 0.35)]]);
  const w = size / 2, h = (size * tall) / 2, cy = y + h + size * 0.12;
  const body = shape === 'garlic'
    ? path(`M${x} ${cy - h}C${x + w * 0.35} ${cy - h} ${x + w} ${cy - h * 0.5} ${x + w} ${cy}C${x + w} ${cy +
      h * 0.55} ${x + w * 0.3} ${cy + h * 0.6} ${x + w * 0.12} ${cy + h}L${x - w * 0.12} ${cy + h}C${
      x - w * 0.3} ${cy + h * 0.6} ${x - w} ${cy +
        h * 0.55} ${x - w} ${cy}C${x - w} ${cy - h * 0.5} ${x - w * 0.35} ${cy - h} ${x} ${cy - h}Z`, {fill})
    : ellipse(x, cy, w * (shape === 'long' ? 0.72 : 1), h, {fill});
  const ribs = [-0.66, -0.33, 0, 0.33,
    0.66].map((k) => path(`M${x} ${cy - h}Q${x + k * w * 1.7} ${cy} ${x} ${cy + h}`));
  const tassel = [-0.08, -0.03, 0.03, 0.08].map((k) => line(x + k * w, cy + h, x + k * w * 2.4, cy + h + size * 0.42));
  return group({}, line(x, y - size * 0.1, x, cy - h, {stroke: '#2a1418', 'stroke-width': Math.max(1, size * 0.02)}),
    group({stroke: rim, 'stroke-width': Math.max(1, size * 0.028)}, tassel), body,
    group({fill: 'none', stroke: '#5a1c14', 'stroke-width': Math.max(0.8, size * 0.012), opacity: 0.55}, ribs),
    ellipse(x, cy - h, w * 0.26, size * 0.045, {fill: '#3a1a14'}),
      ellipse(x, cy + h, w * 0.24, size * 0.045, {fill: '#3a1a14'}));
}

/** Strings of lanterns across the street, from far to near. */
function lantern_strings(sheet, chance) {
  const shapes = ['round', 'garlic', 'long', 'round'];
  for (let row = 0; row < 9; ++row) {
    const depth = 0.13 * Math.pow(1.3, row), sag = 170 * depth;
    const [lx, ly] = along(-0.98, depth, 1330 + 60 * chance.bell()),
      [rx, ry] = along(0.98, depth, 1330 + 60 * chance.bell());
    const middle = [(lx + rx) / 2, (ly + ry) / 2 + sag * 2];
    sheet.paint(path(`M${lx} ${ly}Q${middle[0]} ${middle[1]} ${rx} ${ry}`,
      {fill: 'none', stroke: '#1a0f1c', 'stroke-width': 1 + 3 * depth}));
    const count = 7;
    for (let k = 0; k < count; ++k) {
      const t = (k + 0.5 + chance.between(-0.16, 0.16)) / count;
      const x = lx * (1 - t) ** 2 + 2 * middle[0] * t * (1 - t) + rx * t * t,
        y = ly * (1 - t) ** 2 + 2 * middle[1] * t * (1 - t) + ry * t * t;
      const size = 215 * depth * chance.between(0.75, 1.15), tone = chance.pick(lantern_tones);
      if (row > 1) halo(sheet, x, y + size * 0.5, size * 1.7, tone[0], 0.42);
      sheet.paint(lantern(sheet, x, y, size, tone, chance.pick(shapes)));
    }
  }
}

function crowd(sheet, chance) {
  for (let row = 0; row < 7; ++row) {
    const depth = 0.16 * Math.pow(1.33, row), [, foot] = along(0, depth, 0), height = 390 * depth;
    const tone = blend('#5a2a2c', '#150d1c', Math.min(1, row / 4.5));
    const count = row < 5 ? 7 - Math.floor(row / 2) : 3;
    for (let k = 0; k < count; ++k) {
      const spread = row > 3 ? (k % 2 ? 0.42 : -0.42) + 0.16 * chance.bell() : 0.6 * chance.bell();
      const x = eye.x + 860 * depth * spread;
      const pose = chance.pick(['stand', 'walk', 'walk', 'greet']), wear = chance.pick(['short', 'long', 'cone']);
      const tall = height * chance.between(0.86, 1.06), flip = chance.happens(0.5);
      sheet.paint(figure(x - 2 - 3 * depth, foot - 3 * depth, tall, pose, shadow('#ffb765'), {wear, flip}),
        figure(x, foot, tall, pose, shadow(tone), {wear, flip, gown: wear === 'long' ? tone : undefined}));
    }
  }
}

/** A stall with goods and a small awning, on one side near the viewer. */
function stall(sheet, chance, x, foot, width, flip) {
  const s = flip ? -1 : 1, top = foot - width * 0.34, roof = foot - width * 1.02;
  const stripes = Array.from({length: 8},
    (_, k) => path(polygon([[x + s * width * (k / 8), roof + width * 0.02],
    [x + s * width * ((k + 1) / 8), roof + width * 0.02],
    [x + s * width * (-0.06 + (1.12 * (k + 1)) / 8), roof + width * 0.19],
      [x + s * width * (-0.06 + (1.12 * k) / 8), roof + width * 0.19]]), {fill: k % 2 ? '#f0dcae' : '#c23f34'}));
  const goods = Array.from({length: 46}, () => circle(x + s * width * chance.between(0.06, 0.94),
    top - width * chance.between(0, 0.07), width * chance.between(0.022, 0.04),
    {fill: chance.pick(['#ff8a3a', '#ffd04a', '#e84a4a', '#8ac04a', '#f4e4b0'])}));
  sheet.paint([0.02, 0.95].map((t) => rectangle(Math.min(x + s * width * t, x + s * width * (t + 0.025)), roof,
    width * 0.025, foot - roof, {fill: '#3a2014'})));
  halo(sheet, x + s * width * 0.5, top - width * 0.3, width * 0.7, '#ffb254', 0.75);
  sheet.paint(goods, rectangle(Math.min(x, x + s * width), top, width, foot - top,
    {fill: sheet.grade(0, top, 0, foot, [[0, '#a5612c'], [1, '#3a1c14']])}),
    rectangle(Math.min(x, x + s * width) - 6, top - 4, width + 12, 12, {fill: '#e0a860'}), stripes,
    circle(x + s * width * 0.5, roof + width * 0.27, width * 0.035, {fill: '#fff6d4'}));
  halo(sheet, x + s * width * 0.5, roof + width * 0.27, width * 0.3, '#ffd890', 0.9);
}

export const night_market = {
  width: 1600, height: 2400, name: 'pho-den-long', sideways: true,
  paint() {
    const sheet = new Sheet(night_market.width, night_market.height, 17);
    const chance = new Chance(37);
    const level = 1830;
    sky(sheet, [[0, '#0a0f35'], [0.4, '#1f2560'], [0.7, '#5a3a78'], [1, '#e88a5a']], 1400);
    stars(sheet, chance, 150, 900);
    clouds(sheet, {seed: 6, across: 700, down: 160, colour: '#6a4a8c', from: 100, to: 1300, cover: 0.45, opacity: 0.5});
    sheet.paint(rectangle(-80, 1390, 1760, 470, {fill: '#3a1f24'}));
    houses(sheet, chance);
    halo(sheet, eye.x, eye.y + 30, 520, '#ffb050', 0.85);
    sheet.paint(path(polygon([along(-1, 0.1, 0), along(1, 0.1, 0), along(1, 1.3, 0), along(-1, 1.3, 0)]), {
      fill: sheet.grade(0, eye.y, 0, level, [[0, '#ffc468'], [0.4, '#8a4a30'], [1, '#2a1626']])}));
    crowd(sheet, chance);
    stall(sheet, chance, 30, level + 4, 400, false);
    stall(sheet, chance, 1570, level + 4, 380, true);
    lantern_strings(sheet, chance);
    sheet.end_world();
    mirror(sheet, {level, seed: 51, squeeze: 0.5, calm: 0.9, tint: [[0, '#2a1424', 0.3], [0.5, '#1c1026', 0.5],
      [1, '#0a0818', 0.86]]});
    for (let k = 1; k < 10; ++k) {
      const y = level + 570 * Math.pow(k / 10, 1.6);
      sheet.paint(line(0, y, 1600, y, {stroke: '#0a0614', 'stroke-width': 1 + k * 0.5, opacity: 0.35}));
    }
    bokeh(sheet, chance, {count: 22, colours: ['#ffb050', '#ff7a5a', '#ffe0a0'], least: 14, most: 60,
      area: [0, 1750, 1600, 650], opacity: 0.28});
    finish(sheet, {vignette: 0.5, paper: 0.07});
    return sheet;
  },
};
