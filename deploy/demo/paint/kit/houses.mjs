// Houses of the countryside; drawn with the foot at y = 0 and one unit as their width.
import {group, line, path, rectangle} from './svg.mjs';

const placed = (x, y, size, flip, ...children) =>
  group({transform: `translate(${x} ${y}) scale(${flip ? -size : size} ${size})`}, children);

/** A house on stilts under a deep thatched roof. */
export function stilt_house(x, y, size, {wall, roof, shade, glow, flip = false}) {
  const stilts = [-0.38, -0.2, 0, 0.2, 0.38].map((k) => rectangle(k - 0.012, -0.2, 0.024, 0.2, {fill: shade}));
  return placed(x, y, size, flip, stilts,
    rectangle(-0.44, -0.215, 0.88, 0.03, {fill: shade}),
    rectangle(-0.4, -0.42, 0.8, 0.21, {fill: wall}),
    [-0.28, -0.1, 0.2].map((k) => rectangle(k, -0.37, 0.09, 0.12, {fill: glow ?? shade})),
    rectangle(0.03, -0.385, 0.09, 0.17, {fill: shade}),
    path('M-.54-.38Q-.42-.58-.3-.74L.3-.74Q.42-.58.54-.38Q.4-.405.3-.4L-.3-.4Q-.4-.405-.54-.38Z', {fill: roof}),
    path('M.3-.74Q.42-.58.54-.38Q.4-.405.24-.4Z', {fill: shade, opacity: 0.3}),
    path('M-.32-.76L-.25-.735L.25-.735L.32-.76L.3-.72L-.3-.72Z', {fill: shade}),
    path('M.42-.2L.52 0', {stroke: shade, 'stroke-width': 0.02}),
      path('M.47-.2L.57 0', {stroke: shade, 'stroke-width': 0.02}));
}

/** A low house with a tiled roof, seen from its long side. */
export function tiled_house(x, y, size, {wall, roof, ridge, shade, glow, flip = false}) {
  const tiles = [];
  for (let k = 1; k < 22; ++k) {
    tiles.push(line(-0.47 + k * 0.0427, -0.56 + 0.005 * (k % 3), -0.55 + k * 0.05, -0.33,
      {stroke: shade, 'stroke-width': 0.006, opacity: 0.35}));
  }
  return placed(x, y, size, flip,
    rectangle(-0.45, -0.36, 0.9, 0.36, {fill: wall}),
    rectangle(-0.45, -0.36, 0.9, 0.06, {fill: shade, opacity: 0.35}),
    rectangle(-0.45, -0.04, 0.9, 0.04, {fill: shade, opacity: 0.4}),
    rectangle(-0.08, -0.25, 0.16, 0.25, {fill: glow ?? shade}),
      line(0, -0.25, 0, 0, {stroke: shade, 'stroke-width': 0.012}),
    [-0.34, 0.22].map((k) => [rectangle(k, -0.25, 0.13, 0.14, {fill: glow ?? shade}),
      line(k + 0.065, -0.25, k + 0.065, -0.11, {stroke: shade, 'stroke-width': 0.01})]),
    path('M-.48-.57L.48-.57Q.51-.44.56-.32L-.56-.32Q-.51-.44-.48-.57Z', {fill: roof}), tiles,
    path('M-.52-.6Q-.46-.575-.4-.58L.4-.58Q.46-.575.52-.6L.48-.55L-.48-.55Z', {fill: ridge}));
}

/** A wisp of smoke from a kitchen, rising and drifting. */
export function smoke(sheet, x, y, height, colour, opacity) {
  const fill = sheet.grade(0, y, 0, y - height, [[0, colour, opacity], [1, colour, 0]]);
  return path(`M${x} ${y}C${x - height * 0.1} ${y - height * 0.3} ${x + height * 0.16} ${y - height * 0.45} ${x +
    height * 0.08} ${y - height * 0.7}C${
    x + height * 0.02} ${y - height * 0.85} ${x + height * 0.3} ${y - height * 0.9} ${x +
      height * 0.34} ${y - height}C${x + height * 0.46} ${
    y - height * 0.86} ${x + height * 0.16} ${y - height * 0.78} ${x + height * 0.2} ${y - height * 0.64}C${x +
      height * 0.28} ${y - height * 0.4} ${
    x} ${y - height * 0.28} ${x + height * 0.03} ${y}Z`, {fill, filter: sheet.blur(height * 0.012)});
}
