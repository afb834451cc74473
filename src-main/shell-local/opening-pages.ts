/**
 * How a window gets its token: the command line of a browser can be read by every user of the machine, so it names a page that only
 * the owner can read, and that page leads on to the address with the token.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from './private-files.ts';

const NAME = /^oeffnen-[0-9a-f]{16}\.html/;

/** `address` is made of digits and letters of base64url; nothing in it could end the script. */
const pageTo = (address: string): string =>
  `<!doctype html><html lang="de"><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Stellwerk</title>` +
  `<script>location.replace(${JSON.stringify(address)})</script></html>\n`;

/** Path of the new page. */
export function writeOpeningPage(folder: string, address: string): string {
  const path = join(folder, `oeffnen-${randomBytes(8).toString('hex')}.html`);
  writePrivateFile(path, pageTo(address));
  return path;
}

export function removeOpeningPages(folder: string): void {
  for (const name of readdirSync(folder)) if (NAME.test(name)) rmSync(join(folder, name), { force: true });
}
