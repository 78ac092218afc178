// Paints the demo photos: node paint.mjs [--out FOLDER] [--scale FACTOR] [NAME...]
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {world_picture} from './kit/svg.mjs';
import {scenes} from './scenes/index.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const quality = 85;

/**
 * The page that paints in two steps: the world above the water into a picture, then the whole, in which that picture
 * stands upright and mirrored. It leaves the result in its body as a PNG in a data URL. A canvas is used because
 * Chromium draws what it shows in tiles, and drops filtered layers that reach over many of them.
 */
function easel(sheet, scale) {
  const {world, whole} = sheet.layers();
  return `<!doctype html><meta charset="utf-8"><body><script>
    const picture = (svg) => new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(image.width * ${scale});
        canvas.height = Math.round(image.height * ${scale});
        canvas.getContext('2d', {willReadFrequently: true}).drawImage(image, 0, 0, canvas.width, canvas.height);
        resolve(canvas.toDataURL('image/png'));
      };
      image.onerror = reject;
      image.src = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}));
    });
    (async () => {
      const world = ${world ? `await picture(${JSON.stringify(world)})` : "''"};
      document.body.textContent = await picture(${JSON.stringify(whole)}.replaceAll('${world_picture}', world));
    })();
  </script></body>`;
}

/** Lets a headless Chromium paint the sheet; returns the path of a PNG in `folder`. */
function rasterise(sheet, scale, folder) {
  const page = join(folder, 'page.html'), png = join(folder, 'page.png');
  writeFileSync(page, easel(sheet, scale));
  const dom = execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--force-color-profile=srgb',
    '--virtual-time-budget=600000', '--dump-dom', `file://${page}`],
  {stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 30, encoding: 'latin1'});
  const encoded = dom.match(/data:image\/png;base64,([A-Za-z0-9+\/=]+)/);
  if (!encoded) {
    throw new Error('Chromium painted nothing');
  }
  writeFileSync(png, Buffer.from(encoded[1], 'base64'));
  return png;
}

/** Encodes as JPEG; a scene that lies sideways is stored turned, with the EXIF orientation that sets it upright. */
function develop(png, jpeg, sideways) {
  const turn = sideways ? ['-rotate', '-90'] : [];
  execFileSync('convert', [png, ...turn, '-strip', '-sampling-factor', '4:2:0', '-interlace', 'none',
    '-quality', String(quality), jpeg]);
  if (sideways) {
    execFileSync('exiftool', ['-q', '-n', '-overwrite_original', '-Orientation=6', jpeg]);
  }
}

function main() {
  const {values, positionals} = parseArgs({allowPositionals: true, options: {
    out: {type: 'string', default: join(here, '..', 'photos')}, scale: {type: 'string', default: '1'}}});
  const unknown = positionals.filter((name) => !scenes.some((scene) => scene.name === name));
  if (unknown.length) {
    console.error(`no such scene: ${unknown.join(', ')}; there are ${scenes.map(({name}) => name).join(', ')}`);
    process.exit(2);
  }
  mkdirSync(values.out, {recursive: true});
  const folder = mkdtempSync(join(tmpdir(), 'paint-'));
  for (const scene of scenes.filter(({name}) => !positionals.length || positionals.includes(name))) {
    develop(rasterise(scene.paint(), Number(values.scale), folder), join(values.out, `${scene.name}.jpg`),
      scene.sideways);
    console.log(scene.name);
  }
  rmSync(folder, {recursive: true});
}

main();
