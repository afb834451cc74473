/** UUIDs of version 7 (RFC 9562, 5.7): sortable by the millisecond they were made in. */

/** `random` are 16 random bytes, `nowMs` the time in milliseconds; whoever makes an id brings both. */
export function uuidv7From(random: Uint8Array, nowMs: number): string {
  const bytes = Uint8Array.from(random);
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(nowMs / 2 ** (8 * (5 - at))) % 256;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
