// Chance with a seed: the same picture every time.

/** A stream of numbers in [0, 1) (mulberry32) with the draws that painting needs. */
export class Chance {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  between(low, high) {
    return low + (high - low) * this.next();
  }

  whole(low, high) {
    return Math.floor(this.between(low, high + 1));
  }

  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** True with probability p. */
  happens(p) {
    return this.next() < p;
  }

  /** Roughly normal around 0, almost always within ±1. */
  bell() {
    return (this.next() + this.next() + this.next() - 1.5) / 1.5;
  }
}

const smoothstep = (t) => t * t * (3 - 2 * t);
const mix = (a, b, t) => a + (b - a) * t;

/** Smooth value noise over the plane, in [-1, 1]; one unit is the size of its features. */
export function noise_field(seed) {
  const at = (i, j) => {
    let h = Math.imul(i, 374761393) ^ Math.imul(j, 668265263) ^ Math.imul(seed, 2246822519);
    h = Math.imul(h ^ (h >>> 13), 1274126177);
    return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1;
  };
  return (x, y = 0) => {
    const i = Math.floor(x), j = Math.floor(y);
    const u = smoothstep(x - i), v = smoothstep(y - j);
    return mix(mix(at(i, j), at(i + 1, j), u), mix(at(i, j + 1), at(i + 1, j + 1), u), v);
  };
}

/** Several octaves of a noise: each twice as fine and `gain` times as strong. */
export function fractal(noise, octaves, gain = 0.5) {
  return (x, y = 0) => {
    let sum = 0, strength = 1, scale = 1, total = 0;
    for (let k = 0; k < octaves; ++k) {
      sum += strength * noise(x * scale + 17.3 * k, y * scale + 9.1 * k);
      total += strength;
      strength *= gain;
      scale *= 2;
    }
    return sum / total;
  };
}
