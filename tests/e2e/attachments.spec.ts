import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { extractText } from '../../src-main/adapters/attachment/extract-text.ts';
import { pdfOf, pdfOfPages, stream } from '../adapters/attachment/sample-files.ts';
import { expect, LOCAL_ONLY, openSection, openStatement, REAL_SHELL, test } from './desk.ts';
import type { RunningProgram } from './programs/program.ts';
import { violationsInBothColours } from './axe.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVQIW2P8z8Dwn4GBgYGJAQoAHxcCAr7pD9gAAAAASUVORK5CYII=',
  'base64',
);

// The recorder fetches pictures again from inside of the page, which the content policy refuses: its complaint, not the program's.
test.use({ trace: 'off' });

/** A scanned page: a picture in JBIG2 that decodes to noise, which is ink enough. */
function scan(): Uint8Array {
  const word = (value: number): string => value.toString(16).padStart(8, '0');
  const segment = (number: number, kind: string, data: string): string =>
    `${word(number)}${kind}0001${word(data.length / 2)}${data}`;
  const size = word(64).repeat(2);
  const noise = Array.from({ length: 400 }, (_, index) => ((index * 167 + 13) % 251).toString(16).padStart(2, '0'));
  const region = `${size}${word(0).repeat(2)}000003fffdff02fefefe${noise.join('')}ffac`;
  const data = segment(0, '30', `${size}${word(0).repeat(2)}000000`) + segment(1, '26', region);
  const picture = '/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 1';
  return pdfOf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> >> >>',
      stream('200 0 0 200 0 0 cm /Im Do'),
      stream(Buffer.from(data, 'hex').toString('latin1'), `${picture} /Filter /JBIG2Decode`),
    ],
  });
}

/** Dark pixels of a page. */
const inkOf = (page: Locator): Promise<number> =>
  page.evaluate((canvas: HTMLCanvasElement) => {
    const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    return Array.from(data).filter((value, index) => index % 4 === 0 && value < 100).length;
  });

const section = (page: Page): Locator => page.locator('.attachments');
const rows = (page: Page): Locator => page.getByRole('table', { name: 'Anlagen' }).locator('tbody tr');
const viewer = (page: Page, name: string): Locator => page.getByRole('region', { name });

/** A file of the person, beside the data folder. */
function fileIn(program: RunningProgram, name: string, content: string | Uint8Array): string {
  const path = join(program.folder, '..', name);
  writeFileSync(path, content);
  return path;
}

async function add(page: Page, ...paths: string[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Anlage hinzufügen' }).click();
  await (await choosing).setFiles(paths);
}

/** What the core holds, in order, read anew: "Anlage 1 – Lageplan". */
async function stored(page: Page): Promise<string[]> {
  await page.reload();
  await openSection(page, 'Anlagen');
  await expect(rows(page).first()).toBeVisible();
  const all = await rows(page).all();
  return Promise.all(
    all.map(
      async (row) => `${await row.getByRole('rowheader').innerText()} – ${await row.getByRole('textbox').inputValue()}`,
    ),
  );
}

async function openAttachments(page: Page): Promise<void> {
  await openStatement(page, 'S0044/26');
  await openSection(page, 'Anlagen');
}

/** A real drag of files from outside of the browser. */
async function dropOn(page: Page, target: Locator, ...files: string[]): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to drop on');
  const wire = await page.context().newCDPSession(page);
  const place = { x: box.x + 40, y: box.y + box.height / 2 };
  const data = { items: [], files, dragOperationsMask: 1 };
  await wire.send('Input.dispatchDragEvent', { type: 'dragEnter', ...place, data });
  await wire.send('Input.dispatchDragEvent', { type: 'dragOver', ...place, data });
  await expect(page.getByText('Zum Hinzufügen hier ablegen')).toBeVisible();
  await wire.send('Input.dispatchDragEvent', { type: 'drop', ...place, data });
}

async function paste(target: Locator, name: string, text?: string): Promise<void> {
  await target.evaluate(
    (element, [fileName, plain]) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File(['eingefügt'], fileName ?? '', { type: 'text/plain' }));
      if (plain !== undefined) clipboardData.setData('text/plain', plain);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [name, text],
  );
}

