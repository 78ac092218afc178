// A bay of limestone towers at dawn.
import {beams, birds, clouds, finish, halo, mist, sky, sun} from '../kit/air.mjs';
import {junk, sampan} from '../kit/boats.mjs';
import {karst, rough, scatter_towers, waterline} from '../kit/land.mjs';
import {Chance} from '../kit/random.mjs';
import {glitter, mirror, wind_lines} from '../kit/water.mjs';
import {Sheet} from '../kit/svg.mjs';

const level = 1400;
const light = {x: 2350, y: 1090};

function dawn_sky(sheet) {
  sky(sheet, [[0, '#2f5d86'], [0.28, '#6c98b4'], [0.52, '#c9c2bd'], [0.72, '#f6c79a'], [0.86, '#ffd9a0'],
    [1, '#ffe6b8']], level + 10);
  clouds(sheet, {seed: 4, across: 1500, down: 260, colour: '#fff0dc', from: 0, to: 900, cover: 0.52, opacity: 0.55});
  clouds(sheet, {seed: 21, across: 1900, down: 120, colour: '#f2a57c', from: 420, to: 1180, cover: 0.55, opacity: 0.6});
  clouds(sheet, {seed: 33, across: 1300, down: 90, colour: '#5d7f9c', from: 100, to: 800, cover: 0.4, opacity: 0.35});
  halo(sheet, light.x, light.y, 1900, '#ffc277', 0.75);
  halo(sheet, light.x, light.y, 620, '#fff0c0', 0.9);
  sun(sheet, light.x, light.y, 82, '#fff8e0');
  beams(sheet, {...light, length: 2600, from: 190, to: 350, count: 16, colour: '#ffe2ad', opacity: 0.12, seed: 8});
}

function layers(sheet) {
  const chance = new Chance(sheet.seed);
  const depth = [
    {far: 0.86, count: 17, from: -100, to: 4100, width: 300, height: 360, grain: 0},
    {far: 0.7, count: 10, from: 250, to: 3900, width: 330, height: 520, grain: 60},
    {far: 0.5, places: [[330, 430, 700], [760, 360, 420], [3300, 470, 640], [3720, 420, 860], [2890, 260, 330]],
      grain: 80},
    {far: 0.26, places: [[-40, 620, 930], [470, 360, 480], [3820, 640, 760], [1330, 300, 420], [1560, 190, 230]],
      grain: 100},
    {far: 0.02, places: [[3560, 420, 390], [4060, 620, 1090], [3240, 150, 110]], grain: 120}];
  depth.forEach(({far, places, grain, ...spread}, k) => {
    const list = places ? places.map(([x, width, height]) => ({x, width, height})) : scatter_towers(chance, spread);
    const filter = grain ? rough(sheet, {seed: 40 + k, grain, relief: grain * 0.13 * (1.2 - far), azimuth: 250,
      elevation: 55}) : undefined;
    for (const [side, light_side] of [[(x) => x < light.x, 1], [(x) => x >= light.x, -1]]) {
      const part = list.filter(({x}) => side(x));
      karst(sheet, {seed: 70 + k * 2 + light_side, base: level, places: part, colour: '#17383f',
        haze: ['#bcae9f', '#b9a99c', '#c9b3a0', '#dcbd9f', '#e8c6a2'][k], far,
        light: light_side, warm: '#ffcf8f', filter});
    }
    mist(sheet, {y: level - 30 - 18 * (4 - k), thick: 150 - 14 * k, colour: '#fbdcb6', opacity: 0.62 - 0.1 * k,
      seed: 60 + k, across: 900});
  });
}

export const bay = {
  width: 4000, height: 2250, name: 'vinh-binh-minh',
  paint() {
    const {width, height} = bay;
    const sheet = new Sheet(width, height, 12);
    const chance = new Chance(5);
    dawn_sky(sheet);
    layers(sheet);
    sheet.paint(junk(1900, level + 22, 430,
      {sail: sheet.box_grade(0, 0, 1, 0.3, [[0, '#7c2f1d'], [0.7, '#a84a28'], [1, '#d98a4e']]), hull: '#20232a',
      shade: '#2a1710', lamp: '#ffd98a'}));
    sheet.paint(junk(2790, level + 4, 190, {sail: sheet.box_grade(1, 0, 0, 0.3, [[0, '#a4604c'], [1, '#e0a06c']]),
      hull: '#4a4a4e', shade: '#5a3b30', flip: true}));
    sheet.end_world();
    mirror(sheet, {level: level + 8, seed: 90, squeeze: 0.86, tint: [
      [0, '#f4cfa2', 0.12], [0.3, '#9fb0ac', 0.22], [0.7, '#37647a', 0.5], [1, '#123a52', 0.8]]});
    waterline(sheet, level + 8, '#0c2a33', 0.25);
    wind_lines(sheet, chance, {level: level + 20, count: 80, colour: '#ffe9c9', opacity: 0.18});
    glitter(sheet, chance, {x: light.x, level: level + 12, near: 900, far: 170, count: 900, colour: '#ffe8b8',
      opacity: 0.8});
    sheet.paint(sampan(1080, 1800, 330, {hull: '#0d1d24', figure: '#0d1d24', hat: '#2a3a3c'}));
    birds(sheet, chance, {x: 1500, y: 640, spread: 420, size: 30, count: 13, colour: '#23404f'});
    halo(sheet, light.x, light.y, 1500, '#ffb765', 0.22);
    finish(sheet, {vignette: 0.42});
    return sheet;
  },
};
