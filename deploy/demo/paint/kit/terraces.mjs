// Fields cut into a slope: terraces of rice, rows of tea.
import {Chance, fractal, noise_field} from './random.mjs';
import {blend, element, group, path, polyline, round} from './svg.mjs';

/**
 * The steps of a slope that rises away from the viewer, seen in perspective. `spurs` is how far ridges and hollows
 * bend the steps, `feature` their width, `twist` how much the bend changes up the slope; `crest` lifts the skyline.
 * Returns for each step, lowest first, {lip, foot, rows}: screen points of the upper edge, of the foot of its bank,
 * and the rows of plants behind the edge.
 */
export function steps_of_slope({seed, count, left, right, near_y, far_y, near_rise, spurs, feature, power = 1.6,
  rows = 4, twist = 1.3, crest}) {
  const bend = fractal(noise_field(seed), 3, 0.42);
  const columns = 200;
  const chance = new Chance(seed);
  const uneven = Array.from({length: count + 2}, () => 0.38 * chance.bell());
  const contour = (level, lift) => Array.from({length: columns + 1}, (_, k) => {
    const u = k / columns, t = (level + uneven[level]) / count;
    const depth = Math.pow(1 - t, power);
    const x = left + (right - left) * u;
    const wide = 0.25 + 0.75 * depth;
    const wave = bend((u - 0.5) / (feature * wide) + 7, t * twist);
    const shape = crest ? crest(u) * t : 0;
    return [x, far_y + (near_y - far_y) * depth +
      spurs * wide * wave * (0.35 + 0.65 * depth) - shape - lift * (0.12 + 0.88 * depth)];
  });
  return Array.from({length: count}, (_, level) => ({
    lip: contour(level, near_rise), foot: contour(level, 0), level: level / count,
    rows: between(contour(level, near_rise), contour(level + 1, 0), rows),
  }));
}

/** `count` lines spread evenly between two. */
function between(low, high, count) {
  return Array.from({length: count},
    (_, r) => low.map(([x, y], k) => [x, y + ((high[k][1] - y) * (r + 1)) / (count + 1)]));
}

/** Patches of ripeness along one step: a grade with soft joints. */
function paddies(sheet, chance, left, right, tones, haze, hazy) {
  const stops = [];
  let at = 0;
  while (at < 1) {
    const tone = blend(chance.pick(tones), haze, hazy), long = chance.between(0.06, 0.22);
    stops.push([round(Math.min(1, at + 0.012)), tone], [round(Math.min(1, at + long)), tone]);
    at += long;
  }
  return sheet.grade(left, 0, right, 0, stops);
}

/**
 * Paints the steps from the farthest to the nearest, each covering what lies behind its edge, down to `bottom`.
 * `hazy(level)` says how much of `haze` lies over a step.
 */
export function terraces(sheet, chance, steps, {tones, bank, edge, haze, hazy, bottom, filter}) {
  const painted = [...steps].reverse().map(({lip, foot, rows, level}) => {
    const [left, right] = [lip[0][0], lip.at(-1)[0]];
    const veil = hazy(level), wide = Math.pow(1 - level, 1.3);
    const close = `L${round(right)} ${bottom}L${round(left)} ${bottom}Z`;
    return [
      group({fill: 'none', stroke: blend('#6d5210', haze, veil), opacity: 0.45, 'stroke-width': round(0.8 + 2.4 * wide),
        'stroke-dasharray': `${round(3 + 12 * wide)} ${round(2 + 4 * wide)}`}, rows.map((row) => path(polyline(row)))),
      path(polyline(lip) + close, {fill: blend(bank, haze, veil)}),
      path(polyline(lip), {fill: 'none', stroke: blend(edge, haze, veil), 'stroke-width': round(0.8 + 5 * wide)}),
      path(polyline(foot) + close, {fill: paddies(sheet, chance, left, right, tones, haze, veil)}),
      path(polyline(foot), {fill: 'none', stroke: blend('#3b3a10', haze, veil),
        'stroke-width': round(0.6 + 4 * wide), opacity: 0.5}),
    ];
  });
  sheet.paint(group({filter}, painted));
}

/** A mound of tea: hedges in rings around its top, from (x, top) down to `foot`. */
export function tea_mound(chance, {x, top, foot, width, hedges, tones, haze, hazy}) {
  const [dark, middle, bright] = tones.map((tone) => blend(tone, haze, hazy));
  const height = foot - top;
  const ground = element('ellipse', {cx: round(x), cy: round(foot), rx: round(width / 2), ry: round(height),
    fill: blend('#28421f', haze, hazy)});
  const rings = [];
  for (let k = 0; k <= hedges; ++k) {
    const t = (k + 0.35) / hedges, angle = (t * Math.PI) / 2;
    const rx = (width / 2) * Math.sin(angle) * 1.01, y = foot - height * Math.cos(angle), ry = rx * 0.2 * (0.4 + t);
    const thick = (height / hedges) * (0.35 + 0.85 * t) + rx * 0.012;
    const arc = (dy) => `M${round(x - rx)} ${round(y + dy)}A${round(rx)} ${round(ry)} 0 0 0 ${round(x +
      rx)} ${round(y + dy)}`;
    const stroke = (dy, colour, w) => path(arc(dy), {fill: 'none', stroke: colour, 'stroke-width': round(thick * w),
      'stroke-linecap': 'round'});
    rings.push(stroke(thick * 0.22, dark, 0.8), stroke(-thick * 0.02, middle, 0.62),
      stroke(-thick * 0.2, chance.happens(0.75) ? bright : blend(bright, middle, 0.5), 0.26));
  }
  return group({}, ground, rings);
}
