import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { expect, LOCAL_ONLY, saved } from './desk.ts';
import type { LocalProgram } from './programs/local-program.ts';
import type { RunningProgram } from './programs/program.ts';
import { choose, cutOff, kept, pick, sharedOffice } from './shared-office.ts';
import { colourViolations, violations } from './axe.ts';

const test = sharedOffice('example');

/** What the program keeps about this window, as it stands in the database by now. */
function remembered(folder: string): string {
  const db = new Sqlite(join(folder, 'stellwerk.db'), { readonly: true });
  const rows = db.prepare('SELECT json FROM preference').pluck().all() as string[];
  db.close();
  return rows.join(' ');
}

/** A grey picture of this size as PNG. */
function png(width: number, height: number): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width + 1), 120);
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="50"><rect width="40" height="50" fill="#a33"/></svg>',
);

/** Every written part of an exported form sheet, tags and all. */
function docx(program: RunningProgram, reference: string): string {
  program.cli('export', reference, '--to', program.folder, '--format', 'docx');
  const parts = unzipSync(readFileSync(join(program.folder, `${reference.replace('/', '-')}.docx`)));
  return Object.keys(parts)
    .filter((name) => /^word\/(document|header|footer)\d*\.xml$/.test(name))
    .sort()
    .map((name) => strFromU8(parts[name] ?? new Uint8Array()))
    .join('\n');
}

const textOf = (xml: string): string => xml.replace(/<[^>]+>/g, '');
const undo = (page: Page) => page.getByRole('button', { name: 'Rückgängig' }).click();
const undone = (page: Page) => page.locator('[data-save="undone"]');
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function sampleOf(page: Page): Promise<() => Promise<string>> {
  const sample = page.getByRole('img', { name: /^Seite 1 von/ });
  await expect(sample).toBeVisible();
  return () => sample.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
}

test('a changed name shows in the sample, is kept on leaving the field, is taken back, and survives a power cut', async ({
  office,
}) => {
  const { page } = office;
  await office.area('Büro und Briefkopf');
  const sample = await sampleOf(page);
  const before = await sample();
  const name = field(page, 'Name der Körperschaft');
  await name.fill('Stadt Grünwörth an der Saale');
  await expect.poll(sample).not.toBe(before);
  await expect(page.locator('[data-save="idle"]')).toBeAttached();
  await page.keyboard.press('Tab');
  await expect(saved(page)).toContainText('Gespeichert');
  const title = page.getByRole('banner', { name: 'Titelleiste' });
  await expect(title).toContainText('Stadt Grünwörth an der Saale');

  await undo(page);
  await expect(undone(page)).toContainText('Zurückgenommen');
  await expect(name).toHaveValue('Stadt Auenfurt');
  await expect(title).toContainText('Stadt Auenfurt');
  await expect.poll(sample).toBe(before);

  await name.fill('Stadt Neuwörth');
  await page.keyboard.press('Tab');
  await expect(saved(page)).toBeVisible();
  await office.restart();
  await expect(office.page.getByRole('banner', { name: 'Titelleiste' })).toContainText('Stadt Neuwörth');
  await office.area('Büro und Briefkopf');
  await expect(field(office.page, 'Name der Körperschaft')).toHaveValue('Stadt Neuwörth');
});

test('an empty name is refused at the field and never kept', async ({ office }) => {
  const { page } = office;
  await office.area('Büro und Briefkopf');
  const name = field(page, 'Name der Körperschaft');
  const kept = await name.inputValue();
  await name.fill('');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-save="failed"]')).toHaveText(
    'Noch nicht gespeichert: Bitte die markierten Angaben berichtigen.',
  );
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Diese Angabe fehlt oder ist zu lang.')).toBeVisible();
  await expect(page.getByRole('banner', { name: 'Titelleiste' })).toContainText(kept);
  await office.area('Nummern');
  await office.area('Büro und Briefkopf');
  await expect(name).toHaveValue(kept);
});

