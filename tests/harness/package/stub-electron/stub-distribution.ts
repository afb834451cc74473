/**
 * A folder that electron-builder takes for an unpacked Electron, for machines without the real one. It proves our
 * configuration, not Electron: its program only ends with exit code 1. Never publish what is built from it.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { projectRoot } from '../../../support/test-host.ts';
import { fuseWire } from './fuse-wire.ts';
import { linuxProgram } from './linux-program.ts';
import { versionResource } from './version-resource.ts';
import { windowsProgram } from './windows-program.ts';

export type StubPlatform = 'linux' | 'win32';

const NOTICE = 'Stub of Electron for packaging tests. Not a product.\n';
const RESOURCE_MANIFEST = 24;
const RESOURCE_VERSION = 16;
const US_ENGLISH = 0x409;

/** Names of both platforms as of Electron 44; contents are of no matter to electron-builder. */
const SHARED_FILES = [
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'icudtl.dat',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'vk_swiftshader_icd.json',
];
const PLATFORM_FILES: Readonly<Record<StubPlatform, readonly string[]>> = {
  linux: ['chrome-sandbox', 'chrome_crashpad_handler', 'libffmpeg.so', 'libvk_swiftshader.so', 'libvulkan.so.1'],
  win32: ['d3dcompiler_47.dll', 'dxcompiler.dll', 'dxil.dll', 'ffmpeg.dll', 'vk_swiftshader.dll', 'vulkan-1.dll'],
};
const LANGUAGES = ['af', 'de', 'en-GB', 'en-US', 'fr', 'pl', 'tr', 'zh-CN'];

const MANIFEST = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
<trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>
<requestedExecutionLevel level="asInvoker" uiAccess="false"/>
</requestedPrivileges></security></trustInfo></assembly>`;

function program(platform: StubPlatform, version: string): Buffer {
  const payload = Buffer.concat([Buffer.from(NOTICE), fuseWire(), Buffer.alloc(16)]);
  if (platform === 'linux') return linuxProgram(payload);
  const strings = {
    CompanyName: 'GitHub, Inc.',
    FileDescription: 'Electron',
    FileVersion: version,
    InternalName: 'electron.exe',
    LegalCopyright: 'Copyright (C) GitHub, Inc.',
    OriginalFilename: 'electron.exe',
    ProductName: 'Electron',
    ProductVersion: version,
  };
  return windowsProgram(payload, [
    { type: RESOURCE_VERSION, language: US_ENGLISH, bytes: versionResource(US_ENGLISH, strings) },
    { type: RESOURCE_MANIFEST, language: US_ENGLISH, bytes: Buffer.from(MANIFEST) },
  ]);
}

/** The version that package.json asks for; electron-builder compares nothing, but writes it into its log. */
function electronVersion(): string {
  const text = readFileSync(join(projectRoot, 'node_modules', 'electron', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

export async function writeStubDistribution(folder: string, platform: StubPlatform): Promise<void> {
  const version = electronVersion();
  for (const part of ['locales', 'resources']) mkdirSync(join(folder, part), { recursive: true });
  for (const name of [...SHARED_FILES, ...PLATFORM_FILES[platform]]) writeFileSync(join(folder, name), NOTICE);
  for (const language of LANGUAGES) writeFileSync(join(folder, 'locales', `${language}.pak`), NOTICE);
  writeFileSync(join(folder, 'version'), version);
  const file = join(folder, platform === 'win32' ? 'electron.exe' : 'electron');
  writeFileSync(file, program(platform, version));
  chmodSync(file, 0o755);
  const defaultApp = mkdtempSync(join(tmpdir(), 'stellwerk-default-app-'));
  writeFileSync(join(defaultApp, 'package.json'), '{"name":"electron-stub","main":"main.js"}');
  writeFileSync(join(defaultApp, 'main.js'), '');
  await createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'));
  rmSync(defaultApp, { recursive: true });
}
