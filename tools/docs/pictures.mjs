/* global document -- this runs in the page */
/**
 * Makes the pictures of README and handbook from the running window: example office, 1280 × 800, light, German. Times, the user and folders of
 * this machine are replaced by fixed words, so that the same program makes the same pictures. Needs a finished build and a browser.
 *
 * node tools/docs/pictures.mjs [name …] makes only the named ones.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { chromium } from 'playwright';
import { makeSame } from './same-words.mjs';
import { smallPng } from './small-png.mjs';

const root = join(import.meta.dirname, '..', '..');
const target = join(root, 'docs', 'pictures');
const work = mkdtempSync(join(tmpdir(), 'stellwerk-bilder-'));
const wanted = process.argv.slice(2);

const NOW = '2026-11-02T09:41:00';
const LIST = [
  'Name;Kurz;Telefon;Bemerkung',
  'Ausschuss für Umwelt und Energie;UWE;55-2100;tagt dienstags',
  'Ausschuss für Kultur;K;55-2200;',
  'Verwaltungsausschuss;VW;55-2300;nur nichtöffentlich',
].join('\r\n');

function cli(data, ...args) {
  const run = spawnSync(process.execPath, [join(root, 'dist', 'cli.mjs'), ...args, '--data', data], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stderr}`);
}

/** Starts the program and gives its one-time address. */
async function start(data) {
  const program = spawn(process.execPath, [join(root, 'dist', 'local.mjs'), '--data', data, '--no-window']);
  let said = '';
  const address = await new Promise((resolve, reject) => {
    program.stdout.on('data', (text) => {
      said += text;
      const found = /http:\/\/127\.0\.0\.1:\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    program.once('exit', () => reject(new Error(`the program ended: ${said}`)));
  });
  return { address, stop: () => program.kill() };
}

async function openWindow(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(NOW));
  await page.goto(address);
  return page;
}

async function keep(page, name, { clip } = {}) {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  await page.mouse.move(640, 3);
  await page.evaluate(() => document.activeElement?.blur());
  await makeSame(page, NOW);
  const bytes = smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide', ...(clip && { clip }) }));
  writeFileSync(join(target, `${name}.png`), bytes);
  process.stdout.write(`${name}: ${Math.round(bytes.length / 1024)} KB\n`);
}

const area = async (page, name) => {
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForLoadState('networkidle');
};

async function firstPages(browser) {
  const data = join(work, 'neu');
  mkdirSync(data);
  const program = await start(data);
  try {
    const page = await openWindow(browser, program.address);
    const name = page.getByRole('textbox', { name: 'Name der Körperschaft' });
    await name.fill('Stadt Musterhausen');
    await keep(page, 'erste-seite');
    await page.getByRole('button', { name: 'Büro einrichten' }).click();
    await page.getByRole('textbox', { name: 'Straße und Hausnummer' }).fill('Rathausplatz 1');
    await page.getByRole('textbox', { name: 'PLZ' }).fill('39999');
    await page.getByRole('textbox', { name: 'Ort', exact: true }).fill('Musterhausen');
    await page.getByRole('img', { name: /^Seite 1/ }).waitFor();
    await page.waitForLoadState('networkidle');
    await keep(page, 'einrichtung');
  } finally {
    program.stop();
  }
}

/** Files for the attachments, made by the program itself. */
function addAttachments(data) {
  cli(data, 'export', 'S0027/26', '--to', work, '--format', 'pdf');
  const plan = join(work, 'S0027-26.pdf');
  const costs = join(work, 'kosten.csv');
  writeFileSync(costs, 'Abschnitt;Euro\r\nMühlenstraße;48000\r\n');
  cli(data, 'attach', 'S0021/26', plan, '--name', 'Lageplan der Mühlenstraße');
  cli(data, 'attach', 'S0021/26', costs, '--name', 'Kosten je Abschnitt');
  cli(data, 'attach', 'S0021/26', costs, '--name', 'Vermerk zum Grunderwerb', '--non-public');
}

async function statementPages(page) {
  await page.getByRole('link', { name: 'S0021/26' }).first().click();
  await page.getByRole('img', { name: /^Seite 2 von/ }).waitFor();
  await page.getByRole('button', { name: /^Beratungsfolge/ }).click();
  await page.locator('[data-save="saved"]').waitFor();
  await keep(page, 'stellungnahme');
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  await page.getByRole('menu').waitFor();
  await keep(page, 'ausgeben', { clip: { x: 640, y: 40, width: 640, height: 300 } });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Beratungsfolge/ }).click();
  await page.getByRole('button', { name: /^Anlagen/ }).click();
  await page.getByText('bleibt im Haus').first().waitFor();
  await keep(page, 'anlagen', { clip: { x: 312, y: 88, width: 562, height: 480 } });
  await letterPages(page);
  await issuePages(page);
}

