import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocxSigner } from '../../../../src-main/adapters/signing/ooxml/docx-signer.ts';
import { Refusal } from '../../../../src-main/contract/shared/errors.ts';
import { refusalOf } from '../../../support/builders.ts';
import { editPackage, packageParts, sampleDocx, withPart } from '../../../support/docx-packages.ts';
import { testAuthority, type TestKey } from '../../../support/signing-keys.ts';
import { workSeconds } from '../../../support/work-seconds.ts';

const signer = createDocxSigner();
const authority = testAuthority();
afterAll(() => authority.remove());
let docx: Uint8Array;
let signed: Uint8Array;
let rsa: TestKey;
beforeAll(async () => {
  docx = await sampleDocx();
  rsa = authority.make('rsa', 'Jörg Müller');
  signed = await signer.sign(docx, { key: rsa.key, at: '2026-03-01T10:00:00.000Z', reason: '' });
});

const refused = async (file: Uint8Array): Promise<void> => {
  const { signatures, unread } = await signer.verify(file, 'fremd.docx');
  expect(signatures).toEqual([]);
  expect(unread).not.toBe(null);
  const { code } = await refusalOf(() =>
    signer.sign(file, { key: rsa.key, at: '2026-03-01T10:00:00.000Z', reason: '' }),
  );
  expect(code).toBe('document-not-signable');
};

/** The archive with one name overwritten by another of the same length, in the directory and before the content. */
function renamed(file: Uint8Array, from: string, to: string, where: 'both' | 'directory' = 'both'): Uint8Array {
  const bytes = Buffer.from(file);
  const places: number[] = [];
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) places.push(at);
  expect(places.length).toBe(2);
  for (const at of where === 'both' ? places : places.slice(1)) bytes.write(to, at, 'latin1');
  return bytes;
}

describe('a package from a stranger is refused', () => {
  it('when it is no archive, empty or cut', async () => {
    const files = [
      new Uint8Array(),
      strToU8('kein DOCX'),
      signed.subarray(0, -1),
      signed.subarray(0, 4000),
      Buffer.concat([signed, Buffer.from('x')]),
      zipSync({}),
    ];
    for (const file of files) await refused(file);
  });

  it('at once when a tag, a comment or a quotation mark in it never ends', async () => {
    for (const endless of [
      `<a${'x'.repeat(400_000)}`,
      '<!--'.repeat(200_000),
      '<a b="'.repeat(100_000),
      '<a '.repeat(200_000),
    ]) {
      const seconds = await workSeconds(() =>
        refused(
          editPackage(signed, {
            '_rels/.rels': (xml) => xml.replace('</Relationships>', `${endless}</Relationships>`),
          }),
        ),
      );
      expect(seconds).toBeLessThan(10);
    }
  });

  it('when it is an archive but no package', async () => {
    await refused(zipSync({ 'a.txt': strToU8('a') }));
    const bare = editPackage(docx, { '_rels/.rels': () => null });
    expect(
      (await refusalOf(() => signer.sign(bare, { key: rsa.key, at: '2026-03-01T10:00:00.000Z', reason: '' }))).code,
    ).toBe('document-not-signable');
    await refused(editPackage(signed, { '[Content_Types].xml': () => null }));
    await refused(
      editPackage(signed, { '[Content_Types].xml': (xml) => xml.replace('<Types', '<!DOCTYPE Types><Types') }),
    );
    await refused(editPackage(signed, { '[Content_Types].xml': (xml) => xml.replace('</Types>', '') }));
    await refused(
      editPackage(signed, {
        '_rels/.rels': (xml) => xml.replace('<Relationships', '<!DOCTYPE x [<!ENTITY e "y">]><Relationships'),
      }),
    );
  });

  it('when a name is there twice, also where only case or escaping differ', async () => {
    const twice = zipSync({ ...packageParts(signed), 'word/dokument.xml': strToU8('<a/>') });
    await refused(renamed(twice, 'word/dokument.xml', 'word/document.xml').subarray());
    await refused(withPart(signed, 'word/Document.xml', strToU8('<a/>')));
    await refused(withPart(signed, 'word/%64ocument.xml', strToU8('<a/>')));
    await refused(withPart(signed, 'word\\document.xml', strToU8('<a/>')));
  });

  it('when directory and content contradict each other', async () => {
    const file = zipSync({ ...packageParts(signed), 'word/dokument9.xml': strToU8('<a/>') });
    await refused(renamed(file, 'word/dokument9.xml', 'word/dokument8.xml', 'directory'));
    const stored = zipSync({ ...packageParts(signed), 'a.bin': [strToU8('INHALT-INHALT'), { level: 0 }] });
    const changed = Buffer.from(stored);
    changed.write('ANDERS', changed.indexOf('INHALT'));
    await refused(changed);
    const end = Buffer.from(signed).lastIndexOf(Buffer.from('PK\x05\x06'));
    await refused(Buffer.concat([signed.subarray(0, end), Buffer.from('versteckt'), signed.subarray(end)]));
  });

  it('when a part has two content types', async () => {
    const second = '<Override PartName="/word/Document.xml" ContentType="text/plain"/></Types>';
    await refused(editPackage(signed, { '[Content_Types].xml': (xml) => xml.replace('</Types>', second) }));
  });

  it('when it unpacks to more than anybody needs', async () => {
    await refused(withPart(signed, 'word/media/bomb.bin', new Uint8Array(205 * 1024 * 1024)));
    const many = Object.fromEntries(Array.from({ length: 5100 }, (_, index) => [`x/${index}`, new Uint8Array()]));
    await refused(zipSync({ ...packageParts(signed), ...many }));
  });

  it('when there are more signatures than anybody gathers, or two origins', async () => {
    const origin =
      '<Relationship Id="o2" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="word/styles.xml"/></Relationships>';
    await refused(editPackage(signed, { '_rels/.rels': (xml) => xml.replace('</Relationships>', origin) }));
    const names = Array.from({ length: 51 }, (_, index) => `more${index}.xml`);
    const relationship = (name: string): string =>
      `<Relationship Id="${name}" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature" Target="${name}"/>`;
    await refused(
      editPackage(signed, {
        ...Object.fromEntries(names.map((name) => [`_xmlsignatures/${name}`, () => '<a/>'])),
        '_xmlsignatures/_rels/origin.sigs.rels': (xml) =>
          xml.replace('</Relationships>', `${names.map(relationship).join('')}</Relationships>`),
      }),
    );
  });
});

