#!/usr/bin/env bash
# npm 11.19.1: `npm sbom` names the program after the folder it happens to lie in, not after its package.json.
#
# The package URL beside it has the right name, so the bill of materials contradicts itself, and the same commit gives another one in
# another checkout. Few would look: name and version are what others find a program by.
# Fails when the bill has the name of package.json.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/checkout-7"
cd "$folder/checkout-7"
echo '{ "name": "probe", "version": "1.0.0" }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact ms@2.1.3
npx --yes npm@11.19.1 sbom --sbom-format cyclonedx >bill.json
node -p 'const { name, purl } = require("./bill.json").metadata.component; `${name} ${purl}`' | tee seen.txt
diff seen.txt - <<'EXPECTED'
checkout-7 pkg:npm/probe@1.0.0
EXPECTED
echo 'As found: the program is called like its folder.'
