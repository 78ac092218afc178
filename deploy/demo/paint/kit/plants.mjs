// Trees, leaves and grass.
import {blend, circle, curve, ellipse, group, path, polygon, round} from './svg.mjs';

const radians = (degrees) => (degrees * Math.PI) / 180;

/** A crown of leaves in clumps of three tones, lit from `light` (-1 left, 1 right). Frays nicely under `rough`. */
export function crown(chance, x, y, width, height, [dark, middle, bright], light = -1) {
  const small = Math.min(width, height);
  const clumps = Array.from({length: 26}, () => {
    const angle = chance.between(0, 2 * Math.PI), reach = Math.sqrt(chance.next()) * 0.8;
    return [x + (reach * Math.cos(angle) * width) / 2, y + (reach * Math.sin(angle) * height) / 2];
  }).sort((a, b) => a[1] - b[1]);
  const balls = (cx, cy, count, fill, shift) => Array.from({length: count}, () =>
    circle(cx + small * (0.13 * chance.bell() + 0.05 * shift * light),
      cy + small * (0.1 * chance.bell() - 0.06 * shift),
      small * chance.between(0.035, 0.075), {fill}));
  return group({}, ellipse(x, y + height * 0.03, width * 0.38, height * 0.36, {fill: dark}),
    clumps.map(([cx, cy]) => [circle(cx, cy, small * 0.13, {fill: dark}),
    balls(cx, cy, 9, dark, -0.6), balls(cx, cy, 7, middle, 0.7), balls(cx, cy, 5, bright, 1.7)]));
}

/** A broad-leaved tree with its foot at (x, foot). */
export function tree(chance, x, foot, height, tones, trunk, light = -1) {
  const w = height * 0.035, top = foot - height * 0.5;
  const stem = path(`M${x - w * 1.3} ${foot}Q${x - w * 0.5} ${foot - height * 0.2} ${x - w * 0.6} ${top}L${x +
    w * 0.6} ${top}Q${
    x + w * 0.4} ${foot - height * 0.2} ${x + w * 1.4} ${foot}Z`, {fill: trunk});
  const crowns = [[-0.2, -0.58, 0.42, 0.36], [0.2, -0.56, 0.44, 0.36], [0, -0.76, 0.52, 0.44]].map(([dx, dy, cw, ch]) =>
    crown(chance, x + dx * height, foot + dy * height, cw * height, ch * height, tones, light));
  return group({}, stem, crowns);
}

/** One feathered palm leaf from (x, y), drooping as it goes. */
function frond(chance, x, y, length, angle, droop, fill) {
  const spine = [];
  let px = x, py = y, heading = angle;
  for (let k = 0; k <= 20; ++k) {
    spine.push([px, py, heading]);
    px += (length / 20) * Math.cos(radians(heading));
    py += (length / 20) * Math.sin(radians(heading));
    heading += (Math.cos(radians(angle)) >= 0 ? 1 : -1) * droop * (0.4 + k / 15);
  }
  const leaflets = spine.slice(1).map(([lx, ly, h], k) => [-1, 1].map((side) => {
    const reach = length * 0.27 * Math.pow(Math.sin((Math.PI * (k + 1.5)) / 22), 0.6) * chance.between(0.8, 1.15),
      out = h + side * chance.between(48, 62);
    const tx = lx + reach * Math.cos(radians(out)), ty = ly + reach * Math.sin(radians(out)) + reach * 0.3;
    const w = length * 0.012;
    return path(`M${round(lx - w)} ${round(ly)}Q${round((lx + tx) / 2)} ${round((ly +
      ty) / 2 - reach * 0.1)} ${round(tx)} ${round(ty)}Q${
      round((lx + tx) / 2)} ${round((ly + ty) / 2 + reach * 0.05)} ${round(lx + w)} ${round(ly + w)}Z`);
  }));
  return group({fill}, path(curve(spine.map(([sx, sy]) => [sx, sy])),
    {fill: 'none', stroke: fill, 'stroke-width': round(length * 0.016)}), leaflets);
}

