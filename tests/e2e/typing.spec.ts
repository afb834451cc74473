import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { expect, openSection, openStatement, saved, test } from './desk.ts';

const reply = (page: Page) => page.getByRole('textbox', { name: 'Antwort der Verwaltung' });

async function emptyReply(page: Page): Promise<void> {
  await reply(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await expect(reply(page)).toHaveText('');
}

/** The words of every block, as they stand in the text. */
const blocks = (page: Page): Promise<string[]> =>
  reply(page).evaluate((element) =>
    Array.from(element.querySelectorAll('p, h1, h2')).map((block) => block.textContent),
  );

const PARTS = [
  'S0021/26',
  'A0012/26',
  '(',
  ')',
  '.',
  ', ',
  '**',
  '_',
  '`',
  '#',
  '> ',
  '-',
  '–',
  '"',
  "'",
  '…',
  'so ',
  '3. ',
  '👍',
  '§',
];
const line = fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 8 }).map((parts) => `|${parts.join('')}|`);

test('a key acts where the cursor stands, even before the browser has told of it', async ({ desk }) => {
  const { page } = desk;
  await openStatement(page, 'S0044/26');
  await reply(page).click();
  const before = await blocks(page);
  // The cursor goes and the key comes in one go, as for a quick hand while the window was busy: no event in between.
  await reply(page).evaluate((element) => {
    const last = [...element.querySelectorAll('p')].at(-1);
    if (last) getSelection()?.collapse(last, last.childNodes.length);
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
  });
  await page.keyboard.type('Am Ende.');
  expect(await blocks(page)).toEqual([...before, 'Am Ende.']);
});