test('a coat of arms comes from PNG and SVG with words for it; too large and broken pictures are refused', async ({
  office,
}) => {
  const { page, program } = office;
  await office.area('Büro und Briefkopf');
  const start = (await page.getByRole('button', { name: 'Anderes Bild' }).isVisible()) ? 'Anderes Bild' : 'Bild wählen';
  await choose(page, start, { name: 'wappen.png', mimeType: 'image/png', buffer: png(60, 80) });
  await expect(saved(page)).toBeVisible();
  const words = field(page, 'Beschreibung des Wappens für Vorleseprogramme');
  await words.fill('Wappen: ein Turm über Wellen');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('img', { name: 'Wappen: ein Turm über Wellen' })).toBeVisible();
  const picture = page.locator('.arms-picture');
  await expect(picture).toHaveAttribute('src', /^data:image\/png;base64,/);
  await expect(saved(page)).toBeVisible();
  await expect.poll(() => docx(program, 'S0044/26')).toContain('descr="Wappen: ein Turm über Wellen"');

  await choose(page, 'Anderes Bild', { name: 'wappen.svg', mimeType: 'image/svg+xml', buffer: SVG });
  await expect(picture).toHaveAttribute('src', /^data:image\/svg\+xml;base64,/);
  await expect(words).toHaveValue('Wappen: ein Turm über Wellen');

  const large = { name: 'foto.png', mimeType: 'image/png', buffer: Buffer.alloc(600 * 1024, 7) };
  await choose(page, 'Anderes Bild', large);
  await expect(page.getByRole('alert')).toHaveText(
    'Das Bild hat 600 KB; höchstens 512 KB sind möglich. Bitte verkleinern.',
  );
  await choose(page, 'Anderes Bild', { name: 'kaputt.png', mimeType: 'image/png', buffer: Buffer.from('kein Bild') });
  await expect(page.getByRole('alert')).toHaveText(
    'Dieses Bild lässt sich nicht lesen. Bitte eine PNG-, JPEG- oder SVG-Datei wählen.',
  );
  await choose(page, 'Anderes Bild', { name: 'brief.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') });
  await expect(page.getByRole('alert')).toContainText('lässt sich nicht lesen');
  await expect(picture).toHaveAttribute('src', /^data:image\/svg/);

  await page.getByRole('button', { name: 'Wappen entfernen' }).click();
  await expect(page.getByText('Kein Wappen')).toBeVisible();
  await undo(page);
  await expect(picture).toHaveAttribute('src', /^data:image\/svg/);
});

test('footer text, a label and the order of the head rows stand in the exported form sheet', async ({ office }) => {
  const { page, program } = office;
  const before = textOf(docx(program, 'S0044/26'));
  expect(before.indexOf('zum/zur')).toBeLessThan(before.indexOf('Bezeichnung'));
  await office.area('Büro und Briefkopf');
  await field(page, 'Text in der Fußzeile').fill('Öffnungszeiten: Mo–Fr 9–12 Uhr');
  await page.keyboard.press('Tab');
  await expect(saved(page)).toBeVisible();
  await office.area('Formblatt');
  const sample = await sampleOf(page);
  await field(page, 'Bezug (zum/zur)').fill('betrifft');
  await page.keyboard.press('Tab');
  await expect(saved(page)).toBeVisible();
  const labelled = await sample();
  await page.getByRole('button', { name: 'Bezeichnung nach oben' }).click();
  await expect.poll(sample).not.toBe(labelled);
  await expect(page.getByRole('list', { name: 'Kopfzeilen in dieser Reihenfolge' }).getByRole('listitem')).toHaveText([
    'Amt, Nummer und Datum',
    'Bezeichnung',
    'Bezug (zum/zur)',
    'Kontaktzeile',
  ]);
  await expect.poll(() => textOf(docx(program, 'S0044/26'))).toMatch(/Bezeichnung.*betrifft/s);
  const after = textOf(docx(program, 'S0044/26'));
  expect(after).toContain('Öffnungszeiten: Mo–Fr 9–12 Uhr');
  expect(after).not.toContain('zum/zur');
});