/** A coconut palm; `lean` moves its head sideways by that part of its height. */
export function palm(chance, x, foot, height, {leaf, bright, trunk, lean = 0.1}) {
  const hx = x + lean * height, hy = foot - height, w = height * 0.017;
  const stem = path(`M${x - w * 1.6} ${foot}Q${x +
    lean * height * 0.15 - w} ${foot - height * 0.55} ${hx - w * 0.7} ${hy}L${hx + w * 0.7} ${hy}Q${
    x + lean * height * 0.15 + w} ${foot - height * 0.55} ${x + w * 1.8} ${foot}Z`, {fill: trunk});
  const leaves = [];
  for (let k = 0; k < 13; ++k) {
    const angle = -195 + (k * 210) / 12 + chance.between(-8, 8);
    leaves.push(frond(chance, hx, hy, height * chance.between(0.34, 0.44), angle, chance.between(3, 6),
      k % 3 ? leaf : bright));
  }
  const nuts = [-1, 0, 1].map((k) => circle(hx + k * height * 0.022, hy + height * 0.028, height * 0.02,
    {fill: trunk}));
  return group({}, stem, nuts, leaves);
}


/** Blades of grass along a line; `fills` from back to front. */
export function grass(chance, {from, to, y, least, most, count, fills, sway = 0.35}) {
  return group({}, fills.map((fill, row) => {
    const blades = [];
    for (let k = 0; k < count; ++k) {
      const x = chance.between(from, to), foot = (typeof y === 'function' ? y(x) : y) + row * most * 0.16;
      const h = chance.between(least, most), tip = x + h * sway * chance.bell() + h * sway * 0.4, w = h * 0.035;
      blades.push(`M${round(x - w)} ${round(foot)}Q${round(x)} ${round(foot - h * 0.6)} ${round(tip)} ${
        round(foot - h)}Q${
        round(x + w)} ${round(foot - h * 0.5)} ${round(x + w)} ${round(foot)}Z`);
    }
    return path(blades.join(''), {fill});
  }));
}

/** A young tree on a stake. */
export function sapling(chance, x, foot, height, {stem, leaf, bright}) {
  const leaves = [];
  for (let k = 0; k < 26; ++k) {
    const t = chance.between(0.35, 1), side = chance.happens(0.5) ? 1 : -1, l = height * chance.between(0.1, 0.2);
    leaves.push(path(`M0 0Q${round(l * 0.5)} ${round(-l * 0.34)} ${round(l)} 0Q${round(l * 0.5)} ${
      round(l * 0.34)} 0 0Z`, {
      fill: k % 3 ? leaf : bright,
      transform: `translate(${round(x)} ${round(foot - height * t)}) rotate(${round(side > 0
        ? chance.between(-60, 20) : chance.between(160, 240))})`}));
  }
  return group({}, path(`M${x} ${foot}Q${x + height * 0.03} ${foot - height * 0.5} ${x} ${foot - height * 0.98}`,
    {fill: 'none', stroke: stem, 'stroke-width': round(height * 0.025)}), leaves);
}

/** The floating or standing leaf of a lotus, seen at a slant: `tilt` is its height divided by its width. */
export function lotus_leaf(sheet, chance, x, y, width, tilt, {edge, middle, vein}) {
  const rim = [];
  const steps = 40, wave = chance.between(0, 6);
  for (let k = 0; k < steps; ++k) {
    const a = (2 * Math.PI * k) / steps;
    const r = (width / 2) * (1 + 0.035 * Math.sin(a * 5 + wave) + 0.02 * Math.sin(a * 11 + wave * 2));
    rim.push([x + r * Math.cos(a), y + r * tilt * Math.sin(a)]);
  }
  const cx = x + width * 0.02, cy = y - width * tilt * 0.03;
  const fill = sheet.box_glow(0.5, 0.45, 0.62, [[0, middle], [0.55, blend(middle, edge, 0.55)], [1, edge]]);
  const veins = rim.filter((_, k) => k % 2 === 0).map(([rx, ry]) =>
    path(`M${round(cx)} ${round(cy)}Q${round((cx + rx) / 2)} ${round((cy +
      ry) / 2 - width * 0.02)} ${round(rx * 0.94 + cx * 0.06)} ${round(ry * 0.94 + cy * 0.06)}`));
  return group({}, path(curve(rim, true), {fill}),
    group({fill: 'none', stroke: vein, 'stroke-width': round(Math.max(1, width * 0.004)), opacity: 0.5}, veins),
    ellipse(cx, cy, width * 0.028, width * tilt * 0.028, {fill: vein}));
}

