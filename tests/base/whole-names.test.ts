import { describe, expect, it } from 'vitest';
import { readPersonName, splitName } from '../../src-main/base/person-name.ts';

const parts = (text: string): (string | null)[] => {
  const { formOfAddress, title, givenName, familyName } = readPersonName(text);
  return [formOfAddress, title, givenName, familyName];
};

describe('a name in its parts', () => {
  it.each<[string, (string | null)[]]>([
    ['Föhrmann, Dr. Edda', [null, 'Dr.', 'Edda', 'Föhrmann']],
    ['Prof. Dr. Ada Graf', [null, 'Prof. Dr.', 'Ada', 'Graf']],
    ['Frau Dr. Edda Föhrmann', ['Frau', 'Dr.', 'Edda', 'Föhrmann']],
    ['Herrn Jörg Weiß', ['Herr', '', 'Jörg', 'Weiß']],
    ['Edda Föhrmann, Dr.', [null, 'Dr.', 'Edda', 'Föhrmann']],
    ['Weiß, Jörg, Dr. med.', [null, 'Dr. med.', 'Jörg', 'Weiß']],
    ['Dr. rer. nat. habil. Kim Sander', [null, 'Dr. rer. nat. habil.', 'Kim', 'Sander']],
    ['Dipl.-Ing. (FH) Uwe Muster', [null, 'Dipl.-Ing. (FH)', 'Uwe', 'Muster']],
    ['Heide, Anna von der', [null, '', 'Anna', 'von der Heide']],
    ['von der Heide, Anna', [null, '', 'Anna', 'von der Heide']],
    ['Anna-Lena Müller-Schmidt', [null, '', 'Anna-Lena', 'Müller-Schmidt']],
    ['Karl Freiherr von Berg', [null, '', 'Karl', 'Freiherr von Berg']],
    ['Ada Graf', [null, '', 'Ada', 'Graf']],
    ['Frau Dr.', ['Frau', 'Dr.', '', '']],
    ['Herr', ['Herr', '', '', '']],
    ['Muster', [null, '', '', 'Muster']],
    ['Med Amin', [null, '', 'Med', 'Amin']],
    ['', [null, '', '', '']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('of nobility keeps "Graf" as a plain family name', () => {
    expect(splitName('Ada Graf')).toEqual({ givenName: 'Ada', familyName: 'Graf' });
    expect(splitName('Otto Graf zu Stein')).toEqual({ givenName: 'Otto', familyName: 'Graf zu Stein' });
  });
});
