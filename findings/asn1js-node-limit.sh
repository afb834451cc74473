#!/usr/bin/env bash
# pkijs 3.4.3 over asn1js 3.1.0: a valid revocation list of 3,400 entries is "not correct", one of 3,300 is read.
#
# asn1js stops after 10,000 ASN.1 nodes unless its caller raises `maxNodes`; an entry of a revocation list takes three. Its own error says
# so ("Maximum ASN.1 node count exceeded"), but pkijs has no way to pass the limit and answers with the words it uses for broken data.
# Lists of real authorities are longer than that, and a signed PDF may carry one: whoever takes this error at its word calls an intact
# signature damaged.
# Fails when the longer list is read, or when the error tells the limit.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact pkijs@3.4.3 asn1js@3.1.0

cat >look.mjs <<'SCRIPT'
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

const day = new pkijs.Time({ value: new Date(Date.UTC(2026, 0, 1)) });
function revocationList(count) {
  const list = new pkijs.CertificateRevocationList({ version: 1, thisUpdate: day });
  list.signature = list.signatureAlgorithm = new pkijs.AlgorithmIdentifier({ algorithmId: '1.2.840.113549.1.1.11' });
  const value = new asn1js.Utf8String({ value: 'Authority' });
  list.issuer.typesAndValues.push(new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value }));
  list.revokedCertificates = Array.from({ length: count }, (_, index) => {
    const userCertificate = new asn1js.Integer({ value: index + 1 });
    return new pkijs.RevokedCertificate({ userCertificate, revocationDate: day });
  });
  list.signatureValue = new asn1js.BitString({ valueHex: new Uint8Array(256).buffer });
  return list.toSchema(true).toBER();
}
for (const count of [3300, 3400]) {
  try {
    const { revokedCertificates } = pkijs.CertificateRevocationList.fromBER(revocationList(count));
    console.log(`${count}: read, ${revokedCertificates.length} entries`);
  } catch (error) {
    console.log(`${count}: ${error.message}`);
  }
}
console.log(`asn1js itself: ${asn1js.fromBER(revocationList(3400)).result.error}`);
SCRIPT

node look.mjs | tee seen.txt
diff seen.txt - <<'EXPECTED'
3300: read, 3300 entries
3400: Error during parsing of ASN.1 data. Data is not correct for 'CertificateRevocationList'.
asn1js itself: Maximum ASN.1 node count exceeded
EXPECTED
echo 'As found: a long list is called incorrect.'
