'use strict';
const { texts } = require('./texts.cjs');

// Error codes of npm and the system, not their wording, which changes with every version. Order matters: a full disk
// or a certificate shows up together with failed requests.
const ADVICE = [
  [/\bENOSPC\b/, texts.adviceDiskFull],
  [/\bE407\b/, texts.adviceProxy],
  [/\b(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+|CERT_\w+)\b/, texts.adviceCertificate],
  [
    /\b(EAI_AGAIN|E(NOTFOUND|CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH|HOSTUNREACH|PIPE)|ERR_SOCKET_\w+)\b/,
    texts.adviceNetwork,
  ],
  [/\bESTRICTALLOWSCRIPTS\b/, texts.adviceScripts],
  [/\bEUSAGE\b/, texts.adviceLockFile],
  [/\bE(401|403|404|TARGET)\b/, texts.adviceRegistry],
  [/\bEINTEGRITY\b/, texts.adviceDamaged],
  [/\b(EBUSY|ETXTBSY)\b/, texts.adviceBusy],
  [/\b(EACCES|EROFS)\b/, texts.adviceRights],
  // Windows says EPERM for a file in use, elsewhere it means a missing right.
  [/\bEPERM\b/, process.platform === 'win32' ? texts.adviceBusy : texts.adviceRights],
];

/** The German advice for the first known error code in the output, undefined when it holds none. */
function adviceFor(output) {
  return ADVICE.find(([pattern]) => pattern.test(output))?.[1];
}

module.exports = { adviceFor };
