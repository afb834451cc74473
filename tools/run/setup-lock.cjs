'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: pause } = require('node:timers/promises');
const { HEARTBEAT_MS, lockIsStale, ownerIsAtWork, readOwner, writeOwner, writeStep } = require('./lock-owner.cjs');
const { say, texts } = require('./texts.cjs');

const POLL_MS = 250;

let heldLock;

/** Runs `step` while no other setup of this folder runs; resolves to its result. */
async function withSetupLock(root, step) {
  const lockFolder = path.join(root, '.cache', 'setup.lock');
  await acquire(lockFolder);
  heldLock = lockFolder;
  const heartbeat = setInterval(() => touch(lockFolder), HEARTBEAT_MS);
  try {
    return await step();
  } finally {
    clearInterval(heartbeat);
    heldLock = undefined;
    release(lockFolder);
  }
}

/** Names the child that does the present step in the lock we hold. `pid` is undefined when it did not start. */
function recordStep(pid) {
  if (!heldLock || !pid) return;
  try {
    writeStep(heldLock, pid);
  } catch {
    // The step itself will meet the full disk or the missing right and report it.
  }
}

async function acquire(lockFolder) {
  fs.mkdirSync(path.dirname(lockFolder), { recursive: true });
  let announced = false;
  let lastTouch;
  let silentMs = 0;
  while (!create(lockFolder)) {
    const touched = fs.statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs;
    silentMs = touched === lastTouch ? silentMs + POLL_MS : 0;
    lastTouch = touched;
    const owner = readOwner(lockFolder);
    const state = { owner, self: process.pid, ownerIsAtWork: ownerIsAtWork(lockFolder), silentMs };
    if (lockIsStale(state) && takeOver(lockFolder, owner)) return;
    if (!announced) say(texts.waitingForSetup(lockFolder));
    announced = true;
    await pause(POLL_MS);
  }
}

/** False when the lock is held. */
function create(lockFolder) {
  try {
    fs.mkdirSync(lockFolder);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeOwner(lockFolder);
  } catch (error) {
    fs.rmSync(lockFolder, { recursive: true, force: true });
    throw error;
  }
  return true;
}

/**
 * Makes a stale lock ours; false when somebody else was faster. Two processes may find the same lock stale: only the
 * one that creates the marker may go on, and only if the lock still names the owner that was found gone.
 */
function takeOver(lockFolder, staleOwner) {
  const marker = path.join(lockFolder, 'takeover');
  try {
    fs.writeFileSync(marker, String(process.pid), { flag: 'wx' });
  } catch {
    return false;
  }
  const stillStale = readOwner(lockFolder) === staleOwner;
  if (stillStale) writeOwner(lockFolder);
  fs.rmSync(marker, { force: true });
  return stillStale;
}

function touch(lockFolder) {
  try {
    fs.utimesSync(lockFolder, new Date(), new Date());
  } catch {
    // One missed heartbeat does no harm, and somebody may have followed the advice to delete the folder.
  }
}

function release(lockFolder) {
  if (readOwner(lockFolder) !== process.pid) return;
  try {
    fs.rmSync(lockFolder, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // What cannot be removed now is taken over from a dead process later.
  }
}

module.exports = { recordStep, withSetupLock };
