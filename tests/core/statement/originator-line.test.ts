import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originatorLine, originatorText, parseOriginator } from '../../../src-main/core/statement/originator-line.ts';
import { sharedMissing, sharedPath } from '../../support/shared.ts';

const words = (text: string): string[] => text.match(/[^\s,;]+/g) ?? [];

describe('the line of originators', () => {
  it.each([
    [
      'Fraktion Grüne Mitte, Fraktionsvorsitzende Ada Beispiel',
      { organization: 'Fraktion Grüne Mitte', function: 'Fraktionsvorsitzende', person: 'Ada Beispiel' },
    ],
    [
      'Fraktion A/B!, stellv. Vorsitzender Dr. Jan van der Muster',
      { organization: 'Fraktion A/B!', function: 'stellv. Vorsitzender', person: 'Dr. Jan van der Muster' },
    ],
    ['Stadträtin Eva Muster', { organization: '', function: 'Stadträtin', person: 'Eva Muster' }],
    [
      'Fraktion Tierschutz, Garten und Wald, Ratsherr Ole Muster',
      { organization: 'Fraktion Tierschutz, Garten und Wald', function: 'Ratsherr', person: 'Ole Muster' },
    ],
    ['Fraktion CDU', { organization: 'Fraktion CDU', function: '', person: '' }],
    ['Seniorenbeirat', { organization: 'Seniorenbeirat', function: '', person: '' }],
  ])('reads "%s" clearly and prints it the same', (text, originator) => {
    expect(parseOriginator(text)).toEqual({ originator, clear: true });
    expect(originatorText(originator)).toBe(text);
  });

  it.each(['Fraktion Mitte, Ada Beispiel', 'Ada Beispiel'])('says that "%s" is a guess', (text) => {
    expect(parseOriginator(text).clear).toBe(false);
    expect(originatorText(parseOriginator(text).originator)).toBe(text);
  });

  it('prints several originators with a semicolon and leaves out empty parts', () => {
    const [ada, beirat, nobody] = [
      { organization: 'Fraktion A', function: '', person: 'Ada Beispiel' },
      { organization: 'Beirat', function: '', person: '' },
      { organization: '', function: '', person: '' },
    ];
    expect(originatorLine([ada, nobody, beirat])).toBe('Fraktion A, Ada Beispiel; Beirat');
    expect(originatorLine([])).toBe('');
  });

  it('reads back what it prints for names as they are', () => {
    const name = fc.stringMatching(/^[A-ZÄÖÜ][a-zäöüß]{1,9}( [A-ZÄÖÜ][a-zäöüß-]{1,9}){1,2}$/);
    const role = fc.constantFrom(
      'Fraktionsvorsitzende',
      'Fraktionsvorsitzender',
      'Stadtrat',
      'Stadträtin',
      'Sprecherin',
    );
    fc.assert(
      fc.property(name, role, name, (organization, function_, person) => {
        const originator = { organization, function: function_, person };
        expect(parseOriginator(originatorText(originator))).toEqual({ originator, clear: true });
      }),
    );
  });

  it('drops no word of any line', () => {
    const token = fc.constantFrom(
      'Fraktion',
      'Rat',
      'Stadtrat',
      'Vorsitzende',
      ',',
      ', ',
      'Ö/x!',
      'Dr.',
      'van',
      ' ',
      '  ',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const line = tokens.join(' ');
        expect(words(originatorText(parseOriginator(line).originator))).toEqual(words(line));
      }),
      { numRuns: 500 },
    );
  });

  it.skipIf(sharedMissing !== undefined)('drops no word of the names of real bodies', () => {
    const names = readFileSync(sharedPath('hazards', 'committees-and-offices.txt'), 'utf8').trim().split('\n');
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) expect(words(originatorText(parseOriginator(name).originator))).toEqual(words(name));
  });
});
