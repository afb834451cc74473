'use strict';
const path = require('node:path');

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const WINDOWS_PLACES = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];
const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432', 'LOCALAPPDATA'];

/** Path of an installed Chromium, Chrome or Edge, undefined when there is none. */
function findBrowser({ platform, env, fileExists }) {
  const candidates = platform === 'win32' ? windowsCandidates(env) : linuxCandidates(env);
  return candidates.find(fileExists);
}

/** Path of Chromium without a window, undefined when there is none: it opens nothing for a person, but tests see the same pages. */
function findTestBrowser({ platform, env, fileExists }) {
  return platform === 'linux' ? linuxCandidates(env, ['chromium-headless-shell']).find(fileExists) : undefined;
}

function linuxCandidates(env, names = LINUX_NAMES) {
  // A shortened PATH, as services have it, must not hide an installed browser.
  const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin'];
  return names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}

function windowsCandidates(env) {
  const folders = WINDOWS_FOLDERS.map((name) => env[name]).filter(Boolean);
  return WINDOWS_PLACES.flatMap((place) => folders.map((folder) => path.win32.join(folder, ...place)));
}

module.exports = { findBrowser, findTestBrowser };