test(
  'files come by button, by drop on the folded section and by paste',
  REAL_SHELL,
  async ({ desk: { page, complaints }, program }) => {
    await openStatement(page, 'S0044/26');
    await expect(section(page)).toContainText('Keine Anlagen');
    await dropOn(page, section(page), fileIn(program, 'Lageplan_Markt.png', PNG), fileIn(program, 'Kosten.csv', 'a;b'));
    await expect(page.getByText('2 Anlagen hinzugefügt.')).toBeVisible();
    await expect(rows(page)).toHaveCount(2);
    await add(page, fileIn(program, 'Gutachten.pdf', pdfOfPages([['Gutachten']])));
    await expect(rows(page)).toHaveCount(3);
    await paste(page.getByRole('button', { name: 'Anlage hinzufügen' }), 'Vermerk.txt');
    await expect(rows(page)).toHaveCount(4);
    await expect(rows(page).first()).toContainText('PNG-Bild');
    expect(await stored(page)).toEqual([
      'Anlage 1 – Lageplan Markt',
      'Anlage 2 – Kosten',
      'Anlage 3 – Gutachten',
      'Anlage 4 – Vermerk',
    ]);
    // Words copied together with a picture of themselves stay words where one writes.
    await paste(page.getByRole('textbox', { name: 'Name der Anlage in Zeile 1' }), 'Bild.png', 'Wörter');
    await page.getByRole('button', { name: 'Anlagen', exact: true }).click();
    await expect(section(page)).toContainText('4 Anlagen · ');
    expect(complaints).toEqual([]);
  },
);

test(
  'a file let go beside the section does not take the place of the program',
  REAL_SHELL,
  async ({ desk: { page }, program }) => {
    await openAttachments(page);
    const address = page.url();
    await dropOn(page, page.getByRole('region', { name: 'Vorschau' }), fileIn(program, 'daneben.txt', 'daneben'));
    // Nobody tells the end of it: the place goes when the browser speaks of no drag any more.
    await expect(page.getByText('Zum Hinzufügen hier ablegen')).toBeHidden();
    await expect(page.getByText('Hierher gehören Pläne')).toBeVisible();
    expect(page.url()).toBe(address);
  },
);

