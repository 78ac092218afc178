// Small figures without faces: a pose is a set of joints, height 1, feet at y = 0, looking right.
import {circle, ellipse, group, path, polyline, round} from './svg.mjs';

const poses = {
  stand: {head: [0.01, -0.92], neck: [0, -0.82], hip: [0, -0.48],
    arms: [[[-0.02, -0.66], [-0.01, -0.5]], [[0.04, -0.66], [0.06, -0.5]]],
    legs: [[[-0.02, -0.25], [-0.03, 0]], [[0.03, -0.25], [0.04, 0]]]},
  walk: {head: [0.04, -0.92], neck: [0.02, -0.82], hip: [0, -0.48],
    arms: [[[-0.07, -0.66], [-0.1, -0.52]], [[0.09, -0.66], [0.14, -0.54]]],
    legs: [[[-0.05, -0.25], [-0.17, -0.01]], [[0.09, -0.27], [0.13, 0]]]},
  carry: {head: [0.04, -0.91], neck: [0.02, -0.81], hip: [0, -0.47],
    arms: [[[0.08, -0.7], [0.14, -0.79]], [[-0.06, -0.66], [-0.1, -0.76]]],
    legs: [[[-0.05, -0.25], [-0.15, -0.01]], [[0.09, -0.26], [0.12, 0]]]},
  bend: {head: [0.34, -0.62], neck: [0.26, -0.66], hip: [-0.04, -0.52],
    arms: [[[0.28, -0.46], [0.36, -0.26]], [[0.24, -0.44], [0.3, -0.22]]],
    legs: [[[0.03, -0.27], [-0.04, 0]], [[0.1, -0.28], [0.1, 0]]]},
  kneel: {head: [0.16, -0.68], neck: [0.12, -0.58], hip: [-0.04, -0.28],
    arms: [[[0.2, -0.42], [0.32, -0.28]], [[0.18, -0.38], [0.3, -0.2]]],
    legs: [[[0.16, -0.24], [0.14, 0]], [[0, -0.03], [-0.2, -0.02]]]},
  dig: {head: [0.16, -0.86], neck: [0.11, -0.77], hip: [-0.04, -0.46],
    arms: [[[0.17, -0.6], [0.25, -0.52]], [[0.08, -0.56], [0.18, -0.68]]],
    legs: [[[0.08, -0.26], [0.1, 0]], [[-0.08, -0.24], [-0.16, 0]]]},
  pour: {head: [0.1, -0.86], neck: [0.08, -0.77], hip: [-0.02, -0.46],
    arms: [[[0.14, -0.6], [0.26, -0.54]], [[0.1, -0.56], [0.22, -0.5]]],
    legs: [[[0.02, -0.24], [-0.02, 0]], [[0.06, -0.25], [0.1, 0]]]},
  sit: {head: [0.02, -0.74], neck: [0.01, -0.63], hip: [0, -0.3],
    arms: [[[0.06, -0.48], [0.16, -0.38]], [[0.05, -0.46], [0.18, -0.36]]],
    legs: [[[0.22, -0.28], [0.22, 0]], [[0.2, -0.27], [0.19, 0]]]},
  read: {head: [0.05, -0.73], neck: [0.02, -0.63], hip: [0, -0.3],
    arms: [[[0.07, -0.46], [0.2, -0.47]], [[0.05, -0.45], [0.19, -0.44]]],
    legs: [[[0.22, -0.28], [0.22, 0]], [[0.2, -0.27], [0.19, 0]]]},
  greet: {head: [0.01, -0.92], neck: [0, -0.82], hip: [0, -0.48],
    arms: [[[0.08, -0.68], [0.2, -0.62]], [[-0.05, -0.66], [-0.04, -0.5]]],
    legs: [[[-0.02, -0.25], [-0.03, 0]], [[0.03, -0.25], [0.04, 0]]]},
  wave: {head: [0.01, -0.92], neck: [0, -0.82], hip: [0, -0.48],
    arms: [[[0.1, -0.84], [0.15, -1.0]], [[-0.05, -0.66], [-0.04, -0.5]]],
    legs: [[[-0.03, -0.25], [-0.05, 0]], [[0.04, -0.25], [0.06, 0]]]},
};

/** A limb through three joints that gets thinner from `start` to `end`. */
function taper([a, b, c], start, end, fill) {
  const middle = (start * 2 + end * 3) / 5;
  const part = ([x1, y1], w1, [x2, y2], w2) => {
    const long = Math.hypot(x2 - x1, y2 - y1) || 1, px = (y2 - y1) / long / 2, py = (x1 - x2) / long / 2;
    return [path(`M${round(x1 + px * w1)} ${round(y1 + py * w1)}L${round(x2 + px * w2)} ${round(y2 + py * w2)}L${
      round(x2 - px * w2)} ${round(y2 - py * w2)}L${round(x1 - px * w1)} ${round(y1 - py * w1)}Z`),
    circle(x1, y1, w1 / 2), circle(x2, y2, w2 / 2)];
  };
  return group({fill}, part(a, start, b, middle), part(b, middle, c, end));
}