async function letterPages(page) {
  await page.getByRole('button', { name: 'Brief', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Anschreiben an die Fraktion' }).click();
  // The letter is of today; the picture is of the same day every time.
  await page.getByRole('button', { name: /^Informationsblock/ }).click();
  await page.getByRole('textbox', { name: 'Datum', exact: true }).fill('02.11.2026');
  await page.getByRole('button', { name: /^Informationsblock/ }).click();
  await page.getByText('Entwurf gesichert').waitFor();
  await page.getByRole('img', { name: /^Seite 1 von/ }).waitFor();
  await page.waitForLoadState('networkidle');
  await keep(page, 'brief');
  await page.getByRole('link', { name: 'S0021/26' }).click();
}

async function issuePages(page) {
  await page.getByRole('button', { name: 'Ausfertigen' }).click();
  await page.getByRole('heading', { name: 'Prüfung', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  await keep(page, 'ausfertigen');
}

/** Signed with a test key, so that the verdict has somebody to name. */
function issueSigned(data, reference) {
  const passphrase = join(work, 'kennwort.txt');
  const key = join(work, 'schluessel.p12');
  writeFileSync(passphrase, 'probe-kennwort');
  cli(data, 'test-key', '--name', 'Erika Muster', '--passphrase-file', passphrase, '--to', key);
  cli(data, 'release', reference, '--accept', 'Geprüft.');
  cli(data, 'issue', reference, '--sign', key, '--passphrase-file', passphrase);
}

async function dispatchPages(page, data) {
  await page.getByRole('link', { name: 'Versand', exact: true }).click();
  await page.getByRole('link', { name: 'S0021/26' }).first().click();
  await page.getByRole('img', { name: /^Seite 1 von/ }).waitFor();
  await page.waitForLoadState('networkidle');
  await keep(page, 'versand');
  cli(data, 'dispatch', 'S0021/26', '--channel', 'folder', '--to', work);
  await page.getByRole('link', { name: 'Prüfen', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Datei wählen' }).click();
  const original = readdirSync(work).find((name) => name.startsWith('S0021-26-Original'));
  if (original === undefined) throw new Error('no original was dispatched');
  await (await chooser).setFiles(join(work, original));
  await page.getByText('Byte für Byte wie im Register').waitFor();
  await keep(page, 'pruefen', { clip: { x: 48, y: 40, width: 1232, height: 560 } });
}

async function meetingPages(page, data) {
  issueSigned(data, 'S0021/26');
  await page.getByRole('link', { name: 'Sitzungen', exact: true }).click();
  await page.getByRole('link', { name: /^Do, 25\.06\.2026/ }).click();
  const number = (reference) => page.getByRole('textbox', { name: `TOP von ${reference}` });
  await number('S0021/26').fill('7.1');
  await number('S0027/26').fill('7.2');
  await number('S0021/26').focus();
  await page.getByText('enthalten', { exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  await keep(page, 'sitzungen');
}

/** What a colleague sends back: two changes with their author, written as Word writes them. */
async function reviewPage(page, data) {
  cli(data, 'edit-copy', 'S0044/26', '--to', work);
  const parts = unzipSync(readFileSync(join(work, 'S0044-26-zum-Bearbeiten.docx')));
  const part = 'word/document.xml';
  const by = 'w:author="Karin Albers" w:date="2026-11-02T08:15:00Z"';
  const run = (name, text) => `<w:r><w:${name} xml:space="preserve">${text}</w:${name}></w:r>`;
  const change = (xml, old, young) =>
    xml.replace(/<w:r><w:t[^>]*>([^<]*)<\/w:t><\/w:r>/g, (whole, text) => {
      const [before, ...after] = text.split(old);
      if (after.length === 0) return whole;
      const gone = `<w:del w:id="1" ${by}>${run('delText', old)}</w:del>`;
      return `${run('t', before)}${gone}<w:ins w:id="2" ${by}>${run('t', young)}</w:ins>${run('t', after.join(old))}`;
    });
  const xml = change(strFromU8(parts[part]), 'bis 19 Uhr. Zum', 'bis 20 Uhr. Zum');
  const path = join(work, 'S0044-26-Albers.docx');
  writeFileSync(path, zipSync({ ...parts, [part]: strToU8(change(xml, 'abzulehnen', 'nicht zu folgen')) }));
  cli(data, 'comments', 'S0044/26', '--add', 'Zahl mit der Kämmerei abstimmen.', '--at', '46.000 Euro');
  await page.getByRole('link', { name: 'Register', exact: true }).click();
  await page.getByRole('link', { name: 'S0044/26' }).first().click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Bearbeitete Datei einlesen' }).click();
  await (await chooser).setFiles(path);
  await page.getByText('2 offen von 2').waitFor();
  await keep(page, 'vorschlaege');
}

async function pointPages(page) {
  await page.getByRole('link', { name: 'Register', exact: true }).click();
  await page.getByRole('link', { name: 'S0027/26' }).first().click();
  await page.getByText('nichts offen').waitFor();
  await page.getByRole('img', { name: /^Seite 1 von/ }).waitFor();
  await page.getByText('Wie viele Bäume wurden').first().hover();
  await page.locator('.shown-answer').first().waitFor();
  await keep(page, 'fragen');
}

async function settingPages(page) {
  await page.getByRole('link', { name: 'Einstellungen', exact: true }).click();
  await area(page, 'Formblatt');
  await page.getByRole('img', { name: /^Seite 1/ }).waitFor();
  await keep(page, 'einstellungen');
  await area(page, 'Gremien und Fraktionen');
  await page.getByRole('textbox', { name: 'Kurzbezeichnung' }).waitFor();
  await keep(page, 'gremien');
  await page.getByRole('button', { name: 'Liste übernehmen' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Datei wählen' }).click();
  await (await chooser).setFiles({ name: 'gremien.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await page.getByRole('button', { name: /\d übernehmen$/ }).waitFor();
  await keep(page, 'liste');
  await page.getByRole('button', { name: 'Schließen' }).click();
  await area(page, 'Sicherung und Prüfung');
  await page.getByRole('button', { name: 'Jetzt sichern' }).click();
  await page.getByText('Gesichert und geprüft').waitFor();
  await page.getByRole('button', { name: 'Jetzt prüfen' }).click();
  await page.getByText('Alles in Ordnung').waitFor();
  await keep(page, 'sicherung');
}

async function examplePages(browser) {
  const data = join(work, 'beispiel');
  cli(data, 'init', '--example');
  addAttachments(data);
  const program = await start(data);
  try {
    const page = await openWindow(browser, program.address);
    await page.getByRole('table', { name: 'Papiere' }).waitFor();
    await keep(page, 'register');
    await page
      .getByRole('row')
      .filter({ hasText: '02.03.2026' })
      .getByRole('link', { name: 'A0012/26' })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Wortlaut' }).waitFor();
    await page.waitForLoadState('networkidle');
    await keep(page, 'eingang');
    await page.getByRole('link', { name: 'Register' }).click();
    await statementPages(page);
    await pointPages(page);
    await settingPages(page);
    await meetingPages(page, data);
    await dispatchPages(page, data);
    await reviewPage(page, data);
  } finally {
    program.stop();
  }
}

const browser = await chromium.launch({
  executablePath: process.env['STELLWERK_BROWSER'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  env: { ...process.env, LANGUAGE: 'de' },
});
try {
  await firstPages(browser);
  await examplePages(browser);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