/** The key of the quotation mark gives the German one: „ where something begins, “ elsewhere. Every other sign is as typed. */
const german = (text: string): string =>
  [...text].reduce((done, sign) => done + (sign !== '"' ? sign : /(?:^|[\s([{/–—„‚])$/u.test(done) ? '„' : '“'), '');

test('what is typed by real keys comes back sign by sign, and stands so in the record', async ({ desk, program }) => {
  const { page } = desk;
  await openStatement(page, 'S0044/26');
  await emptyReply(page);
  await page.keyboard.type('S0021/26 und A0012/26. … (F0018/26) Ende');
  await expect(reply(page)).toHaveText('S0021/26 und A0012/26. … (F0018/26) Ende');
  await expect(reply(page).locator('[data-reference]')).toHaveText(['S0021/26', 'A0012/26', 'F0018/26']);
  const typed = fc.sample(line, { numRuns: 12, seed: 26 });
  for (const text of typed) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(text);
  }
  const all = ['S0021/26 und A0012/26. … (F0018/26) Ende', ...typed.map(german)];
  expect(await blocks(page)).toEqual(all);
  await expect(saved(page)).toBeVisible();
  const { replyText } = JSON.parse(program.cli('show', 'S0044/26')) as { replyText: string[] };
  expect(replyText).toEqual(all);
});

test('what is pasted comes back sign by sign, as text and as formatted text', async ({ desk: { page } }) => {
  await openStatement(page, 'S0044/26');
  await emptyReply(page);
  const wrong = await reply(page).evaluate(
    (element, lines) => {
      const paste = (type: string, data: string): void => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', type === 'text/plain' ? data : 'x');
        if (type !== 'text/plain') clipboardData.setData(type, data);
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      };
      const { editor } = element as unknown as { editor: { commands: { clearContent: () => void } } };
      return lines.flatMap((text) =>
        (['text/plain', 'text/html'] as const).flatMap((type) => {
          editor.commands.clearContent();
          const escaped = document.createElement('p');
          escaped.textContent = text;
          paste(type, type === 'text/plain' ? text : escaped.outerHTML);
          const shown = Array.from(element.querySelectorAll('p'), (block) => block.textContent).join('\n');
          return shown === text ? [] : [{ type, text, shown }];
        }),
      );
    },
    fc.sample(line, { numRuns: 60, seed: 27 }),
  );
  expect(wrong).toEqual([]);
});

test('a page break stays when typing goes on, and comes along when the text is copied', async ({ desk: { page } }) => {
  await openStatement(page, 'S0044/26');
  await emptyReply(page);
  await page.keyboard.type('Ende der Seite');
  await page.getByRole('button', { name: 'Seitenumbruch' }).click();
  await page.keyboard.type('Neue Seite');
  await expect(reply(page).getByRole('separator')).toHaveCount(1);
  expect(await blocks(page)).toEqual(['Ende der Seite', 'Neue Seite']);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('x');
  await expect(reply(page).getByRole('separator')).toHaveCount(1);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  // As long as a finger takes: the browser tells the editor of a moved cursor a moment later.
  await page.keyboard.press('ArrowRight', { delay: 60 });
  await page.keyboard.press('Control+V');
  await expect(reply(page).getByRole('separator')).toHaveCount(2);
});

test('no button of the toolbar takes the cursor or a key', async ({ desk: { page } }) => {
  await openStatement(page, 'S0044/26');
  await emptyReply(page);
  const press = (name: string) =>
    page.getByRole('toolbar', { name: 'Textformat' }).getByRole('button', { name }).click();
  await press('Fett');
  await page.keyboard.type('fett');
  await press('Fett');
  await press('Kursiv');
  await page.keyboard.type('schräg');
  await press('Kursiv');
  await page.keyboard.type(' ');
  await press('Platzhalter');
  await page.keyboard.type('danach');
  await press('Absatzart');
  await page.getByRole('option', { name: 'Überschrift 1' }).click();
  await page.keyboard.type('!');
  await expect(reply(page).locator('h1')).toHaveText('fettschräg Angabedanach!');
  await expect(reply(page).locator('h1 strong')).toHaveText('fett');
  await expect(reply(page).locator('h1 em')).toHaveText('schräg');
  await press('Rückgängig');
  await page.keyboard.type('?');
  // How much is one step depends on how fast one types; that the key arrives does not.
  await expect(reply(page)).toHaveText(/\?$/);
  await page.keyboard.press('Enter');
  await press('Aufzählung');
  await page.keyboard.type('Punkt');
  await expect(reply(page).locator('li')).toHaveText('Punkt');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await press('Tabelle');
  const size = page.getByRole('dialog', { name: 'Tabelle einfügen' });
  await expect(size.getByRole('textbox', { name: 'Zeilen' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Jahr');
  await expect(reply(page).locator('tr')).toHaveCount(2);
  await expect(reply(page).locator('th')).toHaveCount(4);
  await expect(reply(page).locator('th').first()).toHaveText('Jahr');
  await press('Tabelle');
  await page.keyboard.press('Escape');
  await expect(reply(page)).toBeFocused();
});

test('by keyboard the toolbar is one stop', async ({ desk: { page } }) => {
  await openStatement(page, 'S0044/26');
  await emptyReply(page);
  await page.keyboard.type('x');
  const isInToolbar = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.closest('[role="toolbar"]') !== null);
  await page.getByRole('toolbar', { name: 'Textformat' }).getByRole('button', { name: 'Absatzart' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Fett' })).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await isInToolbar()).toBe(false);
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Fett' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  expect(await isInToolbar()).toBe(false);
});

test('a list mark is taken back alone by one Strg+Z, and asterisks in the hinge stay', async ({ desk: { page } }) => {
  await openStatement(page, 'S0044/26');
  await emptyReply(page);
  await page.keyboard.type('- Punkt');
  await expect(reply(page).locator('li')).toHaveText('Punkt');
  await page.keyboard.press('Control+Z');
  await expect(reply(page).locator('li')).toHaveText('');
  await page.keyboard.press('Control+Z');
  await expect(reply(page).locator('li')).toHaveCount(0);
  expect(await blocks(page)).toEqual(['- ']);
  const hinge = page.getByRole('textbox', { name: 'Überleitung' });
  await hinge.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Zum **Antrag** _so_: ');
  await expect(hinge).toHaveText('Zum **Antrag** _so_: ');
  await hinge.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'erste Zeile\nzweite **Zeile**');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(hinge).toHaveText('Zum **Antrag** _so_: erste Zeile zweite **Zeile**');
});

test('what was typed can be taken back after a number was given and after other pages', async ({ desk: { page } }) => {
  await page.getByRole('link', { name: 'A0012/26' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Wortlaut' })).toBeVisible();
  await page.getByRole('button', { name: 'Stellungnahme beginnen' }).click();
  await expect(reply(page)).toBeVisible();
  await reply(page).click();
  // In one go: typed key by key on a slow machine it would be several steps back.
  await page.keyboard.insertText('Erster Satz.');
  await openSection(page, 'Kopf');
  const name = page.getByRole('textbox', { name: 'Bezeichnung' });
  const before = await name.inputValue();
  await name.fill('Andere Bezeichnung');
  await page.getByRole('button', { name: 'Nummer vergeben' }).click();
  await expect(page.locator('.page-reference')).toContainText('/26');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('link', { name: 'Register' }).first().click();
  await expect(page.getByRole('table', { name: 'Papiere' })).toBeVisible();
  await page.goBack();
  await expect(reply(page)).toHaveText('Erster Satz.');
  await openSection(page, 'Kopf');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.locator('.page-reference')).not.toContainText('/26');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(name).toHaveValue(before);
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(reply(page)).toHaveText('');
  await page.getByRole('button', { name: 'Wiederholen' }).click();
  await expect(reply(page)).toHaveText('Erster Satz.');
  await expect(saved(page)).toBeVisible();
});
