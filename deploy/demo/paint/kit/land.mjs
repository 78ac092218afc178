// Mountains near and far.
import {Chance, fractal, noise_field} from './random.mjs';
import {blend, circle, element, group, path, polygon, rectangle} from './svg.mjs';

/**
 * A filter that gives flat shapes a rough, lit surface: noise as relief, light from `azimuth` degrees (0 is right,
 * 180 left, 270 above). `grain` is the size of the features, `relief` their strength; `tear` frays the edges.
 */
export function rough(sheet, {seed, grain, relief, azimuth = 225, elevation = 48, stretch = 1, tear = 0.3}) {
  return sheet.filter([
    element('feTurbulence', {
      type: 'fractalNoise', baseFrequency: `${1 / grain} ${stretch / grain}`, numOctaves: 5, seed, result: 'noise'}),
    element('feTurbulence', {
      type: 'fractalNoise', baseFrequency: 5 / grain, numOctaves: 3, seed: seed + 1, result: 'leaves'}),
    element('feDisplacementMap', {in: 'SourceGraphic', in2: 'leaves', scale: tear * grain,
      xChannelSelector: 'R', yChannelSelector: 'G', result: 'torn'}),
    element('feColorMatrix', {
      in: 'noise', type: 'matrix', values: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0', result: 'height'}),
    element('feDiffuseLighting', {in: 'height', surfaceScale: relief, diffuseConstant: 1.28,
      'lighting-color': '#ffffff', result: 'light'}, element('feDistantLight', {azimuth, elevation})),
    element('feComposite', {in: 'torn', in2: 'light', operator: 'arithmetic',
      k1: 1, k2: 0.04, k3: 0, k4: 0, result: 'lit'}),
    element('feComposite', {in: 'lit', in2: 'torn', operator: 'in'})]);
}

/**
 * The skyline of a range: [x, y] from left to right; `rise` is the height of its peaks above `base`, `sharp` 0…1
 * turns domes into ridges.
 */
export function skyline({seed, width, base, rise, feature, octaves = 6, gain = 0.48, shape = () => 1, sharp = 0,
  step = 6}) {
  const noise = noise_field(seed);
  const height = fractal((x, y) => noise(x, y) * (1 - sharp) + (1 - 2.4 * Math.abs(noise(x + 50, y))) * sharp,
    octaves, gain);
  const points = [];
  for (let x = -20; x <= width + 20; x += step) {
    points.push([x, base - rise * shape(x / width) * (0.5 + 0.75 * height(x / feature))]);
  }
  return points;
}

/** A range of mountains filled down to `foot`, from `colour` at the peaks into `haze` at the foot. */
export function range(sheet, line, {foot, colour, haze, hazy = 1, filter}) {
  const top = Math.min(...line.map(([, y]) => y));
  const fill = sheet.grade(0, top, 0, foot, [[0, colour], [0.25, blend(colour, haze, 0.18 * hazy)],
    [1, blend(colour, haze, hazy)]]);
  const outline = [...line, [line.at(-1)[0], foot], [line[0][0], foot]];
  sheet.paint(path(polygon(outline), {fill, filter}));
}

/** The outline of one limestone tower, from its left foot over the top to its right foot. */
function tower_outline(chance, {x, base, width, height}) {
  const wobble = fractal(noise_field(chance.whole(1, 99999)), 5, 0.55);
  const lean = chance.between(-0.12, 0.12), steep = chance.between(2.2, 4.2);
  const shoulder = chance.between(0.35, 0.7), ledge = chance.between(0, 0.22) * (chance.happens(0.5) ? 1 : -1);
  const points = [];
  const steps = 70;
  for (let k = 0; k <= 2 * steps; ++k) {
    const side = k < steps ? -1 : 1, t = k < steps ? k / steps : (2 * steps - k) / steps;
    let half = (width / 2) * Math.pow(1 - Math.pow(t, steep), 0.62);
    half *= 1 + (side === Math.sign(ledge) ? Math.abs(ledge) * (t < shoulder ? 1 : -0.9) : 0);
    half *= 1 - 0.09 * Math.exp(-t * 60);
    const rough_edge = width * 0.075 * wobble((t * height) / (width * 0.32), side * 9) * Math.min(1, 6 * (1.02 - t));
    points.push([x + lean * width * t + side * half + rough_edge, base - height * t + width * 0.02 * wobble(k / 3,
      40)]);
  }
  return points;
}

/** Scrub along an outline: bushes that break the edge of the rock. */
function scrub(chance, outline, size, base, height) {
  const bushes = [];
  for (let k = 0; k < outline.length; ++k) {
    const [x, y] = outline[k], up = (base - y) / height;
    if (up > 0.12 && chance.happens(0.25 + 0.75 * up)) {
      bushes.push(circle(x + size * chance.bell() * 0.7, y + size * chance.between(-0.3, 0.6),
        size * chance.between(0.35, 1)));
    }
  }
  return bushes;
}

/** Green patches that hang over the rock, thick on the crown and thin towards the water. */
function thicket(chance, {x, base, width, height}, outline, greens) {
  const patches = [];
  for (let k = 0; k < 260; ++k) {
    const [ex, ey] = chance.pick(outline);
    const t = Math.pow(chance.next(), 0.7), up = (base - ey) / height;
    if (up < 0.1 || chance.happens(0.75 * (1 - up))) continue;
    const size = Math.min(width, height) * chance.between(0.012, 0.05);
    patches.push(circle(x + (ex - x) * t, ey + height * 0.1 * chance.next() * up, size, {
      fill: chance.pick(greens), opacity: chance.between(0.35, 0.85)}));
  }
  return patches;
}

/** Pale cliffs and dark clefts on the face of a tower. */
function cliffs(chance, {x, base, width, height}, pale, dark) {
  const marks = [];
  for (let k = 0; k < 16; ++k) {
    const cx = x + width * chance.between(-0.42, 0.42), top = base - height * chance.between(0.2, 0.85);
    const long = height * chance.between(0.1, 0.34), wide = width * chance.between(0.015, 0.07);
    const left = [], right = [];
    for (let s = 0; s <= 8; ++s) {
      const w = wide * Math.sin((Math.PI * (s + 0.5)) / 9) * chance.between(0.4, 1.2), dx = wide * chance.bell();
      left.push([cx + dx - w, top + (long * s) / 8]);
      right.unshift([cx + dx + w, top + (long * s) / 8]);
    }
    marks.push(path(polygon([...left, ...right]), {fill: k % 3 ? pale : dark, opacity: chance.between(0.12, 0.42)}));
  }
  return marks;
}

/**
 * Limestone towers at one distance. `far` runs from 0 (near) to 1 (lost in haze); `light` is -1 when the sun stands
 * left of them and 1 when right; `places` are {x, width, height}.
 */
export function karst(sheet, {seed, base, places, colour, haze, far, light, warm, filter}) {
  const chance = new Chance(seed);
  const tone = blend(colour, haze, far);
  const towers = places.map((place) => {
    const outline = tower_outline(chance, {...place, base});
    const fill = sheet.grade(0, base - place.height, 0, base, [
      [0, tone], [0.5, blend(tone, haze, 0.12)], [0.86, blend(tone, haze, 0.4)], [1, blend(tone, haze, 0.55)]]);
    const body = path(polygon(outline));
    const clip = sheet.clip(body);
    const side = sheet.box_grade(light > 0 ? 1 : 0, 0, light > 0 ? 0 : 1, 0, [
      [0, warm, 0.5 * (1 - far)], [0.35, warm, 0.06], [0.6, '#04101c', 0.1 * (1 - far)],
        [1, '#04101c', 0.5 * (1 - far)]]);
    const size = Math.max(3, Math.min(place.width, place.height) * 0.035);
    const green = blend(blend('#2c5a34', colour, 0.25), haze, far * 0.9);
    const leaves = far < 0.8 ? thicket(chance, {...place, base}, outline,
      [green, blend(green, warm, 0.16), blend(green, '#04101c', 0.35)]) : [];
    const face = far < 0.75 ? cliffs(chance, {...place, base}, blend(tone, warm, 0.5), blend(tone, '#04101c', 0.6))
      : [];
    return group({}, group({fill}, body, scrub(chance, outline, size, base, place.height)),
      group({'clip-path': clip}, face, leaves, path(polygon(outline), {fill: side})));
  });
  sheet.paint(group({filter}, towers));
}

/** Towers spread over a stretch of shore, higher in the middle of each cluster. */
export function scatter_towers(chance, {count, from, to, width, height}) {
  const places = [];
  for (let k = 0; k < count; ++k) {
    const x = from + ((to - from) * (k + chance.between(0.1, 0.9))) / count;
    const tall = chance.between(0.45, 1);
    places.push({x, width: width * chance.between(0.6, 1.25), height: height * tall});
  }
  return places.sort((a, b) => b.height - a.height);
}

/** Hides the foot of a shore in a soft dark line, as water does. */
export function waterline(sheet, level, colour, opacity) {
  sheet.paint(rectangle(0, level - 3, sheet.width, 7, {fill: colour, opacity, filter: sheet.blur(3, 1.5)}));
}
