// Every German sentence of the bootstrap, except the refusal of an old Node, which must stand in the ES5 file.
'use strict';

const texts = {
  installingNode24: 'Node 24 wird eingerichtet …',
  installingPackages: 'Pakete werden eingerichtet (etwa eine Minute) …',
  building: 'Programm wird gebaut …',
  installingBrowser: 'Der Browser Chromium wird eingerichtet (etwa eine Minute) …',
  providingElectron: 'Das Electron für Prüfungen wird bereitgestellt (beim ersten Mal etwa eine Minute) …',
  electronMissing: (reason) => `Das Electron für Prüfungen ließ sich nicht bereitstellen (${reason}).`,
  interrupting: 'Die Einrichtung wird abgebrochen …',
  waitingForSetup: (folder) =>
    `Es wird gewartet, bis eine andere Einrichtung fertig ist (läuft keine mehr, bitte den Ordner „${folder}“ löschen) …`,

  unknownCommand: (name, known) =>
    `${name === undefined ? 'Der Befehl fehlt' : `Den Befehl „${name}“ gibt es nicht`}. Möglich sind: ${known.join(', ')}.`,
  node24Unavailable: (platform, arch) =>
    `Für ${platform}/${arch} liegt kein Node 24 bei; bitte Node.js 24 von nodejs.org installieren.`,
  node24Failed: 'Node 24 ließ sich nicht einrichten.',
  node24DoesNotStart:
    'Das eingerichtete Node 24 lässt sich auf diesem Rechner nicht starten; bitte Node.js 24 von nodejs.org installieren.',
  npmMissing: 'npm wurde nicht gefunden; bitte Node.js samt npm von nodejs.org installieren.',
  packagesFailed: 'Die Pakete ließen sich nicht einrichten.',
  buildFailed: 'Das Programm ließ sich nicht bauen.',
  buildIncomplete: (file) => `Nach dem Bauen fehlt „${file}“.`,
  startFailed: (program) => `„${program}“ ließ sich nicht starten.`,
  setupFailed: 'Die Einrichtung ist gescheitert.',
  browserFailed: (reason) => `Der Browser Chromium ließ sich nicht einrichten (${reason}).`,
  browserNeedsRoot: 'das geht selbsttätig nur auf Debian mit Verwalterrechten',

  endedBySignal: (signal) => `Der Schritt wurde vom System beendet (${signal}).`,
  lastLines: 'Die letzten Zeilen der Ausgabe:',
  adviceDiskFull: 'Der Datenträger ist voll: bitte Platz schaffen und noch einmal starten.',
  adviceProxy: 'Der Proxy verlangt eine Anmeldung: bitte „npm config set proxy“ und „https-proxy“ prüfen.',
  adviceCertificate:
    'Dem Zertifikat der Paketquelle wird nicht vertraut: bitte das Stammzertifikat des Hauses über NODE_EXTRA_CA_CERTS angeben.',
  adviceNetwork:
    'Die Paketquelle ist nicht erreichbar: bitte Netzwerk und Proxy prüfen („npm config get proxy“, „npm config get registry“) und noch einmal starten.',
  adviceRegistry:
    'Die Paketquelle gibt ein Paket nicht heraus: bitte „npm config get registry“ und die Anmeldung prüfen.',
  adviceRights: 'Es fehlt ein Schreibrecht: bitte prüfen, wem der Projektordner und sein „node_modules“ gehören.',
  adviceBusy:
    'Eine Datei ist in Benutzung: bitte laufende Stellwerk-Fenster und Editoren schließen und noch einmal starten.',
  adviceDamaged:
    'Ein geladenes Paket ist beschädigt: bitte „npm cache clean --force“ ausführen und noch einmal starten.',
  adviceScripts:
    'Ein Paket bringt ein ungeprüftes Installationsskript mit: bitte „allowScripts“ in package.json ergänzen.',
  adviceLockFile:
    'package.json und package-lock.json passen nicht zusammen: bitte einmal „npm install“ ausführen und das Ergebnis einchecken.',
  adviceNode24: 'Bitte Netzwerk, Proxy und freien Platz auf dem Datenträger prüfen und noch einmal starten.',
  adviceSource: 'Bitte die genannte Stelle berichtigen und noch einmal starten.',
  adviceUnknown: 'Bitte die Ursache beheben und noch einmal starten; angefangene Schritte werden dann wiederholt.',

  browserTestsSkipped: 'Ohne Browser werden die Browserprüfungen übersprungen.',
  testSummary: (vitest, playwright) =>
    `Prüfungen mit Vitest ${vitest}; Prüfungen im Browser (Playwright) ${playwright}.`,
  checks: {
    types: 'Typen',
    lint: 'Regeln für den Code',
    directions: 'Richtungen zwischen den Räumen',
    formatting: 'Formatierung',
    tests: 'Prüfungen zu den Änderungen',
  },
  checked: (name, isGood, seconds) => `${name}: ${isGood ? 'in Ordnung' : 'NICHT in Ordnung'} (${seconds} s)`,
  passed: 'bestanden',
  failed: 'NICHT bestanden',
  interrupted: 'abgebrochen',
  skippedNarrowed: 'übersprungen, weil nur ausgewählte Prüfungen verlangt waren',
  skippedNoBrowser: 'übersprungen, weil kein Browser da ist',
};

/** Progress and results of the bootstrap go to stderr: stdout belongs to the program that is started. */
function say(sentence) {
  process.stderr.write(`Stellwerk: ${sentence}\n`);
}

module.exports = { say, texts };
