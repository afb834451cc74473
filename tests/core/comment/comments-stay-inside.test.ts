/** Comments: written, found again, resolved – and in no record, no print and no file that leaves the office, however full of them a statement is. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Documents } from '../../../src-main/contract/document/delivery.ts';
import { textBlocks } from '../../../src-main/record/rich-text/plain-text.ts';
import { COUNCIL, distributionOffice, entry, issue, known, REF } from '../../support/distribution-office.ts';
import { filesOf, handOver } from '../../support/hand-over.ts';
import { idNumber, refusalOf } from '../../support/builders.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

const SECRET = 'Nurfürunsqxz';

/** Everything that stands in a file, packed or not. */
function wordsIn(bytes: Uint8Array, depth = 0): string {
  const buffer = Buffer.from(bytes);
  let text = buffer.toString('latin1') + buffer.toString('utf8') + buffer.toString('utf16le');
  if (depth > 3) return text;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    for (const part of Object.values(unzipSync(bytes))) text += wordsIn(part, depth + 1);
  for (let at = buffer.indexOf('stream'); at !== -1; at = buffer.indexOf('stream', at + 6)) {
    const start = at + (buffer[at + 6] === 13 ? 8 : 7);
    const end = buffer.indexOf('endstream', start);
    if (end === -1) break;
    try {
      text += wordsIn(inflateSync(buffer.subarray(start, end), { finishFlush: 2 }), depth + 1);
    } catch {
      // A stream that is packed otherwise, or not at all.
    }
  }
  return text;
}
const isIn = (bytes: Uint8Array): boolean => wordsIn(bytes).includes(SECRET);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

describe('a statement full of comments', () => {
  let host: TestHost;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stellwerk-test-'));
    host = await distributionOffice(folder);
    const { content } = await host.app.statements.get(REF);
    let count = 0;
    for (const field of ['quotation', 'reply'] as const)
      for (const { id, text } of textBlocks(content[field].content)) {
        const end = Math.min(5, text.length);
        if (id === null || end === 0) continue;
        count += 1;
        const place = { block: id, start: 0, end };
        const words = text.slice(0, end);
        await host.app.comments.add({
          id: idNumber(4000 + count),
          ref: REF,
          field,
          place,
          words,
          text: `${SECRET} ${count}`,
        });
      }
    expect(count).toBeGreaterThan(0);
  });
  afterAll(async () => {
    await host.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps them', async () => {
    const comments = await host.app.comments.list(REF);
    expect(comments.every(({ text, place }) => text.startsWith(SECRET) && place !== null)).toBe(true);
    expect(isIn(Buffer.from(JSON.stringify(comments)))).toBe(true);
  });

  it('gives them to a colleague on request alone', async () => {
    const copy = async (withComments: boolean): Promise<Uint8Array> => {
      const { files } = await host.app.proposals.copy({ ref: REF, withFindings: true, withComments });
      return files[0]?.bytes ?? new Uint8Array();
    };
    expect(isIn(await copy(true))).toBe(true);
    expect(isIn(await copy(false))).toBe(false);
  });

  it('shows none of them in record, export, issue, copies, letters, dispatch, redaction and settings', async () => {
    const { app } = host;
    const out = join(folder, 'draussen');
    mkdirSync(out);
    const left: Uint8Array[] = [];
    const take = async (made: Promise<Documents<unknown>>): Promise<void> => {
      left.push(...(await filesOf(made)).map(({ bytes }) => bytes));
    };
    left.push(
      Buffer.from(JSON.stringify(await app.statements.record(REF))),
      Buffer.from(JSON.stringify(await app.statements.show(REF))),
    );
    for (const kind of ['form-sheet', 'distribution-list'] as const)
      await take(app.documents.deliver({ ref: REF, kind, formats: ['pdf', 'docx'], withAttachments: true }));
    const entries = [entry(known('organization', COUNCIL, 'Stadtrat'), 'original')];
    await app.distribution.save({ ref: REF, expectedRevision: 0, entries });
    const { check } = await app.issues.overview(REF);
    left.push(Buffer.from(JSON.stringify(check)));
    await issue(host);
    await take(app.releases.deliverProtocol(REF));
    await take(app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['pdf', 'docx'] }));
    await handOver(app.dispatch.send({ ref: REF, channel: 'folder', folder: out }));
    const { content } = await app.letters.draft({ kind: 'cover-letter', ref: REF });
    await take(app.letters.deliver({ ref: REF, content, formats: ['pdf', 'docx'] }));
    left.push(...filesUnder(out).map((path) => readFileSync(path)));
    expect(left.length).toBeGreaterThan(8);
    expect(left.filter(isIn)).toHaveLength(0);
  });

  it('keeps what was issued free of new ones, and resolves those it has', async () => {
    const { content } = await host.app.statements.get(REF);
    const block = content.reply.content[0]?.attrs.id ?? '';
    const late = {
      id: idNumber(4999),
      ref: REF,
      field: 'reply',
      place: { block, start: 0, end: 1 },
      words: 'x',
      text: 'zu spät',
    } as const;
    expect(await refusalOf(() => host.app.comments.add(late))).toMatchObject({ code: 'not-editable' });
    const copy = { ref: REF, withFindings: false, withComments: true };
    expect(await refusalOf(() => host.app.proposals.copy(copy))).toMatchObject({ code: 'not-editable' });
    const [first] = await host.app.comments.list(REF);
    const resolved = await host.app.comments.resolve({ id: first?.id ?? '', isResolved: true });
    expect(resolved.resolvedAt).not.toBeNull();
    expect((await host.app.comments.resolve({ id: resolved.id, isResolved: false })).resolvedAt).toBeNull();
    expect(await refusalOf(() => host.app.comments.resolve({ id: idNumber(4998), isResolved: true }))).toMatchObject({
      code: 'comment-missing',
    });
  });
});

