import type { Page } from '@playwright/test';
import { expect, openStatement, test } from './desk.ts';

async function paste(page: Page, html: string): Promise<string> {
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  await reply.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await reply.evaluate((element, clipboard) => {
    const data = new DataTransfer();
    data.setData('text/html', clipboard);
    data.setData('text/plain', 'x');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  return reply.innerHTML();
}

const WORD_LIST = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<p class=MsoNormal><b>Wichtig</b> und <span style='font-style:italic'>schräg</span>&nbsp;<del>gestrichen</del><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span></span><![endif]>erster Punkt</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>o<span>&nbsp;</span></span></span><![endif]>darunter</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span><![endif]>zweiter Punkt</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span></span><![endif]>nummeriert</p>
<!--EndFragment--></body></html>`;

test('lists, bold and italic from Word arrive, deleted words do not', async ({ desk: { page, complaints } }) => {
  await openStatement(page, 'S0044/26');
  const html = await paste(page, WORD_LIST);
  expect(html).toContain('<strong>Wichtig</strong>');
  expect(html).toContain('<em>schräg</em>');
  expect(html).not.toContain('gestrichen');
  expect(html).toMatch(
    /<ul><li><p>erster Punkt<\/p><ul><li><p>darunter<\/p><\/li><\/ul><\/li><li><p>zweiter Punkt<\/p><\/li><\/ul>/,
  );
  expect(html).toMatch(/<ol[^>]*><li><p>nummeriert<\/p><\/li><\/ol>/);
  expect(complaints).toEqual([]);
});

test('a table with a bold first row gets a head, links become text, symbols characters', async ({ desk: { page } }) => {
  await openStatement(page, 'S0044/26');
  const html = await paste(
    page,
    '<table><tr><td><p><b>Jahr</b></p></td><td><p><b>Euro</b></p></td></tr><tr><td><p>2026</p></td><td><p>\uf0b7 12</p></td></tr></table><p><a href="http://tot.example">A0012/26</a></p>',
  );
  expect(html).toMatch(/<th[^>]*><p>Jahr<\/p><\/th>/);
  expect(html).toContain('• 12');
  expect(html).not.toContain('href');
  expect(html).toContain('A0012/26');
});

test('numbers at the right of a table stay there, however the clipboard says it', async ({
  desk: { page, complaints },
  program,
}) => {
  await openStatement(page, 'S0044/26');
  const html = await paste(
    page,
    `<table><tr><td><p><b>Jahr</b></p></td><td colspan=2 align=right><p><b>Euro</b></p></td></tr>
    <tr><td><p align=center style='text-align:center'>2026</p></td><td style="text-align:right"><p>100</p></td><td><p class=MsoNormal align=right style='text-align:right'>7</p></td></tr></table>`,
  );
  expect(html).toMatch(/<th[^>]*><p>Jahr<\/p><\/th>/);
  expect(html).toMatch(/<th colspan="2"[^>]*text-align: right[^>]*><p>Euro/);
  expect(html).toMatch(/<td[^>]*text-align: center[^>]*><p>2026/);
  for (const text of ['100', '7']) expect(html).toMatch(new RegExp(`<td[^>]*text-align: right[^>]*><p>${text}`));
  await expect.poll(() => program.cli('show', 'S0044/26')).toContain('"align": "right"');
  await page.getByRole('textbox', { name: 'Antwort der Verwaltung' }).getByText('2026').click();
  await page.getByRole('button', { name: 'Tabelle' }).click();
  await page.getByRole('menuitem', { name: 'Spalte rechtsbündig' }).click();
  const cells = page.getByRole('textbox', { name: 'Antwort der Verwaltung' }).locator('td, th');
  await expect(cells.first()).toHaveCSS('text-align', 'right');
  await expect(cells.filter({ hasText: '2026' })).toHaveCSS('text-align', 'right');
  await page.keyboard.press('Control+Z');
  await expect(cells.filter({ hasText: '2026' })).toHaveCSS('text-align', 'center');
  expect(complaints).toEqual([]);
});

const REPLY = '<html><body><!--StartFragment-->CONTENT<!--EndFragment--></body></html>';
const pasted = (page: Page, content: string): Promise<string> => paste(page, REPLY.replace('CONTENT', content));

test('raised signs, boxes and symbols arrive; struck and hidden words do not', async ({
  desk: { page, complaints },
}) => {
  await openStatement(page, 'S0044/26');
  const html = await pasted(
    page,
    `<p>10<sup>3</sup> m<span style='vertical-align:super'>3</span> CO<sub>2</sub></p>
     <p><input type="checkbox" checked> nein <input type="checkbox"> ja</p>
     <p><span style='font-family:Wingdings'>þ</span> erheblich <font face="Symbol">a</font></p>
     <p>bleibt <s>weg1</s><span style='text-decoration:line-through'>weg2</span><span style='display:none'>weg3</span><span style='mso-hide:all'>weg4</span></p>`,
  );
  expect(html).toContain('10<sup>3</sup> m<sup>3</sup> CO<sub>2</sub>');
  expect(html).toContain('☒ nein ☐ ja');
  expect(html).toContain('☒ erheblich α');
  expect(html).not.toContain('weg');
  expect(complaints).toEqual([]);
});

test('lists keep the numbers one saw: letters and Roman figures as text, a list that goes on by its start', async ({
  desk: { page },
}) => {
  await openStatement(page, 'S0044/26');
  const item = (level: number, sign: string, text: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span><![endif]>${text}</p>`;
  const fromWord = await pasted(
    page,
    item(1, '1.', 'eins') +
      item(2, 'a)', 'oben') +
      item(2, 'b)', 'unten') +
      item(1, '2.', 'zwei') +
      '<p>dazwischen</p>' +
      item(1, '3.', 'drei'),
  );
  expect(fromWord).toMatch(/<li><p>eins<\/p><p>a\) oben<\/p><p>b\) unten<\/p><\/li><li><p>zwei<\/p><\/li><\/ol>/);
  expect(fromWord).toMatch(/<ol start="3"[^>]*><li><p>drei/);
  const fromPage = await pasted(
    page,
    '<ol type="a"><li>oben</li><li><p>unten</p></li></ol><ol style="list-style-type:upper-roman"><li>Teil</li></ol>',
  );
  expect(fromPage).toContain('<p>a) oben</p><p>b) unten</p><p>I. Teil</p>');
});

