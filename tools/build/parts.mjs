/** node tools/build/parts.mjs FOLDER: what runs beside the program and what it reads, made from the sources. For tests. */
import { join } from 'node:path';
import { besides, buildEntries, buildTypesetter } from './bundle.mjs';
import { copyAssets } from './copy-assets.mjs';

const [folder] = process.argv.slice(2);
copyAssets(join(import.meta.dirname, '..', '..'), join(folder, 'assets'));
await Promise.all([buildEntries(folder, besides), buildTypesetter(folder)]);
