// Still and moving water.
import {element, ellipse, group, rectangle} from './svg.mjs';

/** The filter that breaks a mirrored picture into ripples, stronger towards the viewer. */
function ripple(sheet, seed, top, bottom, reach, length) {
  return sheet.filter([
    element('feTurbulence', {
      type: 'fractalNoise', baseFrequency: `${1 / length} ${1 / (length * 0.055)}`, numOctaves: 3, seed}),
    element('feDisplacementMap', {
      in: 'SourceGraphic', scale: reach, xChannelSelector: 'R', yChannelSelector: 'G'}),
    element('feGaussianBlur', {stdDeviation: `${reach * 0.03} ${reach * 0.05}`})],
  {x: -50, y: top - 60, width: sheet.width + 100, height: bottom - top + 120});
}

/**
 * Mirrors the world of the sheet at `level` and lets the mirror image ripple in three bands. `tint` stops are
 * [offset, colour, opacity] from the far shore to the near edge, `squeeze` shortens the mirror image.
 */
export function mirror(sheet, {level, tint, seed, squeeze = 1, calm = 1, bottom = sheet.height}) {
  const depth = bottom - level;
  const bands = [[0, 0.22, 8, 260], [0.12, 0.52, 22, 420], [0.4, 1, 48, 700]];
  sheet.paint(rectangle(0, level - 2, sheet.width, depth + 2, {fill: tint[0][1]}));
  bands.forEach(([from, to, reach, length], k) => {
    const top = level + depth * from, low = level + depth * to, soft = k ? depth * 0.1 : 0;
    const fade = sheet.grade(0, top, 0, top + Math.max(1, soft), [[0, '#000000'], [1, '#ffffff']]);
    const mask = sheet.mask(rectangle(0, top, sheet.width, low - top + 2, {fill: fade}));
    const flipped = sheet.world_image({transform: `translate(0 ${level * (1 + squeeze)}) scale(1 ${-squeeze})`});
    sheet.paint(group({mask},
      group({filter: ripple(sheet, seed + k, top, low, reach * calm * (sheet.height / 1600), length)}, flipped)));
  });
  sheet.paint(rectangle(0, level, sheet.width, depth, {fill: sheet.grade(0, level, 0, bottom, tint)}));
}

/** Streaks of light on the water below a bright point: `width` of the path at the shore and at the near edge. */
export function glitter(sheet, chance, {x, level, bottom = sheet.height, near, far, count, colour, opacity = 1}) {
  const streaks = [];
  for (let k = 0; k < count; ++k) {
    const t = Math.pow(chance.next(), 1.5);
    const y = level + (bottom - level) * t;
    const half = (far + (near - far) * t) / 2;
    const offset = chance.bell();
    streaks.push(ellipse(x + half * offset, y, (6 + 46 * t) * chance.between(0.5, 1.6) * (sheet.height / 1600),
      (0.7 + 3.2 * t) * chance.between(0.5, 1.2) * (sheet.height / 1600),
      {opacity: chance.between(0.25, 1) * (1 - 0.75 * Math.abs(offset))}));
  }
  sheet.paint(group({fill: colour, opacity, style: 'mix-blend-mode:screen'}, streaks));
}

/** Long faint lines where wind touches the water. */
export function wind_lines(sheet, chance, {level, bottom = sheet.height, count, colour, opacity}) {
  const strokes = [];
  for (let k = 0; k < count; ++k) {
    const t = Math.pow(chance.next(), 1.3);
    strokes.push(ellipse(chance.between(0, sheet.width), level + (bottom - level) * t,
      sheet.width * chance.between(0.02, 0.14) * (0.3 + t), (0.8 + 3 * t) * (sheet.height / 1600),
      {opacity: chance.between(0.2, 1)}));
  }
  sheet.paint(group({fill: colour, opacity, filter: sheet.blur(2, 0.6)}, strokes));
}
