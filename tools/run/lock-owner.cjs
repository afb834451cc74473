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
function lockIsStale({ owner, self, ownerIsAlive, silentMs }) {
  if (silentMs >= SILENCE_LIMIT_MS) return true;
  if (owner === undefined) return false;
  return owner === self || !ownerIsAlive;
}

/** Process id in the lock, undefined while it is being written or removed. */
function readOwner(lockFolder) {
  try {
    const owner = Number.parseInt(fs.readFileSync(ownerFile(lockFolder), 'utf8'), 10);
    return Number.isNaN(owner) ? undefined : owner;
  } catch {
    return undefined;
  }
}

function writeOwner(lockFolder) {
  fs.writeFileSync(ownerFile(lockFolder), String(process.pid));
}

function processIsAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function ownerFile(lockFolder) {
  return path.join(lockFolder, 'pid');
}

module.exports = { HEARTBEAT_MS, lockIsStale, processIsAlive, readOwner, SILENCE_LIMIT_MS, writeOwner };