test('names and order are changed with the keyboard, and the focus stays', async ({ desk: { page }, program }) => {
  await openAttachments(page);
  await add(page, fileIn(program, 'eins.txt', '1'), fileIn(program, 'zwei.txt', '2'), fileIn(program, 'drei.txt', '3'));
  await expect(rows(page)).toHaveCount(3);
  const name = page.getByRole('textbox', { name: 'Name der Anlage in Zeile 1' });
  await name.fill('Lageplan Marktplatz');
  await name.press('Tab');
  await expect(page.getByRole('button', { name: '„Lageplan Marktplatz“ nach unten' })).toBeVisible();
  await page.getByRole('button', { name: '„Lageplan Marktplatz“ nach unten' }).focus();
  await page.keyboard.press('Enter');
  await expect(rows(page).nth(1).getByRole('textbox')).toHaveValue('Lageplan Marktplatz');
  await expect(page.getByRole('button', { name: '„Lageplan Marktplatz“ nach unten' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(page).nth(2).getByRole('textbox')).toHaveValue('Lageplan Marktplatz');
  // At the end there is no way down.
  await expect(page.getByRole('button', { name: '„Lageplan Marktplatz“ nach oben' })).toBeFocused();
  expect(await stored(page)).toEqual(['Anlage 1 – zwei', 'Anlage 2 – drei', 'Anlage 3 – Lageplan Marktplatz']);
  const last = page.getByRole('textbox', { name: 'Name der Anlage in Zeile 3' });
  await last.fill('');
  await last.press('Enter');
  await expect(page.getByRole('alert')).toContainText('„Lageplan Marktplatz“ bleibt stehen');
  await expect(last).toHaveValue('Lageplan Marktplatz');
});

test('Strg+Z in a name is about the name, not about the statement', async ({ desk: { page }, program }) => {
  await openAttachments(page);
  await add(page, fileIn(program, 'Plan.txt', '1'));
  await page.getByRole('textbox', { name: 'Antwort der Verwaltung' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Bleibt');
  const name = page.getByRole('textbox', { name: 'Name der Anlage in Zeile 1' });
  await name.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' B');
  await page.keyboard.press('Control+Z');
  await expect(name).not.toHaveValue('Plan B');
  await expect(page.getByRole('textbox', { name: 'Antwort der Verwaltung' })).toContainText('Bleibt');
});

test('a non-public attachment stays in the house with a public paper', async ({ desk: { page }, program }) => {
  await openAttachments(page);
  const last = page.getByRole('img', { name: /^Seite \d von/ }).last();
  await last.scrollIntoViewIfNeeded();
  const picture = (): Promise<string> => last.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const without = await picture();
  await add(page, fileIn(program, 'Vergabevermerk.txt', 'geheim'));
  await expect(rows(page).first().getByRole('rowheader')).toHaveText('Anlage 1');
  await expect.poll(picture).not.toBe(without);
  await page.getByRole('button', { name: /Öffentlichkeit von „Vergabevermerk“/ }).click();
  await page.getByRole('option', { name: 'nichtöffentlich' }).click();
  await expect(rows(page).first().getByRole('rowheader')).toHaveText('bleibt im Haus');
  await expect(page.getByText(/^Nichtöffentliche und noch nicht entschiedene Anlagen bleiben im Haus/)).toBeVisible();
  await expect.poll(picture).toBe(without);

  await add(page, fileIn(program, 'Lageplan.png', PNG));
  await expect(rows(page).nth(1).getByRole('rowheader')).toHaveText('Anlage 1');
  const deliver = async (entry: string, files: number): Promise<void> => {
    await page.getByRole('button', { name: 'Ausgeben' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await expect.poll(async () => (await program.delivered()).length).toBe(files);
  };
  await deliver('Formblatt mit Anlagen', 2);
  await deliver('Formblatt als DOCX', 3);
  const files = await program.delivered();
  expect(files.map(({ name }) => name).sort()).toEqual([
    'S0044-26 Anlage 1 – Lageplan.png',
    'S0044-26.docx',
    'S0044-26.pdf',
  ]);
  const bytesOf = (wanted: string): Buffer => files.find(({ name }) => name === wanted)?.bytes ?? Buffer.alloc(0);
  const pdf = await extractText('S0044-26.pdf', bytesOf('S0044-26.pdf'));
  const words = JSON.stringify(pdf);
  expect(words).toContain('Lageplan');
  expect(words).not.toContain('Vergabevermerk');
  const parts = Object.values(unzipSync(bytesOf('S0044-26.docx'))).map((part) => strFromU8(part, true));
  expect(parts.some((part) => part.includes('Lageplan'))).toBe(true);
  expect(parts.some((part) => part.includes('Vergabevermerk'))).toBe(false);
});

test('a PDF is shown page by page, with zoom, and Esc leads back', async ({ desk: { page, complaints }, program }) => {
  await openAttachments(page);
  const pages = Array.from({ length: 12 }, (_, index) => [`Blatt ${index + 1}`, 'Gutachten zum Markt']);
  await add(page, fileIn(program, 'Gutachten.pdf', pdfOfPages(pages)));
  const open = page.getByRole('button', { name: '„Gutachten“ ansehen' });
  await open.click();
  const view = viewer(page, 'Anlage 1 – Gutachten');
  const first = view.getByRole('img', { name: 'Anlage, Seite 1 von 12' });
  await expect(first).toHaveAttribute('data-drawn', 'true');
  // Ink on the paper: the font came along although the file has none.
  expect(await inkOf(first)).toBeGreaterThan(50);
  await expect(view.getByText('Blatt 1 Gutachten zum Markt')).toBeAttached();
  await expect(view.getByText('Seite 1 von 12', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Vorschau' })).toBeHidden();
  await expect(view.getByRole('img', { name: 'Anlage, Seite 12 von 12' })).not.toHaveAttribute('data-drawn');
  await page.keyboard.press('End');
  await expect(view.getByText('Seite 12 von 12', { exact: true })).toBeVisible();
  await expect(view.getByRole('img', { name: 'Anlage, Seite 12 von 12' })).toHaveAttribute('data-drawn', 'true');
  await expect(first).not.toHaveAttribute('data-drawn');
  const width = async (): Promise<number> => (await first.boundingBox())?.width ?? 0;
  const before = await width();
  await view.getByRole('button', { name: 'Anlage vergrößern' }).click();
  await expect.poll(width).toBeGreaterThan(before * 1.2);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Vorschau' })).toBeVisible();
  await expect(open).toBeFocused();
  expect(complaints).toEqual([]);
});

test('a scan is shown: the decoder comes from the program', async ({ desk: { page, complaints }, program }) => {
  await openAttachments(page);
  await add(page, fileIn(program, 'Scan.pdf', scan()));
  await page.getByRole('button', { name: '„Scan“ ansehen' }).click();
  const first = viewer(page, 'Anlage 1 – Scan').getByRole('img', { name: 'Anlage, Seite 1 von 1' });
  await expect(first).toHaveAttribute('data-drawn', 'true');
  expect(await inkOf(first)).toBeGreaterThan(5000);
  await expect(viewer(page, 'Anlage 1 – Scan').getByText('kein Text hinterlegt')).toBeAttached();
  expect(complaints).toEqual([]);
});

test('pictures and texts are shown, other kinds say where they open', async ({
  desk: { page, complaints },
  program,
}) => {
  await openAttachments(page);
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="red"/></svg>';
  await add(
    page,
    fileIn(program, 'Foto.png', PNG),
    fileIn(program, 'Skizze.svg', drawing),
    fileIn(program, 'alt.txt', Buffer.from('Größe', 'latin1')),
    fileIn(program, 'Daten.bin', Buffer.from([0, 1, 2, 3])),
    fileIn(program, 'defekt.png', PNG.subarray(0, 20)),
  );
  for (const [name, row] of [
    ['Foto', 1],
    ['Skizze', 2],
  ] as const) {
    await page.getByRole('button', { name: `„${name}“ ansehen` }).click();
    const picture = viewer(page, `Anlage ${row} – ${name}`).getByRole('img', { name });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
      .toBeTruthy();
  }
  await page.getByRole('button', { name: '„alt“ ansehen' }).click();
  await expect(viewer(page, 'Anlage 3 – alt')).toContainText('Größe');
  await page.getByRole('button', { name: '„Daten“ ansehen' }).click();
  await expect(viewer(page, 'Anlage 4 – Daten')).toContainText('Für diese Art gibt es keine Vorschau.');
  await page.getByRole('button', { name: '„defekt“ ansehen' }).click();
  await expect(viewer(page, 'Anlage 5 – defekt')).toContainText('Dieses Bild lässt sich hier nicht anzeigen');
  await viewer(page, 'Anlage 5 – defekt').getByRole('button', { name: 'Speichern unter' }).click();
  await expect.poll(async () => (await program.delivered()).map(({ name }) => name)).toEqual(['defekt.png']);
  expect(complaints).toEqual([]);
});

test('a damaged and a locked PDF say so', async ({ desk: { page, complaints }, program }) => {
  await openAttachments(page);
  const key = `<${'00'.repeat(32)}>`;
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${key} /U ${key} >> /ID [${key} ${key}]`;
  await add(
    page,
    fileIn(program, 'kaputt.pdf', '%PDF-1.7 und sonst nichts'),
    fileIn(program, 'verschlossen.pdf', pdfOfPages([['geheim']], lock)),
  );
  await page.getByRole('button', { name: '„kaputt“ ansehen' }).click();
  await expect(page.getByText('Dieses PDF lässt sich hier nicht anzeigen')).toBeVisible();
  await page.getByRole('button', { name: '„verschlossen“ ansehen' }).click();
  await expect(page.getByText('Dieses PDF ist mit einem Kennwort geschützt')).toBeVisible();
  await page.getByRole('button', { name: 'Zum Formblatt' }).click();
  await expect(page.getByRole('region', { name: 'Vorschau' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what was removed comes back: at once, with Strg+Z, and later', async ({ desk, program }) => {
  const { page } = desk;
  await openAttachments(page);
  await add(page, fileIn(program, 'eins.txt', '1'), fileIn(program, 'zwei.txt', '2'));
  await page.getByRole('button', { name: '„eins“ entfernen' }).click();
  await expect(section(page).getByText('„eins“ entfernt.')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(section(page).getByRole('button', { name: 'Rückgängig' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: '„eins“ entfernen' }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+Z');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: '„zwei“ entfernen' }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.reload();
  await openSection(page, 'Anlagen');
  await page.getByRole('button', { name: 'Entfernte zurückholen (1)' }).click();
  await page.getByRole('menuitem', { name: 'zwei' }).click();
  await expect(rows(page)).toHaveCount(2);
  expect(desk.complaints).toEqual([]);
});

test('an attachment of which only the name is known takes its file later', async ({ desk, program }) => {
  const { page } = desk;
  const record = JSON.parse(program.cli('show', 'S0044/26')) as Record<string, unknown>;
  const named = { ...record, reference: 'S0099/26', attachments: [{ name: 'Lageplan' }, { name: 'Gutachten' }] };
  program.cli('import', fileIn(program, 'S0099-26.json', JSON.stringify(named)));
  await openStatement(page, 'S0099/26');
  await expect(section(page)).toContainText('2 Anlagen · 2 Dateien fehlen');
  await openSection(page, 'Anlagen');
  await expect(page.getByRole('button', { name: '„Lageplan“ ansehen' })).toBeDisabled();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Datei zu „Lageplan“ hinzufügen' }).click();
  await (await choosing).setFiles(fileIn(program, 'plan.png', PNG));
  await expect(page.getByRole('button', { name: '„Lageplan“ ansehen' })).toBeEnabled();
  await expect(rows(page).first()).toContainText('PNG-Bild');
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  await page.getByRole('menuitem', { name: 'Formblatt mit Anlagen' }).click();
  await expect(page.getByRole('alert')).toContainText('Zur Anlage „Gutachten“ ist nur die Bezeichnung bekannt');
});

test('an empty and a too large file are refused in a sentence, the others come', async ({
  desk: { page },
  program,
}) => {
  await openAttachments(page);
  const large = fileIn(program, 'Film.mp4', 'x');
  truncateSync(large, 100 * 1024 * 1024 + 1);
  await add(page, fileIn(program, 'leer.pdf', ''), large, fileIn(program, 'gut.txt', 'gut'));
  await expect(rows(page)).toHaveCount(1);
  const alerts = section(page).getByRole('alert');
  await expect(alerts.nth(0)).toHaveText('Die Datei „leer.pdf“ ist leer. Bitte die richtige Datei wählen.');
  await expect(alerts.nth(1)).toHaveText('Die Datei „Film.mp4“ ist mit 101 MB zu groß; höchstens 100 MB sind möglich.');
  await expect(page.getByText('1 Anlage hinzugefügt.')).toBeVisible();
  await alerts.nth(0).getByRole('button', { name: 'Schließen' }).click();
  await expect(alerts).toHaveCount(1);
});

test('many files show their progress and can be stopped', LOCAL_ONLY, async ({ desk: { page }, program }) => {
  await openAttachments(page);
  let arrived = 0;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/handoff', async (route) => {
    arrived += 1;
    if (arrived === 2) await held;
    await route.continue();
  });
  await add(page, ...['1', '2', '3', '4', '5'].map((name) => fileIn(program, `${name}.txt`, name)));
  await expect(page.getByRole('contentinfo', { name: 'Statusleiste' })).toContainText('2 von 5 Anlagen …');
  await page.getByRole('button', { name: 'Abbrechen' }).click();
  letGo();
  await expect(page.getByText('Abgebrochen: 1 von 5 Anlagen hinzugefügt.')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  expect(await stored(page)).toEqual(['Anlage 1 – 1']);
});

test('a killed program loses no attachment that was listed', async ({ desk, program }) => {
  let { page } = desk;
  await openAttachments(page);
  await add(page, fileIn(program, 'Lageplan.png', PNG), fileIn(program, 'Vermerk.txt', 'geheim'));
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Name der Anlage in Zeile 1' }).fill('Lageplan Nord');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Öffentlichkeit von „Vermerk“/ }).click();
  await page.getByRole('option', { name: 'nichtöffentlich' }).click();
  await expect(rows(page).nth(1).getByRole('rowheader')).toHaveText('bleibt im Haus');
  await expect(page.getByRole('button', { name: '„Lageplan Nord“ ansehen' })).toBeVisible();
  await program.kill();
  await program.start();
  page = await program.openWindow();
  await openAttachments(page);
  expect(await stored(page)).toEqual(['Anlage 1 – Lageplan Nord', 'bleibt im Haus – Vermerk']);
  await page.getByRole('button', { name: '„Lageplan Nord“ ansehen' }).click();
  const picture = viewer(page, 'Anlage 1 – Lageplan Nord').getByRole('img');
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2);
});

test('the first attachment brings a new paper into the register', async ({ desk, program }) => {
  const { page } = desk;
  await desk.open('/eingang/neu');
  await add(page, fileIn(program, 'Original.pdf', pdfOfPages([['Antrag']])));
  await expect(page.getByRole('alert')).toContainText('Bitte zuerst die Bezeichnung des Eingangs angeben');
  await page.getByRole('textbox', { name: 'Nummer' }).fill('A0777/26');
  await page.getByRole('textbox', { name: 'Bezeichnung' }).fill('Trinkbrunnen');
  await add(page, fileIn(program, 'Original.pdf', pdfOfPages([['Antrag']])));
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('textbox', { name: 'Bezeichnung' })).toHaveValue('Trinkbrunnen');
  expect(new URL(page.url()).pathname).toMatch(/^\/eingang\/[0-9a-f-]{36}$/);
  expect(await stored(page)).toEqual(['Anlage 1 – Original']);
  await page.getByRole('button', { name: '„Original“ ansehen' }).click();
  await expect(viewer(page, 'Anlage 1 – Original').getByText('Antrag')).toBeAttached();
  await page.getByRole('button', { name: 'Schließen' }).click();
  await expect(viewer(page, 'Anlage 1 – Original')).toBeHidden();
});

test('axe finds nothing in the section and the viewer, light or dark', async ({ desk: { page }, program }) => {
  await openAttachments(page);
  expect(await violationsInBothColours(page)).toEqual([]);
  await add(
    page,
    fileIn(program, 'Gutachten.pdf', pdfOfPages([['Gutachten']])),
    fileIn(program, 'Notiz.txt', 'Notiz'),
    fileIn(program, 'leer.txt', ''),
  );
  await page.getByRole('button', { name: /Öffentlichkeit von „Notiz“/ }).click();
  await page.getByRole('option', { name: 'nichtöffentlich' }).click();
  await expect(page.getByText('bleibt im Haus')).toBeVisible();
  await page.getByRole('button', { name: '„Gutachten“ ansehen' }).click();
  await expect(page.getByRole('img', { name: 'Anlage, Seite 1 von 1' })).toHaveAttribute('data-drawn', 'true');
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.getByRole('button', { name: '„Notiz“ entfernen' }).click();
  await expect(section(page).getByRole('button', { name: 'Rückgängig' })).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
});

test('nothing is cut off sideways, from a large screen to half a small one', async ({ desk: { page }, program }) => {
  await openAttachments(page);
  await add(page, fileIn(program, `${'Ein sehr langer Name '.repeat(8)}.pdf`, pdfOfPages([['Gutachten']])));
  await expect(rows(page)).toHaveCount(1);
  const overhang = (): Promise<number> =>
    page.evaluate(() =>
      Math.max(
        ...[
          document.documentElement,
          ...document.querySelectorAll('.pane-body, .attachment-viewer .preview-scroller'),
        ].map((element) => element.scrollWidth - element.clientWidth),
      ),
    );
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 800 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size);
    await expect.poll(overhang).toBe(0);
    await page.getByRole('button', { name: /ansehen$/ }).click();
    await expect(page.getByRole('img', { name: 'Anlage, Seite 1 von 1' })).toHaveAttribute('data-drawn', 'true');
    await expect.poll(overhang).toBe(0);
    await page.getByRole('button', { name: 'Zum Formblatt' }).click();
    await expect(page.getByRole('button', { name: /ansehen$/ })).toBeFocused();
  }
});