const signatureWith = (content: string): string =>
  Buffer.from(packageParts(signed)['_xmlsignatures/sig1.xml'] ?? [])
    .toString()
    .replace('</Signature>', `<Object>${content}</Object></Signature>`);

describe('a package that is only odd', () => {
  it('keeps its verdict when relationships of a part are unreadable', async () => {
    const file = editPackage(signed, { 'word/_rels/document.xml.rels': (xml) => xml.replace('</Relationships>', '') });
    const { signatures } = await signer.verify(file, 'a.docx');
    expect(signatures).toMatchObject([{ problem: 'digest-wrong' }]);
  });

  it('gets its verdict at once where elements or namespaces are nested beyond measure', async () => {
    const spaces = Array.from({ length: 50_000 }, (_, index) => `<a xmlns:p${index}="u">`).join('');
    for (const deep of [
      `${'<a>'.repeat(60_000)}${'</a>'.repeat(60_000)}`,
      spaces,
      `<!-- </a> -->${'<a b=">">'.repeat(60_000)}`,
    ]) {
      const file = withPart(signed, '_xmlsignatures/sig1.xml', strToU8(signatureWith(deep)));
      const seconds = await workSeconds(async () => {
        const { signatures } = await signer.verify(file, 'a.docx');
        expect(signatures).toMatchObject([{ valid: false, problem: 'unjudged' }]);
      });
      // Without the limit it is minutes.
      expect(seconds).toBeLessThan(10);
    }
  });
});

describe('any change of bytes', () => {
  const mutation = fc.record({
    at: fc.nat(),
    value: fc.integer({ min: 1, max: 255 }),
    length: fc.nat(40),
    kind: fc.constantFrom('flip', 'cut', 'repeat'),
  });

  function mutate(
    bytes: Uint8Array,
    { at, value, length, kind }: { at: number; value: number; length: number; kind: string },
  ): Uint8Array {
    const place = at % Math.max(bytes.length, 1);
    const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
    if (kind === 'cut') return Buffer.concat([before, after.subarray(length + 1)]);
    if (kind === 'repeat') return Buffer.concat([before, after.subarray(0, length + 1), after]);
    const changed = Uint8Array.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ value;
    return changed;
  }
  /** Valid may remain only what still says the same, or names what was added. */
  async function holds(file: Uint8Array): Promise<boolean> {
    try {
      const { signatures, uncoveredParts } = await signer.verify(file, 'a.docx');
      return signatures.every(
        ({ valid, coversWholeFile }) => !valid || coversWholeFile === (uncoveredParts.length === 0),
      );
    } catch (error) {
      return error instanceof Refusal && error.code === 'document-unreadable';
    }
  }

  it('of the archive leads to a refusal or a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        expect(await holds(mutate(signed, change))).toBe(true);
      }),
      { numRuns: 100, seed: 20260115 },
    );
  });

  it('of a part leads to a refusal or a verdict that is not valid', async () => {
    const parts = packageParts(signed);
    const anyPart = fc.constantFrom(
      ...Object.keys(parts).filter((name) => !/^\[Content|_xmlsignatures|^_rels/.test(name)),
    );
    await fc.assert(
      fc.asyncProperty(anyPart, mutation, async (name, change) => {
        const before = parts[name] ?? new Uint8Array();
        const after = mutate(before, change);
        fc.pre(Buffer.compare(before, after) !== 0);
        const { signatures } = await signer.verify(withPart(signed, name, after), 'a.docx');
        // Relationships are signed by what they say: blanks between them may change.
        const isRelationships = name.endsWith('.rels');
        expect(signatures.some(({ valid, coversWholeFile }) => valid && coversWholeFile && !isRelationships)).toBe(
          false,
        );
      }),
      { numRuns: 60, seed: 20260116 },
    );
  });

  it('of the signature, the content types or the relationships of the package leads to a refusal or a verdict', async () => {
    const parts = packageParts(signed);
    const anyPart = fc.constantFrom(
      '_xmlsignatures/sig1.xml',
      '_xmlsignatures/_rels/origin.sigs.rels',
      '[Content_Types].xml',
      '_rels/.rels',
    );
    await fc.assert(
      fc.asyncProperty(anyPart, mutation, async (name, change) => {
        expect(await holds(withPart(signed, name, mutate(parts[name] ?? new Uint8Array(), change)))).toBe(true);
      }),
      { numRuns: 100, seed: 20260117 },
    );
  });
});
