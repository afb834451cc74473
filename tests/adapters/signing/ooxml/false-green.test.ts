/** Packages whose signature fits, and which a program shows otherwise than they were signed: none of them may count as covered. */
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocxSigner } from '../../../../src-main/adapters/signing/ooxml/docx-signer.ts';
import type { FoundSignatures } from '../../../../src-main/core/ports/signature-ports.ts';
import { editPackage, packageParts, sampleDocx, withPart } from '../../../support/docx-packages.ts';
import { testAuthority, type TestKey } from '../../../support/signing-keys.ts';

const signer = createDocxSigner();
const authority = testAuthority();
afterAll(() => authority.remove());
const AT = '2026-03-01T10:00:00.000Z';
const DOCUMENT = 'word/document.xml';
const PROPERTIES = 'docProps/neu.xml';
const CUSTOM = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const CUSTOM_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
let rsa: TestKey;
let bare: Uint8Array;
let signed: Uint8Array;

beforeAll(async () => {
  rsa = authority.make('rsa', 'Jörg Müller');
  bare = editPackage(await sampleDocx(), {
    'docProps/custom.xml': () => null,
    '_rels/.rels': (xml) => xml.replace(/<Relationship [^>]*custom-properties[^>]*\/>/, ''),
    '[Content_Types].xml': (xml) => xml.replace(/<Override [^>]*custom-properties\+xml[^>]*\/>/, ''),
  });
  signed = await sign(bare);
});

const sign = (file: Uint8Array): Promise<Uint8Array> => signer.sign(file, { key: rsa.key, at: AT, reason: '' });
const verify = (file: Uint8Array): Promise<FoundSignatures> => signer.verify(file, 'a.docx');
const isGreen = ({ signatures }: FoundSignatures): boolean =>
  signatures.some(({ valid, coversWholeFile }) => valid && coversWholeFile);

const TYPES = '</Types>';
const LAST = '</Relationships>';
/** What may be added to any signed package: properties of the file. */
const withProperties = (file: Uint8Array): Uint8Array =>
  editPackage(file, {
    [PROPERTIES]: () => '<Properties/>',
    '_rels/.rels': (xml) => xml.replace(LAST, `<Relationship Id="rN" Type="${CUSTOM}" Target="${PROPERTIES}"/>${LAST}`),
    '[Content_Types].xml': (xml) =>
      xml.replace(TYPES, `<Override PartName="/${PROPERTIES}" ContentType="${CUSTOM_TYPE}"/>${TYPES}`),
  });
const inText = (content: string): Uint8Array =>
  editPackage(bare, { [DOCUMENT]: (xml) => xml.replace('<w:body>', `<w:body>${content}`) });

it('properties that nothing shows may be added', async () => {
  expect(isGreen(await verify(withProperties(signed)))).toBe(true);
  const counted = inText('<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>');
  expect(isGreen(await verify(withProperties(await sign(counted))))).toBe(true);
});

describe('properties that the text shows are content', () => {
  const run = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  it.each([
    ['by a field', `<w:p>${run('DOCPROPERTY Betreff')}</w:p>`],
    ['by a simple field', '<w:p><w:fldSimple w:instr=" TITLE "/></w:p>'],
    ['by a field in small letters', `<w:p>${run('title')}</w:p>`],
    ['by a field under another prefix', `<x:p xmlns:x="${W}"><x:fldSimple x:instr="TITLE"/></x:p>`],
    ['by a field with blanks before its equals sign', '<w:p><w:fldSimple w:instr\n = "TITLE"/></w:p>'],
    ['by a field spread over runs', `<w:p>${run('DOCPRO')}${run('PERTY Betreff')}</w:p>`],
    ['by a field in character references', `<w:p>${run('&#x54;ITL&#69;')}</w:p>`],
    ['by a bound control', '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent/></w:sdt>'],
  ])('%s', async (_, content) => {
    const file = await sign(inText(content));
    expect(isGreen(await verify(file))).toBe(true);
    const found = await verify(withProperties(file));
    expect(isGreen(found)).toBe(false);
    expect(found.uncoveredParts).toContain(PROPERTIES);
  });

  it('by a part that has another ending, or another encoding', async () => {
    const field = `<w:hdr xmlns:w="w"><w:p><w:fldSimple w:instr="TITLE"/></w:p></w:hdr>`;
    const header = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';
    const typed = (name: string): Uint8Array =>
      editPackage(bare, {
        '[Content_Types].xml': (xml) =>
          xml.replace(TYPES, `<Override PartName="/${name}" ContentType="${header}"/>${TYPES}`),
      });
    const files = [
      withPart(typed('word/kopf.bin'), 'word/kopf.bin', Buffer.from(field)),
      withPart(typed('word/kopf.xml'), 'word/kopf.xml', Buffer.from(`\ufeff${field}`, 'utf16le')),
      withPart(typed('word/kopf.xml'), 'word/kopf.xml', Buffer.from('<?xml version="1.0" encoding="UTF-7"?><a/>')),
    ];
    for (const file of files) expect(isGreen(await verify(withProperties(await sign(file))))).toBe(false);
  });

  it('by an embedded file that Word takes over', async () => {
    const chunk = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk';
    const file = editPackage(bare, {
      'word/_rels/document.xml.rels': (xml) =>
        xml.replace(LAST, `<Relationship Id="rC" Type="${chunk}" Target="stueck.rtf"/>${LAST}`),
      'word/stueck.rtf': () => '{\\rtf1{\\field{\\*\\fldinst TITLE}}}',
      '[Content_Types].xml': (xml) => xml.replace(TYPES, `<Default Extension="rtf" ContentType="text/rtf"/>${TYPES}`),
    });
    expect(isGreen(await verify(withProperties(await sign(file))))).toBe(false);
  });
});

