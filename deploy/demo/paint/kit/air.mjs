// Sky, light and air: everything that has no edge.
import {Chance} from './random.mjs';
import {circle, element, ellipse, group, path, polygon, rectangle, round} from './svg.mjs';

/** A plain sky down to `bottom`, wider than the picture for mirrors that ripple; stops are [offset, colour]. */
export function sky(sheet, stops, bottom = sheet.height) {
  sheet.paint(rectangle(-80, -80, sheet.width + 160, bottom + 80, {fill: sheet.grade(0, 0, 0, bottom, stops)}));
}

/** Light spilling from a point; drawn over what is there already. */
export function halo(sheet, x, y, radius, colour, strength = 1, blend = 'screen') {
  const fill = sheet.glow(x, y, radius, [
    [0, colour, strength], [0.12, colour, strength * 0.72], [0.3, colour, strength * 0.36],
    [0.6, colour, strength * 0.1], [1, colour, 0]]);
  sheet.paint(circle(x, y, radius, {fill, style: `mix-blend-mode:${blend}`}));
}

export function sun(sheet, x, y, radius, colour) {
  sheet.paint(circle(x, y, radius, {fill: colour, filter: sheet.blur(radius * 0.03)}));
}

const matrix = (values) => element('feColorMatrix', {type: 'matrix', values});

/**
 * Streaks and banks of cloud from noise. `coarse` and `fine` are the sizes of features in picture units across and
 * down, `cover` 0…1 how much of the sky they take, `from` and `to` the band in which they fade in and out.
 */
export function clouds(sheet, {seed, across, down, colour, from, to, cover = 0.5, opacity = 1, contrast = 4, blend}) {
  const red = [1, 3, 5].map((k) => round(parseInt(colour.slice(k, k + 2), 16) / 2.55) / 100);
  const noise = element('feTurbulence', {
    type: 'fractalNoise', baseFrequency: `${1 / across} ${1 / down}`, numOctaves: 5, seed});
  const offset = -contrast * (1 - cover) * 0.72;
  const filter = sheet.filter([noise, matrix(
    `0 0 0 0 ${red[0]} 0 0 0 0 ${red[1]} 0 0 0 0 ${red[2]} ${contrast} 0 0 0 ${offset}`)],
  {x: 0, y: from, width: sheet.width, height: to - from});
  const fade = sheet.grade(0, from, 0, to, [[0, '#000000'], [0.35, '#ffffff'], [0.65, '#ffffff'], [1, '#000000']]);
  const mask = sheet.mask(rectangle(0, from, sheet.width, to - from, {fill: fade}));
  sheet.paint(group({mask, opacity, style: blend ? `mix-blend-mode:${blend}` : undefined},
    rectangle(0, from, sheet.width, to - from, {filter})));
}

/** One heaped cloud, lit from above: balls that share a flat base. */
export function heap_cloud(sheet, chance, {x, base, width, height, light, shade, opacity = 1}) {
  const fill = sheet.grade(0, base - height, 0, base, [[0, light, 1], [0.55, light, 0.92], [1, shade, 0.15]]);
  const balls = [];
  for (let k = 0; k < 60; ++k) {
    const t = chance.between(-1, 1);
    const reach = Math.pow(Math.max(0, 1 - t * t), 0.7) * (0.55 + 0.45 * Math.sin(t * 7 + x));
    const r = height * chance.between(0.1, 0.24) * (0.5 + reach);
    balls.push(circle(x + (t * width) / 2, base - Math.max(0, reach) * (height - r) * chance.between(0.2, 1), r,
      {fill}));
  }
  const fluff = sheet.filter([
    element('feTurbulence', {type: 'fractalNoise', baseFrequency: 9 / height, numOctaves: 4,
      seed: chance.whole(1, 999)}),
    element('feDisplacementMap', {
      in: 'SourceGraphic', scale: height * 0.16, xChannelSelector: 'R', yChannelSelector: 'G', result: 'torn'}),
    element('feGaussianBlur', {in: 'torn', stdDeviation: height * 0.012})],
  {x: x - width, y: base - 1.6 * height, width: 2 * width, height: 2.2 * height});
  sheet.paint(group({filter: fluff, opacity}, balls));
}

/** A bank of mist lying at `y`, `thick` picture units deep, ragged at its upper edge. */
export function mist(sheet, {y, thick, colour, opacity = 0.8, seed = 1, across = sheet.width / 3}) {
  const from = y - thick, to = y + thick;
  sheet.paint(rectangle(0, from, sheet.width, to - from, {
    fill: sheet.grade(0, from, 0, to, [[0, colour, 0], [0.5, colour, opacity * 0.7], [1, colour, 0]])}));
  clouds(sheet, {seed, across, down: thick * 0.9, colour, from, to, cover: 0.62, opacity, contrast: 3});
}