test(
  'two windows: the stale one says so, and leaving it overwrites nothing',
  LOCAL_ONLY,
  async ({ office, browser }) => {
    const { page } = office;
    await office.area('Büro und Briefkopf');
    await expect(field(page, 'Internet')).toBeVisible();
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 800 } });
    const other = await context.newPage();
    await other.goto(await (office.program as LocalProgram).address());
    await other.getByRole('link', { name: 'Einstellungen', exact: true }).click();
    await field(other, 'Straße und Hausnummer').fill('Brunnenweg 7');
    await other.keyboard.press('Tab');
    await expect(saved(other)).toBeVisible();

    await field(page, 'Internet').fill('www.veraltet.example');
    await page.keyboard.press('Tab');
    await expect(page.locator('[data-save="failed"]')).toContainText(/inzwischen an anderer Stelle geändert/);
    await expect(page.locator('[data-save="failed"]')).toContainText('Nichts wurde überschrieben');
    await office.area('Nummern');
    await office.area('Büro und Briefkopf');
    await expect(field(page, 'Straße und Hausnummer')).toHaveValue('Brunnenweg 7');
    await expect(field(page, 'Internet')).toHaveValue('www.veraltet.example');
    await other.reload();
    await expect(field(other, 'Straße und Hausnummer')).toHaveValue('Brunnenweg 7');

    // Both change the same field: the one that came first stays.
    await field(page, 'Ort').fill('Zuerst');
    await page.keyboard.press('Tab');
    await expect(saved(page)).toBeVisible();
    await field(other, 'Ort').fill('Zu spät');
    await other.keyboard.press('Tab');
    await expect(other.locator('[data-save="failed"]')).toBeVisible();
    await expect(field(other, 'Ort')).toHaveValue('Zuerst');
    await context.close();
  },
);

test('what is refused as stale is not lost by leaving the page at once', LOCAL_ONLY, async ({ office, browser }) => {
  const { page } = office;
  await office.area('Büro und Briefkopf');
  await expect(field(page, 'Internet')).toBeVisible();
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 800 } });
  const other = await context.newPage();
  await other.goto(await (office.program as LocalProgram).address());
  await other.getByRole('link', { name: 'Einstellungen', exact: true }).click();
  await field(other, 'Straße und Hausnummer').fill('Brunnenweg 8');
  await field(page, 'Internet').fill('www.sofort.example');
  await other.keyboard.press('Tab');
  await expect(saved(other)).toBeVisible();
  await field(page, 'Internet').press('Tab');
  await office.area('Nummern');
  await office.area('Büro und Briefkopf');
  await expect(field(page, 'Internet')).toHaveValue('www.sofort.example');
  await expect(field(page, 'Straße und Hausnummer')).toHaveValue('Brunnenweg 8');
  await context.close();
});

