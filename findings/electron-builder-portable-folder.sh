#!/usr/bin/env bash
# electron-builder 26.17.0: `portable.unpackDirName: false` is documented as "unique to each launch" and does the opposite; only `true`,
# which is not documented, does it.
#
# A portable program unpacks itself into a folder below %TEMP% whose name is fixed when it is built, empties that folder first and removes it
# at the end. Started twice – a second double click is enough – it empties the folder of the one that runs, and takes away for good what the
# running one holds not open at the moment. The way out in the documentation leaves the fixed name in place: the code asks for a text or
# for what is *falsy*.
# And a trap in `true`: the script then uses $PLUGINSDIR, which NSIS makes at the first call of a plugin. With `useZip` nothing before calls
# one where the compiler is so new that its WinVer.nsh needs none (seen with 3.08, compiled for 64 bits, under Wine): the folder is "\app" of
# the current drive, and `RMDir /r` is done on it. Without `useZip` the question for 64 bits calls a plugin in time.
# Looks at what is handed to makensis, which is replaced by a script that only notes its arguments.
# Fails when `false` makes no fixed name any more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir app nsis plugins
echo '{ "name": "probe", "version": "1.0.0", "description": "-", "author": "-", "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-dev --save-exact electron-builder@26.17.0
: >app/probe.exe
cat >nsis/makensis <<'SCRIPT'
#!/usr/bin/env bash
cat >/dev/null
for argument; do
  case $argument in
    -DUNPACK_DIR_NAME=*) echo 'one folder for every start' >>"$NOTES" ;;
    '-XOutFile '*) : >"$(sed 's/^-XOutFile "\(.*\)"$/\1/' <<<"$argument")" ;;
  esac
done
SCRIPT
chmod +x nsis/makensis

export ELECTRON_BUILDER_NSIS_DIR="$folder/nsis" ELECTRON_BUILDER_NSIS_RESOURCES_DIR="$folder" NOTES="$folder/notes.txt"
# In a file: on the command line the value would be a text.
for value in '"useZip": true' '"useZip": true, "unpackDirName": false' '"useZip": true, "unpackDirName": true'; do
  : >"$NOTES"
  echo "{ \"electronVersion\": \"40.0.0\", \"win\": { \"signAndEditExecutable\": false }, \"portable\": { $value } }" >config.json
  npx --no-install electron-builder --config config.json --win portable --x64 --publish never --prepackaged app >log.txt 2>&1 || {
    tail -n 20 log.txt
    exit 1
  }
  [ -s "$NOTES" ] || echo 'a folder for each start' >"$NOTES"
  echo "$value: $(cat "$NOTES")"
done | tee seen.txt
diff seen.txt - <<'EXPECTED'
"useZip": true: one folder for every start
"useZip": true, "unpackDirName": false: one folder for every start
"useZip": true, "unpackDirName": true: a folder for each start
EXPECTED
echo 'As found: the documented value keeps the one folder.'