test('a tag whose style takes it back marks nothing, and a mail without format keeps its lines', async ({
  desk: { page, complaints },
}) => {
  await openStatement(page, 'S0044/26');
  const plain = await paste(
    page,
    '<b style="font-weight:normal;"><p>Ganz gewöhnlich, <i style="font-style:normal">gerade</i>, <b>fett</b>.</p></b>',
  );
  expect(plain).toContain('Ganz gewöhnlich, gerade, <strong>fett</strong>.');
  expect(plain).not.toContain('<em>');
  const mail = await paste(
    page,
    '<pre class="moz-quote-pre">Guten Tag,\n\nzur Vorlage:\nerste Zeile\nzweite Zeile\n</pre>',
  );
  expect(mail).toMatch(/<p>Guten Tag,<\/p><p>zur Vorlage:<br[^>]*>erste Zeile<br[^>]*>zweite Zeile<\/p>/);
  expect(complaints).toEqual([]);
});

test('numbers of papers in pasted words lead to their papers, half ones stay words', async ({
  desk: { page, complaints },
}) => {
  await openStatement(page, 'S0044/26');
  await paste(page, '<p>Siehe A0012/26, F0047/26 und XA0012/26 sowie A0012/26x.</p>');
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  await expect(reply.locator('[data-reference]')).toHaveText(['A0012/26', 'F0047/26', 'XA0012/26']);
  await expect(reply).toHaveText('Siehe A0012/26, F0047/26 und XA0012/26 sowie A0012/26x.');
  await page.keyboard.press('Control+z');
  await expect(reply).toHaveText('');
  expect(complaints).toEqual([]);
});
