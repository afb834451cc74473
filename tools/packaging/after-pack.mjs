/**
 * Called by electron-builder for the unpacked folder, before fuses and signature. Removes what Electron's own folder has
 * for developers, and makes the Windows installation smaller; on Linux the AppImage is compressed as a whole.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/** Chromium's compiler for WebGPU on Direct3D 12. The window uses no WebGPU; Direct3D 11 has its own compiler. */
const WEBGPU_COMPILER = ['dxcompiler.dll', 'dxil.dll'];
const CHROMIUM_LICENCES = 'LICENSES.chromium.html';

/**
 * electron-builder takes these away itself from an Electron it has fetched, and leaves them from a folder it was given.
 * The first would run any program it is named.
 */
const LEFT_OVERS = ['resources/default_app.asar', 'version'];

function removeLeftOvers(appOutDir) {
  for (const name of LEFT_OVERS) rmSync(join(appOutDir, name), { force: true });
}

/** @param {{appOutDir: string, electronPlatformName: string}} context */
export default function afterPack({ appOutDir, electronPlatformName }) {
  removeLeftOvers(appOutDir);
  if (electronPlatformName !== 'win32') return;
  // A missing file is an error: then this Electron is another one than the one that was measured.
  for (const name of WEBGPU_COMPILER) rmSync(join(appOutDir, name));
  const licences = join(appOutDir, CHROMIUM_LICENCES);
  // The texts must go along; packed they take a tenth, and the Explorer opens the archive.
  const epoch = new Date(1980, 0, 1);
  writeFileSync(
    `${licences}.zip`,
    zipSync({ [CHROMIUM_LICENCES]: [readFileSync(licences), { level: 9, mtime: epoch }] }),
  );
  rmSync(licences);
}
