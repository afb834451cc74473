/** Releasing, issuing, signing and verifying in the window, as a clerk does it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, REAL_SHELL, test } from './desk.ts';
import { choose } from './shared-office.ts';
import { violations } from './axe.ts';

const openIssuing = async (page: Page, reference: string): Promise<void> => {
  await page.getByRole('link', { name: reference }).first().click();
  await page.getByRole('button', { name: 'Ausfertigen' }).click();
  await expect(page.getByRole('heading', { name: 'Prüfung', exact: true })).toBeVisible();
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function makeTestKey(page: Page, folder: string, delivered: () => Promise<readonly { bytes: Buffer }[]>) {
  await page.getByRole('link', { name: 'Einstellungen' }).click();
  await page.getByRole('link', { name: 'Zertifikate' }).click();
  await page.getByRole('textbox', { name: 'Name im Zertifikat' }).fill('Erika Muster');
  await page.getByLabel('Kennwort (mindestens 6 Zeichen)').fill('geheim-1');
  await button(page, 'Testzertifikat erstellen').click();
  await expect(page.getByText(/Erstellt: .*Testzertifikat Erika Muster\.p12/)).toBeVisible();
  await expect.poll(async () => (await delivered()).length).toBe(1);
  const [file] = await delivered();
  const path = join(folder, 'probe.p12');
  writeFileSync(path, file?.bytes ?? '');
  return path;
}

test('a draft becomes a signed issue, is shown, verified and corrected', REAL_SHELL, async ({ desk, program }) => {
  const { page, complaints } = desk;
  const key = await makeTestKey(page, program.folder, () => program.delivered());
  await page.getByRole('link', { name: 'Register' }).click();
  await openIssuing(page, 'S0027/26');
  await expect(page.getByText('Keine Befunde')).toBeVisible();
  await button(page, 'Freigeben').click();
  await expect(page.getByText('S0027/26 ist freigegeben.')).toBeVisible();

  await page.locator('input[type=file]').first().setInputFiles(key);
  await page.getByLabel('Kennwort', { exact: true }).fill('falsch');
  await button(page, 'Schlüssel öffnen').click();
  await expect(page.getByText('Das Kennwort passt nicht zur Schlüsseldatei')).toBeVisible();
  await page.getByLabel('Kennwort', { exact: true }).fill('geheim-1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Testzertifikat – ohne Rechtswirkung')).toBeVisible();
  await expect(page.getByText('höchstens eine fortgeschrittene Signatur')).toBeVisible();

  await button(page, 'Ausfertigen').last().click();
  await expect(page.getByText('Die Ausfertigung lässt sich nicht zurücknehmen')).toBeVisible();
  await button(page, 'Jetzt ausfertigen').click();
  await expect(page.getByText('S0027/26 ist ausgefertigt.')).toBeVisible();
  await expect(page.getByText(/Unterschrieben von TEST – Erika Muster/)).toBeVisible();

  await page.getByRole('button', { name: 'Stellungnahme (PDF) speichern' }).click();
  await expect.poll(async () => (await program.delivered()).length).toBe(2);
  await page.getByRole('button', { name: 'Stellungnahme (PDF) ansehen' }).click();
  await expect(page.getByRole('group', { name: /S0027-26\.pdf/ })).toBeVisible();

  const issued = join(program.folder, 'ausfertigung.pdf');
  const saved = (await program.delivered()).find(({ name }) => name.endsWith('.pdf'));
  writeFileSync(issued, saved?.bytes ?? '');
  await page.getByRole('link', { name: 'Prüfen' }).click();
  // The page before has a place for files, too.
  await expect(page.getByRole('heading', { level: 1, name: 'Prüfen' })).toBeVisible();
  await page.locator('input[type=file]').first().setInputFiles(issued);
  await expect(page.getByText('ihr Zertifikat lässt sich aber nicht auf die Vertrauensliste')).toBeVisible();
  await expect(
    page.getByText('Das ist genau S0027/26, erste Ausfertigung – Byte für Byte wie im Register.'),
  ).toBeVisible();
  const bytes = Buffer.from(saved?.bytes ?? '');
  bytes[3000] = (bytes[3000] ?? 0) ^ 1;
  const changed = join(program.folder, 'veraendert.pdf');
  writeFileSync(changed, bytes);
  await page.locator('input[type=file]').first().setInputFiles(key);
  await expect(page.getByText('weder ein PDF noch ein Word-Dokument')).toBeVisible();
  await page.locator('input[type=file]').first().setInputFiles(changed);
  await expect(page.getByText(/wurde verändert|beschädigt/).first()).toBeVisible();
  await expect(
    page.getByText('Diese Datei gehört zu keiner Ausfertigung und keinem Schreiben im Register.'),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Register' }).click();
  await page.getByRole('link', { name: 'S0027/26' }).first().click();
  await expect(page.getByText('Ausgefertigt und unveränderlich.')).toBeVisible();
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  await expect(page.locator('.page-head .button.primary')).toHaveText('Versand');
  await button(page, 'Ausfertigen').click();
  await expect(page.locator('.page-head .button.primary')).toHaveText('Versand');
  await expect(page.locator('.button.primary')).toHaveCount(1);
  await button(page, 'Weitere Schritte').press('Enter');
  await expect(page.getByRole('menuitem')).toHaveText(['Berichtigung beginnen', 'Zurückziehen']);
  await page.keyboard.press('Enter');
  await button(page, 'Beginnen').click();
  await expect(page.getByText('Bitte eine Begründung angeben.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Berichtigung beginnen: Begründung' }).fill('Betrag verschrieben');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Entwurf' }).getByText('1. Berichtigung')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a warning asks for a reason, a missing fact cannot be accepted', async ({ desk, program }) => {
  const { page } = desk;
  program.cli('set', 'S0021/26', 'reply', 'Frau Unbekannt-Meier wohnt dort.');
  program.cli('set', 'S0021/26', 'date', '');
  await openIssuing(page, 'S0021/26');
  await expect(page.getByText('Verhindert die Freigabe', { exact: true })).toBeVisible();
  const release = button(page, 'Freigeben');
  await expect(release).toBeDisabled();
  await expect(page.getByText('1 Befund verhindert die Freigabe', { exact: true })).toBeVisible();
  await expect(release).toHaveAccessibleDescription('1 Befund verhindert die Freigabe');
  await release.focus();
  await expect(release).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Entwurf' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  program.cli('set', 'S0021/26', 'date', '28.4.2026');
  await page.reload();
  await expect(release).toHaveAccessibleDescription('1 Warnung braucht eine Begründung');
  await page.getByRole('textbox', { name: /Begründung, warum das so bleibt/ }).fill('mit Einwilligung');
  await expect(release).toBeEnabled();
  await expect(page.getByText('1 Warnung braucht eine Begründung')).toHaveCount(0);
  await button(page, 'Freigeben').click();
  await expect(page.getByText('Begründung, warum das so bleibt: mit Einwilligung')).toBeVisible();
  await button(page, 'Zurück in den Entwurf').click();
  await page.getByRole('textbox', { name: 'Zurück in den Entwurf: Begründung' }).fill('doch nicht');
  await button(page, 'Zurückgeben').click();
  await expect(page.getByText('Zurückgegeben: doch nicht')).toBeVisible();
});

test('a finding leads to its place: a word in the text, a field of the head, a row of the consultations', async ({
  desk,
  program,
}) => {
  const { page } = desk;
  program.cli('set', 'S0021/26', 'reply', 'Erster Absatz.\n\nDer Bericht folgt am 12.10 2026 im Ausschuss.');
  program.cli('set', 'S0021/26', 'leadUnit', '');
  const rows = [
    { organization: 'Stadtrat', date: '2026-06-04', publicity: 'public' },
    { organization: 'Ausschuss für Ordnung', date: null, publicity: 'public' },
  ];
  program.cli('set', 'S0021/26', 'consultations', JSON.stringify(rows));
  await openIssuing(page, 'S0021/26');
  const finding = (words: RegExp) => page.getByRole('link', { name: words });

  await finding(/12\.10 2026/).click();
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  await expect(reply).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('12.10 2026');

  await page.goBack();
  await finding(/fehlt. Bitte im Kopf/).click();
  await expect(page.getByRole('combobox', { name: 'Fachbereich oder Amt' })).toBeFocused();

  await page.goBack();
  await finding(/Ausschuss für Ordnung/).click();
  await expect(page.getByRole('textbox', { name: 'Tag, Zeile 2' })).toBeFocused();
});

test('several released papers are issued one after the other', async ({ desk, program }) => {
  const { page } = desk;
  for (const ref of ['S0027/26', 'S0044/26', 'S0049/26']) program.cli('release', ref);
  await page.getByRole('link', { name: 'Ausfertigen' }).click();
  await page.getByRole('switch', { name: 'S0044/26 auswählen' }).press(' ');
  await button(page, '2 Stellungnahmen ausfertigen').click();
  await expect(page.getByText('Die Ausfertigung lässt sich nicht zurücknehmen;')).toBeVisible();
  await button(page, 'Jetzt ausfertigen').click();
  await expect(page.getByText('2 ausgefertigt.')).toBeVisible();
  await expect(page.getByRole('switch')).toHaveCount(1);
  await expect(page.getByRole('switch', { name: 'S0044/26 auswählen' })).not.toBeChecked();
});

test('a file that belongs to no issue is signed where it is checked, and the file itself stays as it is', async ({
  desk,
  program,
}) => {
  const { page, complaints } = desk;
  const key = await makeTestKey(page, program.folder, () => program.delivered());
  program.cli('export', 'S0021/26', '--to', program.folder, '--format', 'pdf');
  const plain = join(program.folder, 'S0021-26.pdf');
  const before = readFileSync(plain);
  await page.getByRole('link', { name: 'Prüfen' }).click();
  await choose(page, 'Datei wählen', plain);
  await expect(
    page.getByText('Diese Datei gehört zu keiner Ausfertigung und keinem Schreiben im Register.'),
  ).toBeVisible();
  await button(page, 'Diese Datei unterschreiben').click();
  await expect(button(page, 'Unterschreiben und ausgeben')).toBeDisabled();
  await choose(page, 'Schlüsseldatei wählen', key);
  await page.getByLabel('Kennwort', { exact: true }).fill('geheim-1');
  await page.keyboard.press('Enter');
  await button(page, 'Unterschreiben und ausgeben').click();
  await expect(page.getByText(/^Unterschrieben: .*S0021-26-unterschrieben\.pdf/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(readFileSync(plain).equals(before)).toBe(true);

  const signed = (await program.delivered()).find(({ name }) => name === 'S0021-26-unterschrieben.pdf');
  const path = join(program.folder, 'signed.pdf');
  writeFileSync(path, signed?.bytes ?? '');
  await choose(page, 'Andere Datei prüfen', path);
  await expect(page.getByText('TEST – Erika Muster').first()).toBeVisible();

  // The signer is trusted where that is the cause, and not any more by one step back.
  await button(page, 'In die Vertrauensliste aufnehmen').click();
  await expect(page.getByText(/^Die Unterschrift passt zum Dokument, danach wurde nichts geändert/)).toBeVisible();
  await expect(page.getByText('TEST – Erika Muster steht jetzt in der Vertrauensliste.')).toBeVisible();

  // What somebody appends is neither green nor red; the signed version comes out as it was.
  const longer = join(program.folder, 'angefuegt.pdf');
  writeFileSync(longer, Buffer.concat([readFileSync(path), Buffer.from('\n% ein Nachsatz\n')]));
  await choose(page, 'Andere Datei prüfen', longer);
  await expect(page.getByText(/^Nach der Unterschrift wurde etwas angefügt\./)).toBeVisible();
  await button(page, 'Unterschriebene Fassung ausgeben (1 von 2)').click();
  await expect(page.getByText(/^Ausgegeben: .*angefuegt-Fassung-1\.pdf/)).toBeVisible();
  const revision = (await program.delivered()).find(({ name }) => name === 'angefuegt-Fassung-1.pdf');
  expect(Buffer.from(revision?.bytes ?? '').equals(readFileSync(path))).toBe(true);
  expect(await violations(page)).toEqual([]);

  expect(complaints).toEqual([]);
});

test('what was withdrawn is not sent: the main button is the correction', async ({ desk, program }) => {
  const { page } = desk;
  program.cli('release', 'S0027/26');
  program.cli('issue', 'S0027/26');
  await openIssuing(page, 'S0027/26');
  await button(page, 'Weitere Schritte').click();
  await page.getByRole('menuitem', { name: 'Zurückziehen' }).click();
  await page.getByRole('textbox', { name: 'Zurückziehen: Begründung' }).fill('Antrag erledigt');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Zurückgezogen: Antrag erledigt')).toBeVisible();
  await expect(page.locator('.button.primary')).toHaveText('Berichtigung beginnen');
});

test('the pages of issuing and verifying are accessible in dark as well', async ({ desk, program }) => {
  const { page } = desk;
  program.cli('release', 'S0027/26');
  program.cli('issue', 'S0027/26');
  await page.emulateMedia({ colorScheme: 'dark' });
  await openIssuing(page, 'S0027/26');
  await expect(page.getByText('Ohne elektronische Unterschrift').first()).toBeVisible();
  for (const next of ['Ausfertigen', 'Prüfen', 'Versand', 'Sitzungen']) {
    expect(await violations(page), `before ${next}`).toEqual([]);
    await page.getByRole('link', { name: next, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});
