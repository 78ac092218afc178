// SVG as strings: numbers, shapes, colours and the sheet that collects a picture.

export const round = (value) => Math.round(value * 1000) / 1000;

const attribute = ([name, value]) => ` ${name}="${typeof value === 'number' ? Math.round(value * 1000) / 1000
  : value}"`;

/** One element; children are strings or nested lists of strings. */
export function element(name, attributes = {}, ...children) {
  const head = Object.entries(attributes).filter(([, value]) => value !== undefined).map(attribute).join('');
  const inner = children.flat(Infinity).join('');
  return inner ? `<${name}${head}>${inner}</${name}>` : `<${name}${head}/>`;
}

export const group = (attributes, ...children) => element('g', attributes, ...children);
export const path = (d, attributes = {}) => element('path', {d, ...attributes});
export const circle = (cx, cy, r, attributes = {}) =>
  element('circle', {cx: round(cx), cy: round(cy), r: round(r), ...attributes});
export const ellipse = (cx, cy, rx, ry, attributes = {}) =>
  element('ellipse', {cx: round(cx), cy: round(cy), rx: round(rx), ry: round(ry), ...attributes});
export const rectangle = (x, y, width, height, attributes = {}) =>
  element('rect', {x: round(x), y: round(y), width: round(width), height: round(height), ...attributes});
export const line = (x1, y1, x2, y2, attributes = {}) =>
  path(`M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`, attributes);

/** Straight path through [x, y] points. */
export function polyline(points) {
  return points.map(([x, y], k) => `${k ? 'L' : 'M'}${round(x)} ${round(y)}`).join('');
}

export const polygon = (points) => `${polyline(points)}Z`;

/** Rounded path through the points (Catmull-Rom as Bézier curves). */
export function curve(points, closed = false) {
  const count = points.length;
  const at = (k) => (closed ? points[(k + count) % count] : points[Math.min(Math.max(k, 0), count - 1)]);
  let d = `M${round(points[0][0])} ${round(points[0][1])}`;
  for (let k = 0; k < (closed ? count : count - 1); ++k) {
    const [p0, p1, p2, p3] = [at(k - 1), at(k), at(k + 1), at(k + 2)];
    const c1 = [p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6];
    const c2 = [p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6];
    d += `C${[...c1, ...c2, ...p2].map(round).join(' ')}`;
  }
  return closed ? `${d}Z` : d;
}

/** «#rrggbb» between two of them. */
export function blend(from, to, t) {
  const parts = (colour) => [1, 3, 5].map((k) => parseInt(colour.slice(k, k + 2), 16));
  const a = parts(from), b = parts(to);
  return `#${a.map((value, k) => Math.round(value + (b[k] - value) * t).toString(16).padStart(2, '0')).join('')}`;
}

/** Stands for the address of the painted world until there is one. */
export const world_picture = 'urn:world';
/** How far a world reaches beyond the edges of the picture, for ripples that pull it in. */
const overscan = 80;

/** A picture in the making: definitions, painted elements, and names for what is defined. */
export class Sheet {
  #definitions = [];
  #elements = [];
  #named = 0;
  #world;

  constructor(width, height, seed) {
    this.width = width;
    this.height = height;
    this.seed = seed;
  }

  paint(...elements) {
    this.#elements.push(elements.flat(Infinity).join(''));
  }

  /** Adds a definition made by `make(id)`; returns the id. */
  define(make) {
    const id = `d${++this.#named}`;
    this.#definitions.push(make(id));
    return id;
  }

  #gradient(kind, place, stops) {
    const id = this.define((name) =>
      element(kind, {id: name, ...place}, stops.map(([offset, colour, opacity]) =>
        element('stop', {offset, 'stop-color': colour, 'stop-opacity': opacity}))));
    return `url(#${id})`;
  }

  /** A grade from (x1, y1) to (x2, y2) in picture units; stops are [offset, colour, opacity]. */
  grade(x1, y1, x2, y2, stops) {
    return this.#gradient('linearGradient', {gradientUnits: 'userSpaceOnUse', x1, y1, x2, y2}, stops);
  }

  /** A grade over the box of whatever is filled with it. */
  box_grade(x1, y1, x2, y2, stops) {
    return this.#gradient('linearGradient', {x1, y1, x2, y2}, stops);
  }

  glow(cx, cy, r, stops) {
    return this.#gradient('radialGradient', {gradientUnits: 'userSpaceOnUse', cx, cy, r}, stops);
  }

  box_glow(cx, cy, r, stops) {
    return this.#gradient('radialGradient', {cx, cy, r}, stops);
  }

  /** A filter over the whole picture (or `region`); `primitives` is SVG. */
  filter(primitives, region) {
    const {x = -overscan, y = -overscan, width = this.width + 2 * overscan,
      height = this.height + 2 * overscan} = region ?? {};
    const id = this.define((name) => element('filter', {
      id: name, filterUnits: 'userSpaceOnUse', x, y, width, height, 'color-interpolation-filters': 'sRGB',
    }, primitives));
    return `url(#${id})`;
  }

  blur(deviation, vertical = deviation) {
    const margin = 3 * Math.max(deviation, vertical);
    return this.filter(element('feGaussianBlur', {stdDeviation: `${deviation} ${vertical}`}),
      {x: -margin, y: -margin, width: this.width + 2 * margin, height: this.height + 2 * margin});
  }

  clip(...shapes) {
    return `url(#${this.define((name) => element('clipPath', {id: name}, shapes))})`;
  }

  mask(...shapes) {
    const id = this.define((name) => element('mask', {
      id: name, maskUnits: 'userSpaceOnUse', x: 0, y: 0, width: this.width, height: this.height,
    }, shapes));
    return `url(#${id})`;
  }

  /** Everything painted so far is the world that water may mirror. */
  end_world() {
    this.#world = this.#elements.splice(0);
    this.paint(this.world_image());
  }

  /** The painted world as an element. */
  world_image(attributes = {}) {
    return element('image', {href: world_picture, x: -overscan, y: 0, width: this.width + 2 * overscan,
      height: this.height,
      preserveAspectRatio: 'none', ...attributes});
  }

  #document(elements, x, width) {
    return element('svg', {xmlns: 'http://www.w3.org/2000/svg', width, height: this.height,
      viewBox: `${x} 0 ${width} ${this.height}`},
      element('defs', {}, this.#definitions), elements);
  }

  /** The SVG of the world, a little wider than the picture, if there is one, and that of the whole picture. */
  layers() {
    return {
      world: this.#world && this.#document(this.#world, -overscan, this.width + 2 * overscan),
      whole: this.#document(this.#elements, 0, this.width),
    };
  }
}