describe('a part that may be left out of a signature', () => {
  it('is content when the text leads to it as well', async () => {
    const header = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/header';
    // Signed while it is not there yet.
    const leading = editPackage(bare, {
      'word/_rels/document.xml.rels': (xml) =>
        xml.replace(LAST, `<Relationship Id="rH" Type="${header}" Target="/${PROPERTIES}"/>${LAST}`),
    });
    const found = await verify(withProperties(await sign(leading)));
    expect(isGreen(found)).toBe(false);
    expect(found.uncoveredParts).toContain(PROPERTIES);
  });

  it.each([
    ['a signature', '_xmlsignatures/sig1.xml'],
    ['the origin of signatures', '_xmlsignatures/origin.sigs'],
  ])('is content when it is %s and the text leads to it', async (_, target) => {
    const header = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/header';
    const leading = editPackage(bare, {
      'word/_rels/document.xml.rels': (xml) =>
        xml.replace(LAST, `<Relationship Id="rH" Type="${header}" Target="/${target}"/>${LAST}`),
    });
    const found = await verify(await sign(leading));
    expect(isGreen(found)).toBe(false);
    expect(found.uncoveredParts).toContain(target);
  });
});

describe('content types that programs read differently', () => {
  it.each<[string, (xml: string) => string]>([
    [
      'in another namespace',
      (xml) => xml.replace(TYPES, `<x:Override xmlns:x="urn:x" PartName="/${DOCUMENT}" ContentType="a/b"/>${TYPES}`),
    ],
    [
      'without a namespace',
      (xml) => xml.replace(TYPES, `<Override xmlns="" PartName="/${DOCUMENT}" ContentType="a/b"/>${TYPES}`),
    ],
    [
      'for the same part twice',
      (xml) => xml.replace(TYPES, `<Override PartName="/WORD/document.xml" ContentType="a/b"/>${TYPES}`),
    ],
    [
      'for the same ending twice',
      (xml) =>
        xml.replace(
          TYPES,
          `<Default Extension="XML" ContentType="a/b"/><Default Extension="xml" ContentType="a/c"/>${TYPES}`,
        ),
    ],
    ['under another root', (xml) => xml.replace(/<Types[^>]*>/, '<Types xmlns="urn:x">')],
  ])('are not judged: %s', async (_, change) => {
    const found = await verify(editPackage(signed, { '[Content_Types].xml': change }));
    expect(isGreen(found)).toBe(false);
    expect(found).toMatchObject({ signatures: [], unread: 'file-unreadable' });
  });
});

describe('two archives in one file', () => {
  const END = 22;
  /** The same package with another text. */
  const forged = (): Uint8Array => zipSync({ ...packageParts(signed), [DOCUMENT]: Buffer.from('<a/>') });
  const end = (file: Uint8Array): number => file.length - END;
  const withComment = (file: Uint8Array, comment: Uint8Array): Buffer => {
    const copy = Buffer.concat([file, comment]);
    copy.writeUInt16LE(comment.length, file.length - 2);
    return copy;
  };
  const endOf = (file: Uint8Array): Buffer => Buffer.from(file.subarray(end(file)));

  it.each<[string, () => Uint8Array]>([
    ['the second in the comment of the first', () => withComment(signed, forged())],
    ['a second end of the directory in the comment', () => withComment(signed, endOf(signed))],
    ['a second end that nothing announces', () => Buffer.concat([signed, endOf(forged())])],
    ['the first before the second', () => Buffer.concat([forged(), signed])],
    [
      'a comment that is announced and missing',
      () => {
        const copy = Buffer.from(signed);
        copy.writeUInt16LE(1, copy.length - 2);
        return copy;
      },
    ],
    [
      'a larger directory announced before its end',
      () => {
        const locator = Buffer.alloc(20);
        locator.writeUInt32LE(0x07064b50);
        return Buffer.concat([signed.subarray(0, end(signed)), locator, endOf(signed)]);
      },
    ],
    [
      'a larger directory announced in the comment of an entry',
      () => {
        const locator = Buffer.alloc(20);
        locator.writeUInt32LE(0x07064b50);
        const last = Buffer.from(signed).lastIndexOf('PK\u0001\u0002');
        const copy = Buffer.concat([signed.subarray(0, end(signed)), locator, endOf(signed)]);
        copy.writeUInt16LE(locator.length, last + 32);
        copy.writeUInt32LE(copy.readUInt32LE(copy.length - 10) + locator.length, copy.length - 10);
        return copy;
      },
    ],
  ])('are refused: %s', async (_, make) => {
    expect(await verify(new Uint8Array(make()))).toMatchObject({ signatures: [], unread: expect.any(String) });
  });
});
