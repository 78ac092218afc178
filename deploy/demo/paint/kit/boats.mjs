// Boats, drawn with their waterline at y = 0 and one unit as the length of the hull.
import {Chance} from './random.mjs';
import {curve, group, line, path, polygon} from './svg.mjs';

const placed = (x, y, size, flip, ...children) =>
  group({transform: `translate(${x} ${y}) scale(${flip ? -size : size} ${size})`}, children);

/** One battened sail: a fan held by a mast at (x, foot). */
function junk_sail(x, foot, wide, tall, fill, shade) {
  const outline = [[x - wide * 0.28, foot], [x - wide * 0.36, foot - tall * 0.5], [x - wide * 0.12, foot - tall],
    [x + wide * 0.3, foot - tall * 0.93], [x + wide * 0.62, foot - tall * 0.5], [x + wide * 0.6, foot - tall * 0.04]];
  const battens = [];
  for (let k = 1; k < 7; ++k) {
    const t = k / 7, bend = 1 - Math.abs(2 * t - 1) * 0.35;
    battens.push(line(x - wide * 0.34 * bend, foot - tall * t * 0.97, x + wide * 0.6 * bend,
      foot - tall * (0.03 + t * 0.9),
      {stroke: shade, 'stroke-width': 0.007, opacity: 0.75}));
  }
  return [line(x, foot + 0.06, x, foot - tall * 1.04, {stroke: shade, 'stroke-width': 0.014}),
    path(curve(outline, true), {fill}), battens];
}

/** A three-masted junk; `sail` and `hull` are fills, `shade` the colour of masts and battens. */
export function junk(x, y, size, {sail, hull, shade, lamp, flip = false}) {
  const deck = path('M-.5-.1C-.46-.02-.4 .035-.3 .035L.3 .035C.41 .03.48-.05.54-.15L.43-.135L.4-.1L.12-.085' +
    'L.1-.14L-.22-.14L-.24-.085L-.4-.09L-.42-.13Z',
    {fill: hull});
  const cabin = path('M-.24-.08L-.22-.155L.1-.155L.12-.08Z', {fill: hull});
  const lamps = lamp ? [0, 1, 2, 3, 4].map((k) => path(`M${-0.19 + k * 0.057}-.137h.03v.03h-.03Z`, {fill: lamp})) : [];
  return placed(x, y, size, flip,
    junk_sail(0.3, -0.15, 0.3, 0.42, sail, shade), junk_sail(-0.02, -0.17, 0.42, 0.68, sail, shade),
    junk_sail(-0.36, -0.13, 0.24, 0.36, sail, shade), deck, cabin, lamps);
}

/** A low wooden boat with one rower under a conical hat. */
export function sampan(x, y, size, {hull, figure, hat, flip = false, rower = true}) {
  const body = path('M-.52-.1C-.42-.02-.34 .03-.2 .035L.2 .035C.34 .03.42-.02.52-.1C.4-.055.3-.045.18-.045' +
    'L-.18-.045C-.3-.045-.4-.055-.52-.1Z',
    {fill: hull});
  const person = rower ? [
    path('M.2-.05L.21-.19C.215-.24.24-.265.27-.265C.31-.265.325-.235.325-.2L.33-.05Z', {fill: figure}),
    path('M.24-.21L.12-.155', {stroke: figure, 'stroke-width': 0.028, 'stroke-linecap': 'round'}),
    path('M.16-.2L-.04 .06', {stroke: hull, 'stroke-width': 0.012, 'stroke-linecap': 'round'}),
    path('M.27-.26m-.03-.03a.033.037 0 1 0 .066 0a.033.037 0 1 0-.066 0', {fill: figure}),
    path('M.19-.285Q.265-.29.35-.28L.275-.355Z', {fill: hat})] : [];
  return placed(x, y, size, flip, body, person);
}

/** A painted wooden fishing boat: high bow with an eye, wheelhouse aft, a mast with lines and small flags. */
export function fishing_boat(x, y, size, {hull, band, house, roof, shade, flag, flip = false}) {
  return placed(x, y, size, flip,
    path('M.52-.27C.44-.2.3-.155.1-.145L-.3-.145C-.38-.15-.44-.17-.5-.205C-.49-.12-.46-.03-.4 .05L.34 .05' +
      'C.42-.03.48-.14.52-.27Z', {fill: hull}),
    path('M.52-.27C.44-.2.3-.155.1-.145L-.3-.145C-.38-.15-.44-.17-.5-.205L-.495-.165C-.44-.13-.38-.112-.3-.108' +
      'L.1-.108C.3-.118.42-.16.505-.225Z', {fill: band}),
    path('M-.43-.02L.41-.02L.36 .05L-.4 .05Z', {fill: shade, opacity: 0.45}),
    path('M.36-.13m-.032 0a.032.02 0 1 0 .064 0a.032.02 0 1 0-.064 0', {fill: '#fff8e8'}),
    path('M.365-.13m-.013 0a.013.013 0 1 0 .026 0a.013.013 0 1 0-.026 0', {fill: '#151515'}),
    path('M-.34-.14L-.34-.33L-.08-.33L-.06-.14Z', {fill: house}),
    path('M-.38-.325L-.36-.365L-.06-.365L-.03-.325Z', {fill: roof}),
    [0, 1, 2].map((k) => path(`M${-0.31 + k * 0.078}-.29h.055v.06h-.055Z`, {fill: shade, opacity: 0.75})),
    line(0.08, -0.14, 0.08, -0.72, {stroke: shade, 'stroke-width': 0.014}),
    line(0.08, -0.7, 0.5, -0.26, {stroke: shade, 'stroke-width': 0.005}),
    line(0.08, -0.7, -0.36, -0.36, {stroke: shade, 'stroke-width': 0.005}),
    line(0.08, -0.2, 0.36, -0.5, {stroke: shade, 'stroke-width': 0.011}),
    path('M.08-.72L-.07-.69L.08-.645Z', {fill: flag}));
}

/** A round woven basket boat. */
export function basket_boat(x, y, size, {weave, rim, shade}) {
  const strips = [];
  const chance = new Chance(11);
  for (let k = -4; k <= 4; ++k) {
    strips.push(line(k * 0.105, -0.17 + Math.abs(k) * 0.004, k * 0.075, 0.03,
      {stroke: shade, 'stroke-width': 0.008, opacity: chance.between(0.3, 0.6)}));
  }
  return placed(x, y, size, false,
    path(polygon([[-0.5, -0.17], [-0.44, -0.02], [-0.3, 0.06], [0.3, 0.06], [0.44, -0.02], [0.5, -0.17]]),
      {fill: weave}),
    strips,
    path('M-.5-.17a.5.075 0 1 0 1 0a.5.075 0 1 0-1 0Z', {fill: rim}),
    path('M-.45-.17a.45.055 0 1 0.9 0a.45.055 0 1 0-.9 0Z', {fill: shade}));
}
