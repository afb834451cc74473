/** Small things tests are made of: contents, papers, ids that count, folders that go away. All texts are invented. */
import { NO_FURTHER } from '../../src-main/record/statement-fields.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { NO_CONTACT } from '../../src-main/record/basics.ts';
import { Refusal, type ErrorDetails } from '../../src-main/contract/shared/errors.ts';
import {
  EMPTY_RICH_TEXT,
  type Block,
  type Paragraph,
  type RichText,
} from '../../src-main/record/rich-text/rich-text.ts';
import type { DraftConsultation, StatementContent } from '../../src-main/contract/statement/shapes.ts';
import type { PaperContent } from '../../src-main/contract/paper/shapes.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';

/** Patterns of the built-in office: S, A, F, I, DS. */
export const patterns = builtInProfile().numberPatterns;

/** Valid UUIDs that count: 00000000-0000-7000-8000-000000000001, … */
export function countingIds(start = 0): () => string {
  let count = start;
  return () => `00000000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`;
}

/** The same kind of id by its number, for tests that need a particular one. */
export const idNumber = (n: number): string => countingIds(n - 1)();

export function paragraph(text: string, id: string | null = null): Paragraph {
  return text === ''
    ? { type: 'paragraph', attrs: { id } }
    : { type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] };
}

export const richText = (...blocks: (Block | string)[]): RichText => ({
  type: 'doc',
  content: blocks.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
});

export function consultation(row: Partial<DraftConsultation> & { organization: string }): DraftConsultation {
  return { id: crypto.randomUUID(), date: null, role: null, publicity: 'public', ...row };
}

export function statementContent(changes: Partial<StatementContent> = {}): StatementContent {
  return {
    name: 'Bänke am Weiher',
    date: '2026-02-03',
    publicity: 'public',
    bodyName: 'Stadt Auental',
    leadUnit: 'FB 7',
    answers: [],
    consultations: [],
    quotation: EMPTY_RICH_TEXT,
    hinge: '',
    reply: richText('Die Bänke werden im Frühjahr aufgestellt.'),
    signatory: null,
    contact: NO_CONTACT,
    ...NO_FURTHER,
    receivedOn: null,
    ...changes,
  };
}

export function paperContent(changes: Partial<PaperContent> = {}): PaperContent {
  return {
    paperType: 'motion',
    reference: '',
    name: 'Mehr Bänke am Weiher',
    date: '2026-01-12',
    receivedOn: null,
    publicity: 'public',
    originators: [],
    consultations: [],
    text: EMPTY_RICH_TEXT,
    ...changes,
  };
}

/** An empty folder that disappears with the running test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stellwerk-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The refusal that the work ends in; other errors pass through, success is an error. */
export async function refusalOf(work: () => unknown): Promise<{ code: string; details: ErrorDetails }> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('nothing was refused');
}