/** Broad beams from a point of light, fanning between two angles (degrees, 90 is straight down). */
export function beams(sheet, {x, y, length, from, to, count, colour, opacity, seed}) {
  const chance = new Chance(seed);
  const fill = sheet.glow(x, y, length, [[0, colour, 1], [0.45, colour, 0.45], [1, colour, 0]]);
  const wedges = [];
  for (let k = 0; k < count; ++k) {
    const middle = chance.between(from, to), spread = chance.between(0.6, 2.6);
    const tip = (angle) => {
      const radians = (angle * Math.PI) / 180;
      return [x + length * Math.cos(radians), y + length * Math.sin(radians)];
    };
    wedges.push(path(polygon([[x, y], tip(middle - spread), tip(middle + spread)]),
      {fill, opacity: chance.between(0.3, 1)}));
  }
  sheet.paint(group({opacity, filter: sheet.blur(sheet.height * 0.006), style: 'mix-blend-mode:screen'}, wedges));
}

export function stars(sheet, chance, count, bottom) {
  for (let k = 0; k < count; ++k) {
    const y = bottom * Math.pow(chance.next(), 1.6);
    sheet.paint(circle(chance.between(0, sheet.width), y, chance.between(0.6, 2.1),
      {fill: '#ffffff', opacity: chance.between(0.15, 0.85) * (1 - y / bottom)}));
  }
}

/** A flight of birds, each a pair of wings. */
export function birds(sheet, chance, {x, y, spread, size, count, colour}) {
  const wings = [];
  for (let k = 0; k < count; ++k) {
    const bx = x + spread * chance.bell(), by = y + spread * 0.35 * chance.bell();
    const s = size * chance.between(0.6, 1.15), lift = s * chance.between(0.1, 0.5), tilt = chance.between(-14, 14);
    wings.push(path(`M${-s} ${-lift}Q${-s * 0.45} ${-s * 0.42} 0 0Q${s * 0.45} ${-s * 0.42} ${s} ${-lift}Q${s * 0.4} ${
      -s * 0.24} 0 ${s * 0.13}Q${-s * 0.4} ${-s * 0.24} ${-s} ${-lift}Z`,
    {transform: `translate(${round(bx)} ${round(by)}) rotate(${round(tilt)})`}));
  }
  sheet.paint(group({fill: colour}, wings));
}

/** Light points out of focus. */
export function bokeh(sheet, chance, {count, colours, least, most, area, opacity = 0.5}) {
  const [x, y, width, height] = area;
  const discs = [];
  for (let k = 0; k < count; ++k) {
    const r = chance.between(least, most), colour = chance.pick(colours);
    discs.push(circle(x + width * chance.next(), y + height * chance.next(), r, {
      fill: sheet.box_glow(0.5, 0.5, 0.5, [[0, colour, 0.5], [0.8, colour, 0.62], [0.93, colour, 0.9], [1, colour, 0]]),
      opacity: chance.between(0.25, 1)}));
  }
  sheet.paint(group({opacity, style: 'mix-blend-mode:screen'}, discs));
}

/** The last coat: a gentle vignette, the tooth of paper, and a little grain against banding. */
export function finish(sheet, {vignette = 0.35, grain = 0.05, paper = 0.1} = {}) {
  const {width, height} = sheet;
  const dark = sheet.box_glow(0.5, 0.48, 0.75, [[0, '#000000', 0], [0.6, '#000000', 0], [1, '#05070d', vignette]]);
  sheet.paint(rectangle(0, 0, width, height, {fill: dark}));
  const grey = (frequency, octaves) => sheet.filter([
    element('feTurbulence', {type: 'fractalNoise', baseFrequency: frequency, numOctaves: octaves, seed: sheet.seed}),
    matrix('.7 .7 0 0 -.2 .7 .7 0 0 -.2 .7 .7 0 0 -.2 0 0 0 0 1')]);
  const coat = (frequency, octaves, opacity) => rectangle(0, 0, width, height, {
    filter: grey(frequency, octaves), opacity, style: 'mix-blend-mode:soft-light'});
  sheet.paint(coat('0.004 0.007', 4, paper), coat(0.7, 1, grain));
}

/** A soft round shadow or patch of light on the ground. */
export function pool(sheet, x, y, rx, ry, colour, opacity) {
  sheet.paint(ellipse(x, y, rx, ry, {
    fill: sheet.box_glow(0.5, 0.5, 0.5, [[0, colour, opacity], [0.5, colour, opacity * 0.45], [1, colour, 0]])}));
}