describe('a comment', () => {
  let host: TestHost;
  const ref = 'S0001/26';
  beforeAll(async () => {
    host = testHost();
    await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
    await host.app.statements.create({ id: idNumber(1), answers: null, name: 'Bänke', leadUnit: 'FB 1', number: ref });
    await host.app.statements.setField({
      ref,
      field: 'reply',
      value: 'Die Bank steht im Park.\n\nDer Weiher ist tief.',
    });
  });
  afterAll(() => host.dispose());

  it('stands at its words after they moved, in another paragraph, too, and nowhere once they are gone', async () => {
    const block = (await host.app.statements.get(ref)).content.reply.content[1]?.attrs.id ?? '';
    const place = { block, start: 4, end: 10 };
    await host.app.comments.add({ id: idNumber(60), ref, field: 'reply', place, words: 'Weiher', text: 'Welcher?' });
    const placeNow = async (): Promise<unknown> => (await host.app.comments.list(ref))[0]?.place;
    expect(await placeNow()).toEqual(place);
    await host.app.statements.setField({ ref, field: 'reply', value: 'Neu.\n\nDer große Weiher ist tief.' });
    expect(await placeNow()).toMatchObject({ start: 10, end: 16 });
    await host.app.statements.setField({ ref, field: 'reply', value: 'Nur noch die Bank.' });
    expect(await placeNow()).toBeNull();
    expect((await host.app.comments.list(ref))[0]).toMatchObject({ text: 'Welcher?', words: 'Weiher' });
  });

  it('sent twice is one; its words can be changed, and its place be moved', async () => {
    const block = (await host.app.statements.get(ref)).content.reply.content[0]?.attrs.id ?? '';
    const place = { block, start: 0, end: 3 };
    const input = { id: idNumber(61), ref, field: 'reply', place, words: 'Nur', text: 'Wirklich?' } as const;
    await host.app.comments.add(input);
    await host.app.comments.add(input);
    expect(await host.app.comments.list(ref)).toHaveLength(2);
    await host.app.comments.edit({ id: input.id, text: 'Ganz sicher?' });
    const moved = { block, start: 4, end: 8 };
    await host.app.comments.place({ ref, places: [{ id: input.id, field: 'reply', place: moved, words: 'noch' }] });
    expect((await host.app.comments.list(ref))[0]).toMatchObject({ text: 'Ganz sicher?', place: moved, words: 'noch' });
  });
});
