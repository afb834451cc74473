import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { Documents, documents, handedFileSchema, type FileContent } from '../../src-main/contract/document/delivery.ts';
import { contract } from '../../src-main/contract/procedures.ts';
import { readingSchema } from '../../src-main/contract/shared/reading.ts';
import { answer, type Service } from '../../src-main/host/answer.ts';
import { ask } from '../../src-main/host/ask.ts';
import { stopReading } from '../../src-main/host/running-readings.ts';
import { servicesOf } from '../../src-main/host/services.ts';
import { idNumber, refusalOf } from '../support/builders.ts';
import { testContext } from '../support/test-context.ts';
import { testHost } from '../support/test-host.ts';

const host = testHost();
afterAll(() => host.dispose());
const { handoff } = host.app;

const FILE: FileContent = { fileName: 'a.txt', mimeType: 'text/plain', bytes: Uint8Array.of(1, 2, 3) };
const handed: (readonly FileContent[])[] = [];
const delivery = {
  deliver: (files: readonly FileContent[]) => {
    handed.push(files);
    return Promise.resolve({ kind: 'offered' as const, files: [] });
  },
};
const answered = (service: Service, schema: z.ZodType | undefined, input?: unknown, signal?: AbortSignal) =>
  answer(service, schema, input, signal, { delivery, handoff });
/** What a service was called with. */
const echo = (...args: readonly unknown[]): unknown => args;

describe('a call', () => {
  const { signal } = new AbortController();

  it.each([
    ['nothing', undefined, undefined, [{ signal }]],
    ['one field', z.object({ ref: z.string() }), { ref: 'S1' }, ['S1', { signal }]],
    ['one field that was left out', z.object({ after: z.string().optional() }), {}, [undefined, { signal }]],
    [
      'several fields',
      z.object({ ref: z.string(), n: z.number() }),
      { ref: 'S1', n: 1 },
      [{ ref: 'S1', n: 1 }, { signal }],
    ],
    [
      'an alternative',
      z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
      { a: 'x' },
      [{ a: 'x' }, { signal }],
    ],
  ])('with %s reaches its service', async (_what, schema, input, expected) => {
    expect(await answered(echo, schema, input, signal)).toEqual(expected);
  });

  it('brings the bytes of a file that was handed over, once', async () => {
    const input = { handle: handoff.put(FILE), fileName: 'b.txt', target: 'person' };
    const [file] = (await answered(echo, handedFileSchema.extend({ target: z.string() }), input)) as [object];
    expect(file).toMatchObject({ fileName: 'b.txt', target: 'person', bytes: FILE.bytes });
    expect(file).not.toHaveProperty('handle');
    expect((await refusalOf(() => answered(echo, handedFileSchema, input))).code).toBe('offer-expired');
  });

  it('whose reading has a name is ended by it, and has one field less', async () => {
    const schema = z.object({ path: z.string(), reading: readingSchema });
    const reading = (path: unknown, call: unknown): Promise<unknown> => {
      stopReading('r1');
      return Promise.resolve([path, (call as { signal: AbortSignal }).signal.aborted]);
    };
    expect(await answered(reading as Service, schema, { path: 'x', reading: 'r1' })).toEqual(['x', true]);
    expect(await answered(echo, schema, { path: 'x' })).toEqual(['x', {}]);
  });

  it('that answers nothing is answered as done', async () => {
    expect(await answered(() => undefined, undefined)).toEqual({ done: true });
  });
});

describe('files a service made', () => {
  it('are handed over, and the service says what came of it', async () => {
    handed.length = 0;
    expect(await answered(() => documents([FILE]), undefined)).toEqual({ kind: 'offered', files: [] });
    const noted = new Documents([FILE], ({ kind }) => Promise.resolve({ kind, count: 7 }));
    expect(await answered(() => Promise.resolve(noted), undefined)).toEqual({ kind: 'offered', count: 7 });
    expect(handed).toEqual([[FILE], [FILE]]);
  });

  it('that belong into a folder go there, whoever asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stellwerk-answer-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    handed.length = 0;
    await answered(() => new Documents([FILE], (given) => Promise.resolve(given), folder), undefined);
    expect(readdirSync(folder)).toEqual(['a.txt']);
    expect(handed).toEqual([]);
  });
});

describe('the contract', () => {
  const services = servicesOf(testContext(host));

  it('has a service for every procedure', () => {
    const missing = Object.entries(contract).flatMap(([subject, procedures]) =>
      Object.keys(procedures)
        .filter((name) => typeof (services as Record<string, Record<string, unknown>>)[subject]?.[name] !== 'function')
        .map((name) => `${subject}.${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('asked from within refuses what no wire would let through, in German', async () => {
    const asking = ask(services, { delivery, handoff });
    await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
    const refused = await refusalOf(() =>
      asking.statements.create({ id: 'keine', answers: null, name: null, leadUnit: null, number: null }),
    );
    expect(refused).toEqual({ code: 'input-invalid', details: { problem: 'id: hat eine unerwartete Form' } });
    const made = { id: idNumber(4), answers: null, name: 'x'.repeat(30_000), leadUnit: null, number: null };
    expect((await refusalOf(() => asking.statements.create(made))).details).toEqual({
      problem: 'Bezeichnung: ist zu lang oder zu groß',
    });
    expect((await asking.system.status()).office?.bodyName).toBe('Stadt Auental');
  });
});
