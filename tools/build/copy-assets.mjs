/** Gathers what the program reads at run time into dist/assets: fonts, typesetting engine, templates, example office. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const FONTS = {
  'Arimo-Regular.ttf': '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  'Arimo-Bold.ttf': '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
  'Arimo-Italic.ttf': '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
  'Arimo-BoldItalic.ttf': '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf',
  'NotoSansSymbols2-Regular.ttf': '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
};
const FONT_LICENCES = {
  'Arimo-LICENSE.txt': '@expo-google-fonts/arimo/LICENSE_FONT',
  'NotoSansSymbols2-LICENSE.txt': '@expo-google-fonts/noto-sans-symbols-2/LICENSE_FONT',
};
const DICTIONARY = {
  'de.aff': 'dictionary-de/index.aff',
  'de.dic': 'dictionary-de/index.dic',
  'LICENSE.txt': 'dictionary-de/license',
};
const ENGINE = '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm';

/** What comes from packages, for the list of their licences. */
export const copiedPackageFiles = [...Object.values(FONTS), ...Object.values(DICTIONARY), ENGINE].map(
  (file) => `node_modules/${file}`,
);

/** @param {string} root the project folder @param {string} target usually `dist/assets` */
export function copyAssets(root, target) {
  const modules = join(root, 'node_modules');
  mkdirSync(join(target, 'fonts'), { recursive: true });
  for (const [name, source] of Object.entries({ ...FONTS, ...FONT_LICENCES })) {
    cpSync(join(modules, source), join(target, 'fonts', name));
  }
  mkdirSync(join(target, 'spelling'), { recursive: true });
  for (const [name, source] of Object.entries(DICTIONARY))
    cpSync(join(modules, source), join(target, 'spelling', name));
  cpSync(join(root, 'assets', 'spelling'), join(target, 'spelling'), { recursive: true });
  mkdirSync(join(target, 'typst'), { recursive: true });
  // Both: the package leaves the one that takes more room out, else it is sooner read than unpacked.
  const engine = readFileSync(join(modules, ENGINE));
  writeFileSync(join(target, 'typst', 'typst_ts_web_compiler_bg.wasm'), engine);
  writeFileSync(join(target, 'typst', 'typst_ts_web_compiler_bg.wasm.gz'), gzipSync(engine));
  cpSync(join(root, 'assets', 'templates'), join(target, 'templates'), { recursive: true });
  cpSync(join(root, 'assets', 'example'), join(target, 'example'), { recursive: true });
}