/** One petal from its foot (0, 0) to its tip (0, -length), turned by `angle` degrees. */
function petal(length, width, angle, fill, vein) {
  const w = width / 2;
  const body = path(`M0 0C${-w * 0.7} ${-length * 0.12} ${-w * 1.25} ${-length * 0.5} ${-w * 0.62} ${-length * 0.8}Q${
    -w * 0.25} ${-length * 0.95} 0 ${
    -length}Q${w * 0.25} ${-length * 0.95} ${w * 0.62} ${-length * 0.8}C${w * 1.25} ${-length * 0.5} ${
    w * 0.7} ${-length * 0.12} 0 0Z`, {fill});
  const lines = [-0.5, -0.25, 0, 0.25, 0.5].map((k) =>
    path(`M0 ${-length * 0.06}Q${k * w * 1.6} ${-length * 0.5} ${k * w * 0.35} ${-length * 0.93}`));
  return group({transform: `rotate(${angle})`}, body,
    group({fill: 'none', stroke: vein, 'stroke-width': round(length * 0.004), opacity: 0.28}, lines));
}

/** An open lotus flower with its heart at (x, y). */
export function lotus(sheet, x, y, size, {tip, body, foot, vein, heart}) {
  const fill = (light) => sheet.box_grade(0, 0, 0, 1, [[0, blend(tip, body, 1 - light)], [0.4, body], [1, foot]]);
  const back = fill(1), side = fill(0.75), front = fill(0.5);
  const ring = (angles, length, width, paint) => angles.map((a) => petal(size * length, size * width, a, paint, vein));
  const seeds = group({}, ellipse(0, -size * 0.17, size * 0.13, size * 0.06, {fill: heart}),
    path(`M${-size * 0.13} ${-size * 0.17}L${-size * 0.08} 0L${size * 0.08} 0L${size * 0.13} ${-size * 0.17}Z`,
      {fill: heart}),
    Array.from({length: 26}, (_, k) => {
      const a = (k / 26) * 2 * Math.PI;
      return circle(size * 0.19 * Math.cos(a), -size * (0.16 - 0.08 * Math.sin(a) * -1), size * 0.013,
        {fill: '#f6d56c'});
    }));
  return group({transform: `translate(${round(x)} ${round(y)})`},
    ring([-24, 24, -8, 8], 0.86, 0.36, back), ring([-52, 52, -38, 38], 0.8, 0.36, back),
      ring([-74, 74], 0.74, 0.34, side),
    seeds, ring([-63, 63], 0.62, 0.34, side), ring([-88, 88], 0.62, 0.28, side), ring([-34, 34], 0.58, 0.36, front),
      ring([-102, 102], 0.5, 0.24, front),
    ring([-17, 17], 0.5, 0.36, front),
    ring([0], 0.54, 0.42, front), ellipse(0, size * 0.01, size * 0.05, size * 0.03, {fill: '#6f9a55'}));
}

/** A closed lotus bud on top of (x, y). */
export function lotus_bud(sheet, x, y, size, {tip, body, foot, vein}) {
  const fill = sheet.box_grade(0, 0, 0, 1, [[0, tip], [0.5, body], [1, foot]]);
  return group({transform: `translate(${round(x)} ${round(y)})`},
    [[-13, 0.84, 0.34], [13, 0.84, 0.34], [-6, 0.93, 0.36], [6, 0.93, 0.36], [0, 1, 0.34]].map(
    ([angle, length, width]) => petal(size * length, size * width, angle, fill, vein)));
}

/** A tapering stalk from (x, foot) to (tx, top). */
export function stalk(x, foot, tx, top, width, fill) {
  return path(polygon([[x - width, foot], [(x + tx) / 2 - width * 0.8 + (tx - x) * 0.2, (foot + top) / 2],
    [tx - width * 0.6, top],
    [tx + width * 0.6, top], [(x + tx) / 2 + width * 0.8 + (tx - x) * 0.2, (foot + top) / 2], [x + width, foot]]),
      {fill});
}