test('a new statement takes the hinge, and its signatory with function and prefix, from the settings', async ({
  office,
}) => {
  const { page } = office;
  await office.area('Überleitungen');
  const hinge = field(page, 'Zur Anfrage');
  await expect(hinge).toHaveText('Die Verwaltung nimmt zur Anfrage Nummer wie folgt Stellung:');
  await hinge.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Auf die ');
  await page.keyboard.press('ControlOrMeta+B');
  await page.keyboard.type('Anfrage ');
  await page.locator('.setting').filter({ has: hinge }).getByRole('button', { name: 'Platzhalter einfügen' }).click();
  await page.getByRole('menuitem', { name: 'Nummer' }).click();
  await expect(hinge).toBeFocused();
  await page.keyboard.press('ControlOrMeta+B');
  await page.keyboard.type(' antwortet das Amt:');
  await expect(hinge).toHaveText('Auf die Anfrage Nummer antwortet das Amt:');
  await expect(hinge.locator('strong')).toHaveText('Anfrage Nummer');
  await page.keyboard.press('Tab');
  await expect(saved(page)).toBeVisible();
  await field(page, 'Zu anderen Papieren').fill('Ohne Nummer geht es nicht');
  await expect(field(page, 'Zu anderen Papieren')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Hier fehlt der Platzhalter «Nummer»')).toBeVisible();

  await office.area('Unterzeichner');
  await page.getByRole('button', { name: 'Unterzeichner hinzufügen' }).click();
  const row = page.locator('.signatory-row').last();
  for (const [what, text] of [
    ['Name', 'Änne Öztürk-Voß'],
    ['Zusatz', 'i. A.'],
  ] as const) {
    await kept(page, async () => {
      await row.getByRole('combobox', { name: what }).fill(text);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
    });
  }
  await kept(page, async () => {
    await row.getByRole('textbox', { name: 'Funktion' }).fill('Leiterin des Rechtsamts');
    await page.keyboard.press('Tab');
  });

  await office.open('/register');
  await page.getByRole('link', { name: 'F0047/26' }).first().click();
  await page.getByRole('button', { name: 'Stellungnahme beginnen' }).click();
  await expect(page.getByRole('textbox', { name: 'Überleitung' })).toHaveText(
    'Auf die Anfrage F0047/26 antwortet das Amt:',
  );
  const signatory = page.getByRole('group', { name: 'Unterzeichner' });
  // Before the names have come nothing is suggested, and a list that is open closes while the page still moves.
  await expect(signatory.getByRole('button', { name: 'Vorschläge für Name' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();
  await signatory.getByRole('combobox', { name: 'Name' }).click();
  await page.keyboard.type('Änne');
  await page.getByRole('option', { name: 'Änne Öztürk-Voß' }).click();
  await expect(signatory.getByRole('textbox', { name: 'Funktion' })).toHaveValue('Leiterin des Rechtsamts');
  await expect(signatory.getByRole('combobox', { name: 'Zusatz' })).toHaveValue('i. A.');
  await expect(saved(page)).toBeVisible();
});

test('no area shows how placeholders and bold words are stored', async ({ office }) => {
  const { page } = office;
  await office.area('Überleitungen');
  const hinge = field(page, 'Zu anderen Papieren');
  await kept(page, async () => {
    await hinge.fill('Dazu nimmt die Verwaltung Stellung, siehe {reference}:');
    await page.keyboard.press('Tab');
  });
  for (const area of ['Büro und Briefkopf', 'Formblatt', 'Überleitungen', 'Briefe', 'Kopien', 'Nummern', 'Verlauf']) {
    await office.area(area);
    await expect(page.locator('.settings-area')).not.toBeEmpty();
    const shown = await page.locator('.settings-area').evaluate((place) => {
      const typed = Array.from(place.querySelectorAll<HTMLInputElement>('input, textarea')).map(({ value }) => value);
      return [(place as HTMLElement).innerText, ...typed].join('\n');
    });
    expect(shown, area).not.toMatch(/\{[\p{L}\d]+\}|\*\*/u);
  }
  // What was changed is read in the history as it stands in the field.
  await expect(page.getByText('siehe «Nummer»').first()).toBeVisible();
});

test('a wrong number pattern is refused at its field; a new class gives the next number', async ({ office }) => {
  const { page } = office;
  await office.area('Nummern');
  const pattern = page.getByRole('textbox', { name: 'Muster, Zeile 1' });
  await pattern.fill('S-2026');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Das Muster braucht die Nummer und das Jahr.')).toBeVisible();
  await expect(page.locator('[data-save="failed"]')).toContainText('Noch nicht gespeichert');
  await page.getByRole('textbox', { name: 'Klasse, Zeile 1' }).fill('st9');
  await expect(page.getByText('Ein bis vier Großbuchstaben.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Klasse, Zeile 1' }).fill('stn');
  await expect(page.getByRole('textbox', { name: 'Klasse, Zeile 1' })).toHaveValue('STN');
  // Whoever knows the stored form may type it: it becomes a name at once.
  await pattern.fill('STN{000}/{YYYY}');
  await expect(pattern).toHaveText('STNNummer, 3-stellig/Jahr, 4-stellig');
  await page.keyboard.press('Tab');
  await expect(saved(page)).toBeVisible();
  const year = new Date().getFullYear();
  await expect(page.getByRole('cell', { name: `STN021/${year}` })).toBeVisible();

  await office.open('/register');
  await page.getByRole('link', { name: 'A0012/26/1' }).first().click();
  await page.getByRole('button', { name: 'Stellungnahme beginnen' }).click();
  await page.getByRole('button', { name: 'Nummer vergeben' }).click();
  await expect(page.getByText(`STN001/${year}`).first()).toBeVisible();

  await office.area('Verlauf');
  const latest = page.locator('.history-entry').first();
  await expect(latest).toContainText('Nummernmuster 1, Klasse: S → STN');
  await latest.getByRole('button', { name: 'Zurücknehmen' }).click();
  await expect(latest).toContainText('STN → S');
});

test('the search finds a field, an area, a person and a unit, and goes there', async ({ office }) => {
  const { page } = office;
  await office.area('Darstellung');
  const search = page.getByRole('searchbox', { name: 'Einstellungen durchsuchen' });
  const hit = (name: RegExp) =>
    page.getByRole('navigation', { name: 'Einstellungen' }).getByRole('button', { name }).click();

  await search.fill('fusszeile');
  await hit(/^Text in der Fußzeile/);
  await expect(field(page, 'Text in der Fußzeile')).toBeFocused();
  await search.fill('rand links');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Rand links in mm')).toBeFocused();
  await search.fill('feiert');
  await page.keyboard.press('Enter');
  await expect(page.locator('.page-head')).toContainText('Feiertage');
  await search.fill('Beim Start');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Beim Start zeigen$/ })).toBeFocused();
  await search.fill('Kottmaier');
  await hit(/^Friedhelm Kottmaier/);
  await expect(field(page, 'Nachname')).toHaveValue('Kottmaier');
  await expect(field(page, 'Vorname')).toBeFocused();
  await expect(page.getByRole('option', { name: 'Friedhelm Kottmaier' })).toHaveAttribute('aria-selected', 'true');
  await search.fill('FB 66');
  await hit(/^Fachbereich Verkehr und Tiefbau/);
  await expect(field(page, 'Name')).toHaveValue('Fachbereich Verkehr und Tiefbau');
  await expect(field(page, 'Name')).toBeFocused();
  // Looked for again after something else was chosen there.
  await page.getByRole('option', { name: 'Fachbereich Stadtplanung' }).click();
  await expect(field(page, 'Name')).toHaveValue('Fachbereich Stadtplanung');
  await search.fill('FB 66');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Name')).toBeFocused();
  await expect(field(page, 'Name')).toHaveValue('Fachbereich Verkehr und Tiefbau');
  await search.fill('xyzzy');
  await expect(page.getByText('Dazu gibt es keine Einstellung. Andere Wörter versuchen.')).toBeVisible();
  await search.fill('');
});

test('the Land decides the holidays', async ({ office }) => {
  const { page } = office;
  await office.area('Feiertage');
  await pick(page, /Land$/, 'Bayern');
  await pick(page, /Jahr$/, '2026');
  const list = page.getByRole('table', { name: 'Feiertage 2026' });
  await expect(list.getByRole('row').filter({ hasText: 'Fronleichnam' })).toContainText('04.06.2026');
  await expect(list).not.toContainText('Buß');
  await expect(saved(page)).toBeVisible();
  await pick(page, /Land$/, 'Sachsen');
  await expect(list.getByRole('row').filter({ hasText: 'Buß' })).toContainText('18.11.2026');
  await undo(page);
  await expect(page.getByRole('button', { name: /Land$/ })).toContainText('Bayern');
});

test('dark colours and the page used last are there again after a restart', async ({ office }) => {
  await office.area('Darstellung');
  await pick(office.page, /Farben$/, 'dunkel');
  await expect(office.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await pick(office.page, /Beim Start zeigen$/, 'die zuletzt benutzte Seite');
  await office.area('Gremien und Fraktionen');
  await expect(office.page.getByRole('option', { name: 'Stadtrat' })).toBeVisible();
  await expect.poll(() => remembered(office.program.folder)).toContain('gremien');
  await office.restart();
  await expect(office.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(office.page.locator('.page-head')).toContainText('Gremien und Fraktionen');
  await office.area('Darstellung');
  await pick(office.page, /Farben$/, 'wie das System');
  await pick(office.page, /Beim Start zeigen$/, 'das Register');
  await expect(office.page.locator('html')).not.toHaveAttribute('data-theme');
});

const AREAS = [
  'Büro und Briefkopf',
  'Formblatt',
  'Überleitungen',
  'Unterzeichner',
  'Nummern',
  'Ämter',
  'Gremien und Fraktionen',
  'Personen',
  'Feiertage',
  'Darstellung',
  'Sicherung und Prüfung',
  'Übertragen',
  'Verlauf',
];

test('axe finds nothing in any area, light or dark', { tag: '@slow' }, async ({ office, shell }) => {
  test.skip(shell !== 'local', 'about the page alone');
  const { page } = office;
  const found: string[] = [];
  for (const area of AREAS) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await office.area(area);
    await expect(page.locator('.settings-form, .directory-detail').first()).toBeVisible();
    // The frame around them is the same for all.
    const within = area === AREAS[0] ? 'html' : '.page';
    found.push(...(await violations(page, within)).map((what) => `${area}: ${what}`));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await colourViolations(page, within)).map((what) => `${area}, dark: ${what}`));
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  expect(found).toEqual([]);
});

test('no area is cut off sideways at 640 × 400 and 1280 × 800', async ({ office, shell }) => {
  test.skip(shell !== 'local', 'about the page alone');
  const { page } = office;
  const found: string[] = [];
  for (const size of [
    { width: 1280, height: 800 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size);
    for (const area of AREAS) {
      await office.area(area);
      await expect(page.locator('.settings-form, .directory-detail').first()).toBeVisible();
      found.push(...(await cutOff(page)).map((what) => `${area} at ${size.width}: ${what}`));
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(found).toEqual([]);
});
