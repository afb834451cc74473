// Bootstrap: node tools/run.cjs start|test|cli|build|bench|verdicts [arguments …]
// Written in ES5 so that even an ancient Node reads this file and can say what is missing; everything newer is
// required only after the check.
'use strict';

var OLDEST_NODE_MAJOR = 20;

/** The German refusal for a Node that is too old, null for one that will do. `version` as in process.versions.node. */
function refusalFor(version) {
  if (parseInt(version, 10) >= OLDEST_NODE_MAJOR) return null;
  return (
    'Stellwerk braucht Node.js ' +
    OLDEST_NODE_MAJOR +
    ' oder neuer; gefunden wurde ' +
    version +
    '. Bitte von nodejs.org installieren.'
  );
}

if (require.main === module) {
  var refusal = refusalFor(process.versions.node);
  if (refusal) {
    console.error(refusal);
    process.exit(2);
  }
  require('./run/main.cjs').main(process.argv.slice(2));
}

module.exports = { refusalFor: refusalFor };
