/** Screenshots in few bytes: at most 256 colours with a palette. A window has more only in the shades of its letters, where nobody sees it. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

function* chunksOf(png) {
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(guess - value));
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Pixels of a PNG as Chromium writes them: 8 bits, RGB or RGBA, not interlaced. */
function readPixels(png) {
  const chunks = [...chunksOf(png)];
  const header = chunks[0].data;
  const [width, height, colourType] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]];
  const channels = { 2: 3, 6: 4 }[colourType];
  if (header[8] !== 8 || !channels || header[12] !== 0) throw new Error('not a PNG as Chromium writes it');
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const stride = width * channels;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : rows[y * stride + x - channels];
      const above = y === 0 ? 0 : rows[(y - 1) * stride + x];
      const corner = x < channels || y === 0 ? 0 : rows[(y - 1) * stride + x - channels];
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      rows[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess;
    }
  }
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const from = at * channels;
    pixels[at] = (rows[from] << 16) | (rows[from + 1] << 8) | rows[from + 2];
  }
  return { width, height, pixels };
}

const channelsOf = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
const distance = (a, b) => a.reduce((sum, value, index) => sum + (value - b[index]) ** 2, 0);

/** The most frequent colours stay as they are; every other one becomes its nearest neighbour among them. */
function reduceColours(pixels) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  // The last quarter is chosen to lie far from what is there already, so that no rare hue is lost.
  const palette = byCount.slice(0, (MOST_COLOURS * 3) / 4);
  const rest = byCount.slice(palette.length).map((colour) => ({ colour, parts: channelsOf(colour), far: Infinity }));
  const bringNearer = (colour) => {
    const parts = channelsOf(colour);
    for (const entry of rest) entry.far = Math.min(entry.far, distance(entry.parts, parts));
  };
  for (const colour of palette) bringNearer(colour);
  while (palette.length < MOST_COLOURS && rest.length > 0) {
    const farthest = rest.reduce((best, entry) => (entry.far > best.far ? entry : best));
    if (farthest.far === 0) break;
    palette.push(farthest.colour);
    bringNearer(farthest.colour);
  }
  const partsOfPalette = palette.map(channelsOf);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  for (const { colour, parts } of rest) {
    if (indexOf.has(colour)) continue;
    let best = 0;
    for (let at = 1; at < palette.length; at += 1) {
      if (distance(parts, partsOfPalette[at]) < distance(parts, partsOfPalette[best])) best = at;
    }
    indexOf.set(colour, best);
  }
  return { palette, indexes: Buffer.from(Array.from(pixels, (colour) => indexOf.get(colour))) };
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** @param {Buffer} png a screenshot @returns {Buffer} the same picture with a palette */
export function smallPng(png) {
  const { width, height, pixels } = readPixels(png);
  const { palette, indexes } = reduceColours(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) indexes.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