const limb = (points, stroke, width) => path(polyline(points), {
  fill: 'none', stroke, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round'});

function hat(kind, [x, y], look) {
  if (kind === 'cone') {
    return path(`M${x - 0.135} ${y - 0.035}Q${x} ${y - 0.005} ${x + 0.135} ${y - 0.035}L${x + 0.005} ${y - 0.15}Z`,
      {fill: look.hat});
  }
  if (kind === 'cap') {
    return path(`M${x - 0.065} ${y - 0.02}a.066 .07 0 0 1 .13 0l.05 .012l-.18 .004Z`, {fill: look.hat});
  }
  const long = kind === 'long' ? `L${x - 0.075} ${y + 0.12}L${x - 0.015} ${y + 0.1}` : '';
  return path(`M${x + 0.062} ${y - 0.03}A.068 .07 0 0 0 ${x - 0.066} ${y + 0.02}${long}L${x - 0.03} ${y +
    0.03}Q${x - 0.005} ${y - 0.03} ${x + 0.062} ${y - 0.03}Z`,
    {fill: look.hair});
}

/** The long dress with slits over wide trousers. */
function dress([hx, hy], [nx, ny], fill) {
  return path(`M${nx - 0.07} ${ny + 0.02}Q${hx - 0.05} ${hy - 0.1} ${hx - 0.085} ${hy}L${hx - 0.12} -.08L${hx +
    0.11} -.07L${
    hx + 0.085} ${hy}Q${hx + 0.05} ${hy - 0.1} ${nx + 0.07} ${ny + 0.02}Z`, {fill});
}

/** The trunk between neck and hip, widest at the shoulders. */
function torso([nx, ny], [hx, hy], slim, fill) {
  const long = Math.hypot(hx - nx, hy - ny), dx = (hx - nx) / long, dy = (hy - ny) / long;
  const at = (t, side) => `${nx + (hx - nx) * t + dy * side * slim} ${ny + (hy - ny) * t - dx * side * slim}`;
  return path(`M${at(-0.04, 0.03)}Q${at(-0.01, 0.08)} ${at(0.14, 0.088)}Q${at(0.6, 0.066)} ${at(1.1,
    0.082)}L${at(1.1, -0.082)}Q${
    at(0.6, -0.06)} ${at(0.14, -0.088)}Q${at(-0.01, -0.08)} ${at(-0.04, -0.03)}Z`, {fill});
}

/**
 * A figure `height` tall with its feet at (x, foot). `look` names fills: skin, shirt, trousers, hair, hat; for a
 * silhouette give all of them one colour. `wear` is cone, cap, long or short; `gown` puts a long dress on.
 */
export function figure(x, foot, height, pose, look, {wear = 'short', gown, flip = false, slim = 1} = {}) {
  const {head, neck, hip, arms, legs} = poses[pose];
  const shoulder = [neck[0], neck[1] + 0.045];
  const arm = ([elbow, hand]) => [taper([shoulder, elbow, hand], 0.068 * slim, 0.038 * slim, look.shirt),
    circle(hand[0], hand[1], 0.022, {fill: look.skin})];
  const leg = ([knee, ankle]) => [taper([hip, knee, ankle], 0.098 * slim, 0.05 * slim, look.trousers),
    ellipse(ankle[0] + 0.02, ankle[1] - 0.008, 0.045, 0.022, {fill: look.shoes ?? look.trousers})];
  return group({transform: `translate(${x} ${foot}) scale(${flip ? -height : height} ${height})`},
    arm(arms[1]), leg(legs[1]), leg(legs[0]),
    torso(neck, hip, slim, look.shirt),
    gown ? dress(hip, neck, gown) : [],
    limb([neck, head], look.skin, 0.062), ellipse(head[0], head[1] + 0.016, 0.062, 0.07, {fill: look.skin}),
    arm(arms[0]), hat(wear, [head[0], head[1] + 0.014], look));
}

/** All of a figure in one colour. */
export const shadow = (colour, rim = colour) => ({skin: colour, shirt: colour, trousers: colour, hair: colour,
  hat: rim, shoes: colour});

/** A silhouette with a rim of light towards (dx, dy). */
export function backlit(x, foot, height, pose, colour, rim, [dx, dy], options) {
  const step = height * 0.008;
  return group({}, figure(x + dx * step, foot + dy * step, height, pose, shadow(rim), options),
    figure(x, foot, height, pose, shadow(colour), options));
}

/** The shoulder pole with two baskets of a carrying figure. */
export function shoulder_pole(x, foot, height, pole, basket) {
  const hang = (bx) => [limb([[bx, -0.78], [bx - 0.07, -0.34]], pole, 0.008),
    limb([[bx, -0.78], [bx + 0.07, -0.34]], pole, 0.008),
    path(`M${bx - 0.1} -.34L${bx + 0.1} -.34Q${bx + 0.09} -.2 ${bx} -.2Q${bx - 0.09} -.2 ${bx - 0.1} -.34Z`,
      {fill: basket})];
  return group({transform: `translate(${x} ${foot}) scale(${height})`}, hang(-0.42), hang(0.46),
    path('M-.46-.76Q.02-.86.5-.76', {fill: 'none', stroke: pole, 'stroke-width': 0.022, 'stroke-linecap': 'round'}));
}
