/** Spelling in the release check: words that no dictionary knows are hints at their places; what the office knows or was taught is none. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SpellingPort } from '../../../src-main/core/ports/spelling-port.ts';
import { spellings, writtenWords } from '../../../src-main/core/release/spellings.ts';
import type { ReadStores } from '../../../src-main/core/ports/ports.ts';
import { paragraph, richText } from '../../support/builders.ts';
import { testHost } from '../../support/test-host.ts';
import { ofRule, sound } from './subject.ts';

const replying = (text: string, misspelled: ReadonlySet<string> | null) =>
  sound({ reply: richText(paragraph(text, 'b1')) }, { misspelled });

describe('a word that no dictionary knows', () => {
  it('is a hint at each of its places', () => {
    const subject = replying('Der Termmin und noch ein Termmin.', new Set(['Termmin']));
    expect(ofRule(subject, 'spelling')).toMatchObject([
      { severity: 'hint', place: { field: 'reply', blockId: 'b1', start: 4, end: 11 }, details: { text: 'Termmin' } },
    ]);
    expect(ofRule(replying('Der Termin.', new Set(['Termmin'])), 'spelling')).toEqual([]);
  });
  it('is not looked for in the quotation, which belongs to others', () => {
    const subject = sound({ quotation: richText(paragraph('Termmin', 'q1')) }, { misspelled: new Set(['Termmin']) });
    expect(ofRule(subject, 'spelling')).toEqual([]);
  });
});

it('where nothing could be looked up, that is said instead', () => {
  expect(ofRule(replying('Termmin', null), 'spelling')).toEqual([]);
  expect(ofRule(replying('Termmin', null), 'spelling-unchecked')).toMatchObject([{ severity: 'hint' }]);
  expect(ofRule(replying('Termin', new Set()), 'spelling-unchecked')).toEqual([]);
});

describe('words of a text', () => {
  it('stand at their places, also behind signs of two units and composed letters', () => {
    const text = '👍 Über e\u0301lan, geht’s?';
    for (const { text: word, start, end } of writtenWords(text)) expect(text.slice(start, end)).toBe(word);
    expect(writtenWords(text).map((word) => word.text)).toEqual(['Über', 'e\u0301lan', 'geht’s']);
  });
});

const stores = (more: { readonly learned?: unknown; readonly persons?: readonly object[] } = {}): ReadStores =>
  ({
    directory: { persons: async () => more.persons ?? [], organizations: async () => [] },
    preferences: { all: async () => ({ learnedWords: more.learned ?? [] }) },
  }) as unknown as ReadStores;

describe('what is looked up', () => {
  const port = (answer: (words: readonly string[]) => ReadonlySet<string>) => {
    const asked: string[][] = [];
    const spelling: SpellingPort = {
      misspelled: async (words) => {
        asked.push([...words]);
        return answer(words);
      },
      suggestions: async () => [],
    };
    return { asked, spelling };
  };
  it('is asked once for each word', async () => {
    const { asked, spelling } = port(() => new Set(['Zwxy']));
    const words = spellings({ spelling, reportUnexpected: () => '' });
    await words.prepare(['Zwxy und Zwxy']);
    await words.prepare(['und Zwxy neu']);
    expect(asked).toEqual([['Zwxy', 'und'], ['neu']]);
    expect(await words.misspelled(stores(), ['und Zwxy'])).toEqual(new Set(['Zwxy']));
  });
  it('is not what people and the office are called, nor what was learned, in the genitive either', async () => {
    const { spelling } = port((asked) => new Set(asked));
    const words = spellings({ spelling, reportUnexpected: () => '' });
    const text = ['Wierzbinskis Brenneke Qrst Uvwx'];
    await words.prepare(text);
    const persons = [
      { givenName: 'Jana', familyName: 'Wierzbinski', title: null },
      { givenName: '', familyName: 'Brenneke-Ruhl', title: null },
    ];
    expect(await words.misspelled(stores({ persons, learned: ['Qrst'] }), text)).toEqual(new Set(['Uvwx']));
    // A value that cannot be read is none.
    expect(await words.misspelled(stores({ persons, learned: 7 }), text)).toEqual(new Set(['Qrst', 'Uvwx']));
  });
  it('goes on when the dictionary answers again, and the failure is told once', async () => {
    let fails = true;
    const { spelling } = port(() => {
      if (fails) throw new Error('gone');
      return new Set();
    });
    const told: unknown[] = [];
    const words = spellings({ spelling, reportUnexpected: (error) => String(told.push(error)) });
    await words.prepare(['eins']);
    await words.prepare(['eins']);
    expect(await words.misspelled(stores(), ['eins'])).toBeNull();
    fails = false;
    await words.prepare(['eins']);
    expect(await words.misspelled(stores(), ['eins'])).toEqual(new Set());
    expect(told).toHaveLength(1);
  });
});

it('the whole way: found while writing, learned, and found no more', async () => {
  const host = testHost();
  onTestFinished(() => host.dispose());
  await host.app.system.initialise({ kind: 'example' });
  const { id, content } = await host.app.statements.get('S0044/26');
  const written = {
    ...content,
    reply: richText(paragraph('Die Qualitätsoffensivitis am Auenufer hat einen Termmin.', 'b1')),
  };
  const found = async (): Promise<string[]> =>
    (await host.app.releases.look({ id, content: written }))
      .filter(({ rule }) => rule === 'spelling')
      .map(({ details }) => details['text'] ?? '');
  expect(await found()).toEqual(['Qualitätsoffensivitis', 'Termmin']);
  expect(await host.app.releases.suggest('Termmin')).toContain('Termin');
  await host.app.settings.setPreferences({ learnedWords: ['Qualitätsoffensivitis'] });
  expect(await found()).toEqual(['Termmin']);
});
