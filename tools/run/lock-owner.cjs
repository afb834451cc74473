'use strict';
const fs = require('node:fs');
const path = require('node:path');

/** The holder touches its lock this often, and is given up after this much silence. */
const HEARTBEAT_MS = 5_000;
const SILENCE_LIMIT_MS = 120_000;

/**
 * Whether the holder of a lock is gone. Silence counts because a process id may belong to somebody else by now, after
 * a restart or in a new container. `silentMs` is time watched by the waiting process itself, never a difference of
 * clock readings: after standby those would condemn a holder that slept just as long.
 */
function lockIsStale({ owner, self, ownerIsAtWork, silentMs }) {
  if (silentMs >= SILENCE_LIMIT_MS) return true;
  if (owner === undefined) return false;
  return owner === self || !ownerIsAtWork;
}

/** Process id in the lock, undefined while it is being written or removed. */
function readOwner(lockFolder) {
  return readPid(path.join(lockFolder, 'pid'));
}

function writeOwner(lockFolder) {
  fs.writeFileSync(path.join(lockFolder, 'pid'), String(process.pid));
}

/** The child that does the owner's present step. It may outlive an owner that was killed. */
function writeStep(lockFolder, pid) {
  fs.writeFileSync(path.join(lockFolder, 'step'), String(pid));
}

/** Whether the owner of the lock, or what it left running, is still at work. */
function ownerIsAtWork(lockFolder) {
  return [readOwner(lockFolder), readPid(path.join(lockFolder, 'step'))].some(processIsAlive);
}

function readPid(file) {
  try {
    const pid = Number.parseInt(fs.readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function processIsAlive(pid) {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { HEARTBEAT_MS, lockIsStale, ownerIsAtWork, readOwner, SILENCE_LIMIT_MS, writeOwner, writeStep };
