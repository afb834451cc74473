/** Papers about the same matter: told by parts of words, kept up to date, and quick over a large register. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fold } from '../../../src-main/base/fold.ts';
import { RelatedPapers } from '../../../src-main/core/register/related-papers.ts';
import { sharedMissing, sharedPath } from '../../support/shared.ts';
import { testHost } from '../../support/test-host.ts';

const NONE: ReadonlySet<string> = new Set();
const indexOf = (...names: readonly string[]): RelatedPapers => {
  const index = new RelatedPapers();
  index.update(names.map((name, at) => ({ id: String(at), name: fold(name) })));
  return index;
};

describe('the same matter', () => {
  it('is told across compounds and endings, and a shared form of words is none', () => {
    const index = indexOf(
      'Sanierung des Radwegs an der Elbuferpromenade',
      'Stellungnahme zum Antrag über Schulessen',
      'Elbuferpromenade: Beleuchtung und Radwege',
      'Antrag zur Anfrage über die Information der Stadt',
    );
    expect(
      index
        .find([fold('Radwegsanierung Elbufer')], NONE, 5)
        .slice(0, 2)
        .toSorted(),
    ).toEqual(['0', '2']);
    expect(index.find([fold('Antrag der Stadt')], NONE, 5)).toEqual([]);
    expect(index.find([''], NONE, 5)).toEqual([]);
  });
  it('leaves out what it is told to, and follows titles that change or go', () => {
    const index = indexOf('Spielplatz am Weiher', 'Spielplätze im Norden');
    expect(index.find(['spielplatz'], new Set(['0']), 5)).toEqual(['1']);
    index.update([{ id: '0', name: fold('Haushalt 2027') }]);
    expect(index.find(['spielplatz'], NONE, 5)).toEqual([]);
    expect(index.find(['haushalt'], NONE, 5)).toEqual(['0']);
  });
});

it('of the example office comes without the paper itself and those it answers', async () => {
  const host = testHost();
  onTestFinished(() => host.dispose());
  await host.app.system.initialise({ kind: 'example' });
  const { papers } = host.app;
  const { items } = await papers.list({ text: '', limit: 500 });
  const statement = items.find(({ reference }) => reference === 'S0044/26');
  const found = await papers.related({ ref: 'S0044/26', limit: 10 });
  const beside = new Set([statement?.id, ...(statement?.related.map(({ id }) => id) ?? [])]);
  expect(found.filter(({ id }) => beside.has(id))).toEqual([]);
  expect(found.length).toBeLessThanOrEqual(10);
});

interface RealPaper {
  readonly id: number;
  readonly title: string;
  readonly rootPaperId: number;
}
describe.skipIf(sharedMissing)('in the real register', () => {
  const papers = gunzipSync(readFileSync(sharedPath('data', 'magdeburg-register-2022.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RealPaper);
  const named = papers.map(({ id, title }) => ({ id: String(id), name: fold(title) }));

  it('a paper of the same chain with another title is among the first five in at least 80 of 100', () => {
    const index = new RelatedPapers();
    index.update(named);
    const chains = new Map<number, RealPaper[]>();
    for (const paper of papers) chains.set(paper.rootPaperId, [...(chains.get(paper.rootPaperId) ?? []), paper]);
    const cases = papers.flatMap((paper) => {
      const name = fold(paper.title);
      const others = (chains.get(paper.rootPaperId) ?? []).filter((one) => fold(one.title) !== name);
      return others.length === 0
        ? []
        : [{ id: String(paper.id), name, others: new Set(others.map(({ id }) => String(id))) }];
    });
    const tried = cases.filter((_, at) => at % 4 === 0);
    expect(tried.length).toBeGreaterThan(150);
    const hits = tried.filter(({ id, name, others }) => {
      const same = new Set(named.filter((one) => one.name === name).map((one) => one.id));
      return index.find([name], new Set([id, ...same]), 5).some((found) => others.has(found));
    });
    expect(hits.length / tried.length).toBeGreaterThanOrEqual(0.8);
  });

  it('takes at most 150 ms over 14,000 papers once they were read', () => {
    const twice = [...named, ...named.map(({ id, name }) => ({ id: `${id} b`, name: `${name} ii` }))];
    expect(twice.length).toBeGreaterThan(14_000);
    const index = new RelatedPapers();
    index.update(twice);
    const took = named.slice(0, 40).map(({ name }) => {
      const begun = performance.now();
      index.update(twice);
      index.find([name], NONE, 10);
      return performance.now() - begun;
    });
    const median = took.toSorted((a, b) => a - b)[20] ?? Infinity;
    expect(median).toBeLessThan(150);
  });
});
