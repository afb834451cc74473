/** Chromium printing the same words as PDF, as programs do that make their papers from web pages. */
import { chromium } from '@playwright/test';
import type { StatementRecord } from '../../src-main/record/statement-record.ts';
import { plainParagraphs } from '../../src-main/record/rich-text/plain-text.ts';
import { findBrowser } from '../../src-main/shell-local/browser.ts';
import { times } from './measure.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** Head as a table, then the paragraphs; the measures of our form sheet. */
export function pageOf(record: StatementRecord): string {
  const head = [record.reference ?? '', record.date ?? '', record.leadUnit, record.name];
  const rows = record.consultations.map(
    (row) => `<tr><td>${escaped(row.organization)}</td><td>${row.date ?? ''}</td></tr>`,
  );
  return `<!doctype html><html lang="de"><meta charset="utf-8"><title>${escaped(record.name)}</title>
    <style>@page{size:A4;margin:20mm 20mm 24mm 25mm}body{font:11pt/14pt Arimo,Arial,sans-serif}p{margin:0 0 6pt}</style>
    <h1>Stellungnahme der Verwaltung</h1><table>${head.map((text) => `<tr><td>${escaped(text)}</td></tr>`).join('')}${rows.join('')}</table>
    ${plainParagraphs(record.reply)
      .map((text) => `<p>${escaped(text)}</p>`)
      .join('')}</html>`;
}

/** Null without a browser. Start of the browser not counted. */
export async function chromiumTimes(
  html: (round: number) => string,
  rounds: number,
): Promise<readonly number[] | null> {
  const executablePath = findBrowser(process.platform, process.env);
  if (executablePath === null) return null;
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    const print = async (round: number): Promise<void> => {
      await page.setContent(html(round));
      await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true });
    };
    await times(5, print);
    return await times(rounds, print);
  } finally {
    await browser.close();
  }
}
