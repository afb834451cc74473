/** Copies for editing and what comes back from Word, through the whole program: given out, read, decided, stored. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Review } from '../../../src-main/contract/proposal/shapes.ts';
import { namedSentence } from '../../../src-main/contract/proposal/texts-de.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { strFromU8, unzipSync } from 'fflate';
import { idNumber, refusalOf } from '../../support/builders.ts';
import { added, editCopy, KIM, paragraphWith, removed, replaceWords, withRemark } from '../../support/edited-copy.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

const ULF = 'w:author="Ulf Sander" w:date="2026-03-03T09:30:00Z"';
const REPLY = [
  'Die Bank steht im Park.',
  'Sie kostet 400 Euro im Jahr.',
  'Der Weiher wird gereinigt.',
  'Wir berichten im Mai.',
];

let host: TestHost;
let count = 0;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterAll(() => host.dispose());

interface Given {
  readonly ref: string;
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** A draft with these paragraphs, given out. */
async function given(
  reply: readonly string[] = REPLY,
  notes = { withFindings: false, withComments: false },
): Promise<Given> {
  count += 1;
  const ref = `S${String(count).padStart(4, '0')}/26`;
  const id = idNumber(count);
  await host.app.statements.create({ id, answers: null, name: 'Bänke', leadUnit: 'FB 61', number: ref });
  await host.app.statements.setField({ ref, field: 'publicity', value: 'public' });
  await host.app.statements.setField({ ref, field: 'reply', value: reply.join('\n\n') });
  return { ref, id, bytes: await copyOf(ref, notes) };
}

async function copyOf(ref: string, notes = { withFindings: false, withComments: false }): Promise<Uint8Array> {
  const { files } = await host.app.proposals.copy({ ref, ...notes });
  const [file] = files;
  if (!file) throw new Error('no copy');
  return file.bytes;
}

const look = ({ ref, bytes }: Given, change: (xml: string) => string): Promise<Review> =>
  host.app.proposals.look({ ref, fileName: 'zurueck.docx', bytes: editCopy(bytes, change) });
const accept = async (of: Given, bytes: Uint8Array, ids: readonly string[] | null = null) => {
  const answer = await host.app.proposals.accept({ ref: of.ref, fileName: 'zurueck.docx', bytes, ids });
  return { ...answer, reply: await replyOf(of.ref) };
};
const replyOf = async (ref: string): Promise<string[]> =>
  plainParagraphs((await host.app.statements.get(ref)).content.reply);
const short = ({ proposals }: Review) =>
  proposals.map(({ id, kind, author, removed: gone, added: come, state }) => [id, kind, author, gone, come, state]);

const markEnd = (paragraph: string, mark: string): string => {
  if (paragraph.includes('<w:rPr>') && paragraph.indexOf('<w:rPr>') < paragraph.indexOf('</w:pPr>'))
    return paragraph.replace('<w:rPr>', `<w:rPr>${mark}`);
  return paragraph.replace('</w:pPr>', `<w:rPr>${mark}</w:rPr></w:pPr>`);
};
const instead = (xml: string, words: string, change: (paragraph: string) => string): string => {
  const paragraph = paragraphWith(xml, words);
  return xml.replace(paragraph, change(paragraph));
};
/** All its words deleted, and its end with them. */
const gonePara = (paragraph: string, by = KIM): string =>
  markEnd(
    paragraph.replace(/<w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/g, (_, text: string) =>
      removed(text, by),
    ),
    `<w:del w:id="911" ${by}/>`,
  );
const newPara = (text: string, by = KIM): string =>
  `<w:p><w:pPr><w:pStyle w:val="StellwerkText"/><w:rPr><w:ins w:id="912" ${by}/></w:rPr></w:pPr>${added(text, by)}</w:p>`;

describe('a copy', () => {
  it('that nobody edited proposes nothing and says nothing', async () => {
    const of = await given();
    const review = await look(of, (xml) => xml);
    expect(review).toMatchObject({ proposals: [], named: [] });
    expect(review.revision).not.toBeNull();
  });

  it('locks the form, tracks changes, names its blocks and keeps its state as a version', async () => {
    const of = await given();
    const parts = unzipSync(of.bytes);
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const body = text('word/document.xml');
    expect(body.match(/<w:lock w:val="sdtContentLocked"\/>/g)?.length).toBeGreaterThan(0);
    for (const [at, words] of REPLY.entries()) expect(paragraphWith(body, words)).toContain(`w:name="_swr${at}"`);
    const locked = body
      .split('<w:sdtContent>')
      .slice(1)
      .map((part) => part.slice(0, part.indexOf('</w:sdtContent>')));
    expect(locked.join('')).toContain('Bänke');
    for (const words of REPLY) expect(locked.join('')).not.toContain(words);
    expect(text('word/settings.xml')).toContain('<w:trackRevisions');
    const { versions } = await host.app.versions.list(of.ref);
    expect(versions[0]?.name).toBe('Zum Bearbeiten gegeben am 02.03.2026');
  });

  it('of an empty draft has a place to begin', async () => {
    const of = await given([]);
    const edited = editCopy(of.bytes, (xml) =>
      xml.replace(/(<w:bookmarkStart w:name="_swr0"[^>]*\/>)/, `$1${added('Neu geschrieben.')}`),
    );
    expect((await accept(of, edited)).reply).toEqual(['Neu geschrieben.']);
  });

  it('is refused where nobody decided about the publicity', async () => {
    const request = { withFindings: false, withComments: false };
    const id = idNumber(900);
    await host.app.statements.create({ id, answers: null, name: 'Offen', leadUnit: '', number: null });
    const draft = await host.app.statements.get(id);
    await host.app.statements.save({
      id,
      expectedRevision: draft.revision,
      content: { ...draft.content, publicity: 'unknown' },
    });
    expect(await refusalOf(() => host.app.proposals.copy({ ...request, ref: id }))).toMatchObject({
      code: 'publicity-unknown',
    });
  });
});

describe('tracked changes', () => {
  it('become proposals with author and time; neighbouring runs of one person are one', async () => {
    const of = await given();
    const review = await look(of, (xml) =>
      replaceWords(
        replaceWords(xml, 'Park', removed('Par') + removed('k') + added('Hof') + added(' und Garten')),
        'Weiher',
        removed('Weiher', ULF) + added('Teich'),
      ),
    );
    expect(short(review)).toEqual([
      ['1', 'changed', 'Kim Beispiel', 'Park', 'Hof und Garten', 'open'],
      ['2', 'removed', 'Ulf Sander', 'Weiher', '', 'open'],
      ['3', 'added', 'Kim Beispiel', '', 'Teich', 'open'],
    ]);
    expect(review.proposals[0]?.at).toBe('2026-03-02T14:05:00Z');
  });

  it('are accepted one by one in any order as all at once, and only once', async () => {
    const change = (xml: string): string =>
      instead(
        replaceWords(
          replaceWords(xml, 'Park', removed('Park', ULF) + added('Hof')),
          '400 Euro',
          removed('400') + `<w:r><w:t xml:space="preserve"> </w:t></w:r>` + removed('Euro') + added('Mark'),
        ),
        'Der Weiher',
        (paragraph) => newPara('Davor steht etwas Neues.') + gonePara(paragraph),
      );
    const wanted = [
      'Die Bank steht im Hof.',
      'Sie kostet  Mark im Jahr.',
      'Davor steht etwas Neues.',
      'Wir berichten im Mai.',
    ];
    const once = await given();
    const edited = editCopy(once.bytes, change);
    const all = await accept(once, edited);
    expect(all.reply).toEqual(wanted);
    expect(all.left).toEqual([]);
    expect((await accept(once, edited)).done).toEqual([]);
    expect(await replyOf(once.ref)).toEqual(wanted);

    const { proposals } = await look(await given(), change);
    for (const ids of [proposals.map(({ id }) => id), proposals.map(({ id }) => id).reverse()]) {
      const of = await given();
      for (const id of ids) await accept(of, editCopy(of.bytes, change), [id]);
      expect(await replyOf(of.ref), ids.join()).toEqual(wanted);
    }
  });

  it('at the ends of paragraphs: broken, joined, taken out, put before the first and behind the last', async () => {
    const of = await given();
    const edited = editCopy(of.bytes, (xml) => {
      const first = instead(
        xml,
        REPLY[0] ?? '',
        (paragraph) => newPara('Ganz vorn.') + markEnd(paragraph, `<w:del w:id="913" ${KIM}/>`),
      );
      const broken = replaceWords(
        first,
        'Der Weiher wird gereinigt.',
        '<w:r><w:t xml:space="preserve">Der Weiher wird </w:t></w:r>',
      );
      const rest = `<w:p><w:pPr><w:pStyle w:val="StellwerkText"/></w:pPr><w:r><w:t>gereinigt.</w:t></w:r></w:p>`;
      const split = instead(
        broken,
        'Der Weiher wird',
        (paragraph) => markEnd(paragraph, `<w:ins w:id="914" ${KIM}/>`) + rest,
      );
      return instead(split, 'Wir berichten', (paragraph) => {
        const last = `<w:p><w:pPr><w:pStyle w:val="StellwerkText"/></w:pPr>${added('Ganz hinten.')}</w:p>`;
        return markEnd(paragraph, `<w:ins w:id="915" ${KIM}/>`) + last;
      });
    });
    expect((await accept(of, edited)).reply).toEqual([
      'Ganz vorn.',
      'Die Bank steht im Park.Sie kostet 400 Euro im Jahr.',
      'Der Weiher wird ',
      'gereinigt.',
      'Wir berichten im Mai.',
      'Ganz hinten.',
    ]);
  });

  it('a move is one proposal, with the words it takes along', async () => {
    const of = await given();
    const change = (xml: string): string => {
      const from = paragraphWith(xml, REPLY[3] ?? '');
      const moved = markEnd(
        from.replace(
          /<w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/,
          (_, text: string) => `<w:moveFrom w:id="921" ${KIM}><w:r><w:t>${text}</w:t></w:r></w:moveFrom>`,
        ),
        `<w:moveFrom w:id="922" ${KIM}/>`,
      );
      const to = `<w:moveToRangeStart w:id="930" ${KIM} w:name="move1"/><w:p><w:pPr><w:rPr><w:moveTo w:id="931" ${KIM}/></w:rPr></w:pPr><w:moveTo w:id="932" ${KIM}><w:r><w:t>${REPLY[3] ?? ''}</w:t></w:r></w:moveTo></w:p><w:moveToRangeEnd w:id="930"/>`;
      const behind = `<w:moveFromRangeStart w:id="920" ${KIM} w:name="move1"/>${moved}<w:moveFromRangeEnd w:id="920"/>`;
      return instead(xml.replace(from, behind), REPLY[0] ?? '', (paragraph) => to + paragraph);
    };
    const review = await look(of, change);
    expect(review.proposals.map(({ kind, edits }) => [kind, edits.length])).toEqual([['moved', 2]]);
    expect((await accept(of, editCopy(of.bytes, change))).reply).toEqual([REPLY[3], REPLY[0], REPLY[1], REPLY[2]]);
  });

  it('what one person added and another took out again was never there', async () => {
    const of = await given();
    const review = await look(of, (xml) =>
      replaceWords(
        xml,
        'Park.',
        `<w:r><w:t>Park</w:t></w:r><w:ins w:id="1" ${KIM}><w:del w:id="2" ${ULF}><w:r><w:delText> XYZ</w:delText></w:r></w:del></w:ins><w:r><w:t>.</w:t></w:r>`,
      ),
    );
    expect(review).toMatchObject({ proposals: [], named: [] });
  });

  it('keep the looks of the words that come', async () => {
    const of = await given();
    const bold = `<w:ins w:id="1" ${KIM}><w:r><w:rPr><w:b/></w:rPr><w:t>sofort</w:t></w:r></w:ins>`;
    await accept(
      of,
      editCopy(of.bytes, (xml) => replaceWords(xml, 'gereinigt', bold)),
    );
    const { reply } = (await host.app.statements.get(of.ref)).content;
    const paragraph = reply.content[2];
    expect(paragraph?.type === 'paragraph' && paragraph.content).toContainEqual({
      type: 'text',
      text: 'sofort',
      marks: [{ type: 'bold' }],
    });
  });
});

describe('without tracking', () => {
  it('words, paragraphs that came and paragraphs that went are compared, without an author', async () => {
    const of = await given();
    const change = (xml: string): string =>
      instead(
        instead(xml.replace('400 Euro', '450 Euro'), 'Der Weiher', () => ''),
        'Wir berichten',
        (paragraph) => `<w:p><w:r><w:t>Etwas Neues steht hier.</w:t></w:r></w:p>${paragraph}`,
      );
    const review = await look(of, change);
    expect(short(review)).toEqual([
      ['1', 'changed', '', '400', '450', 'open'],
      ['2', 'added', '', '', 'Etwas Neues steht hier.', 'open'],
      ['3', 'removed', '', REPLY[2], '', 'open'],
    ]);
    expect((await accept(of, editCopy(of.bytes, change))).reply).toEqual([
      REPLY[0],
      'Sie kostet 450 Euro im Jahr.',
      'Etwas Neues steht hier.',
      REPLY[3],
    ]);
  });

  it('and tracked changes in the same file stand beside each other', async () => {
    const of = await given();
    const review = await look(of, (xml) =>
      replaceWords(xml.replace('400 Euro', '450 Euro'), 'im Jahr', added('pro Jahr') + removed('im Jahr')),
    );
    expect(short(review)).toEqual(
      [
        ['1', 'changed', '', '400', '450', 'open'],
        ['2', 'changed', 'Kim Beispiel', 'im Jahr', 'pro Jahr', 'open'],
      ].sort(),
    );
  });

  it('a file of which nobody knows the state is compared with the present text, and says so', async () => {
    const of = await given();
    const foreign = editCopy(of.bytes, (xml) =>
      xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '').replace('400 Euro', '450 Euro'),
    );
    const parts = unzipSync(foreign);
    delete parts['docProps/custom.xml'];
    const { zipSync } = await import('fflate');
    const review = await host.app.proposals.look({ ref: of.ref, fileName: 'x.docx', bytes: zipSync(parts) });
    expect(short(review)).toEqual([['1', 'changed', '', '400', '450', 'open']]);
    expect(review.named.map(({ kind }) => kind)).toEqual(['unknown-ground']);
  });
});

describe('meanwhile', () => {
  const change = (xml: string): string => replaceWords(xml, '400', removed('400') + added('450'));

  it('elsewhere in the paragraph the text may go on', async () => {
    const of = await given();
    await host.app.statements.setField({
      ref: of.ref,
      field: 'reply',
      value: REPLY.join('\n\n').replace('im Jahr.', 'in jedem Jahr, immer.'),
    });
    expect((await accept(of, editCopy(of.bytes, change))).reply[1]).toBe('Sie kostet 450 Euro in jedem Jahr, immer.');
  });

  it('what stands on other words now is shown, not applied', async () => {
    const of = await given();
    const draft = await host.app.statements.get(of.ref);
    const content = JSON.parse(JSON.stringify(draft.content).replace('400 Euro', '500 Euro')) as typeof draft.content;
    await host.app.statements.save({ id: of.id, expectedRevision: draft.revision, content });
    const answer = await accept(of, editCopy(of.bytes, change));
    expect(answer).toMatchObject({ done: [], left: ['1'] });
    expect(answer.review.proposals[0]).toMatchObject({
      state: 'moved-on',
      place: { start: expect.any(Number) as number },
    });
    expect(answer.reply[1]).toBe('Sie kostet 500 Euro im Jahr.');
  });

  it('what was accepted stays so, whatever is written elsewhere afterwards', async () => {
    const of = await given();
    const edited = editCopy(of.bytes, (xml) => {
      const joined = instead(xml, REPLY[0] ?? '', (paragraph) => markEnd(paragraph, `<w:del w:id="913" ${KIM}/>`));
      return instead(joined, REPLY[2] ?? '', (paragraph) => newPara('Davor.') + gonePara(paragraph));
    });
    await accept(of, edited);
    const draft = await host.app.statements.get(of.ref);
    const content = JSON.parse(JSON.stringify(draft.content).replace('im Mai', 'im Juni')) as typeof draft.content;
    await host.app.statements.save({ id: of.id, expectedRevision: draft.revision, content });
    const { proposals } = await host.app.proposals.look({ ref: of.ref, fileName: 'x.docx', bytes: edited });
    expect(proposals.map(({ state }) => state)).toEqual(['applied', 'applied']);
  });

  it('a copy that is chosen as a paper does not become a second one', async () => {
    const of = await given();
    const chosen = { fileName: 'zurueck.docx', bytes: editCopy(of.bytes, (xml) => xml.replace('Park', 'Wald')) };
    expect(await refusalOf(() => host.app.imports.importFile(chosen))).toMatchObject({
      code: 'copy-returned',
      details: { reference: of.ref, file: 'zurueck.docx' },
    });
  });

  it('a copy of another statement is refused by its name', async () => {
    const [one, other] = [await given(), await given()];
    const wrong = { ref: other.ref, fileName: 'zurueck.docx', bytes: one.bytes };
    expect(await refusalOf(() => host.app.proposals.look(wrong))).toMatchObject({
      code: 'copy-of-other',
      details: { other: one.ref },
    });
  });

  it('an id that the file does not have is refused before anything is stored', async () => {
    const of = await given();
    expect(await refusalOf(() => accept(of, editCopy(of.bytes, change), ['1', '7']))).toMatchObject({
      code: 'proposal-missing',
    });
    expect(await replyOf(of.ref)).toEqual(REPLY);
    expect(await host.app.proposals.list(of.ref)).toEqual([]);
  });
});

describe('paragraphs that moved, and some that found no place', () => {
  it('swapped without tracking is a move', async () => {
    const of = await given();
    const change = (xml: string): string => {
      const [third, fourth] = [paragraphWith(xml, REPLY[2] ?? ''), paragraphWith(xml, REPLY[3] ?? '')];
      return xml.replace(fourth, '').replace(third, fourth + third);
    };
    const review = await look(of, change);
    expect(review.proposals.map(({ kind, author }) => [kind, author])).toEqual([['moved', '']]);
    expect((await accept(of, editCopy(of.bytes, change))).reply).toEqual([REPLY[0], REPLY[1], REPLY[3], REPLY[2]]);
  });

  it('another text in place of all of it replaces it', async () => {
    const of = await given();
    const change = (xml: string): string => {
      const first = paragraphWith(xml, REPLY[0] ?? '');
      const rest = REPLY.slice(1).reduce((text, words) => text.replace(paragraphWith(text, words), ''), xml);
      return rest.replace(first, '<w:p><w:r><w:t>Alles ganz anders als zuvor.</w:t></w:r></w:p>');
    };
    expect((await accept(of, editCopy(of.bytes, change))).reply).toEqual(['Alles ganz anders als zuvor.']);
  });

  it('a paragraph outside of the text is named', async () => {
    const of = await given();
    const review = await look(of, (xml) =>
      xml.replace('<w:body>', '<w:body><w:p><w:r><w:t>Bitte eilig!</w:t></w:r></w:p>'),
    );
    expect(review.proposals).toEqual([]);
    expect(review.named).toEqual([{ kind: 'unplaced', author: '', text: 'Bitte eilig!' }]);
  });

  it('a tracked paragraph before a locked part stays in the text', async () => {
    const of = await given();
    const edited = editCopy(of.bytes, (xml) =>
      instead(xml, REPLY[3] ?? '', (paragraph) => paragraph + newPara('Ganz am Ende.')),
    );
    expect((await accept(of, edited)).reply).toEqual([...REPLY, 'Ganz am Ende.']);
  });

  it('words are taken as the record keeps them: no soft hyphens, composed letters', async () => {
    const of = await given();
    const change = (xml: string): string =>
      replaceWords(xml, 'Mai', removed('Mai') + added('Ju\u00adni mit Mu\u0308he'));
    expect((await accept(of, editCopy(of.bytes, change))).reply[3]).toBe('Wir berichten im Juni mit M\u00fche.');
    expect((await accept(of, editCopy(of.bytes, change))).done).toEqual([]);
  });
});

describe('what is named, not merged', () => {
  it('fields of the head, with what stands there', async () => {
    const of = await given();
    const review = await look(of, (xml) => xml.replace('FB 61', 'FB 62'));
    expect(review.proposals).toEqual([]);
    expect(review.named.map(namedSentence).join()).toContain('FB 62');
  });

  it('tracked formats', async () => {
    const of = await given();
    const review = await look(of, (xml) =>
      replaceWords(
        xml,
        'Weiher',
        `<w:r><w:rPr><w:b/><w:rPrChange w:id="5" ${KIM}><w:rPr/></w:rPrChange></w:rPr><w:t>Weiher</w:t></w:r>`,
      ),
    );
    expect(review.proposals).toEqual([]);
    expect(review.named).toEqual([{ kind: 'format', author: 'Kim Beispiel', text: 'Weiher' }]);
  });
});

describe('remarks', () => {
  it('become comments with their author and time; those that went along do not come back', async () => {
    const of = await given();
    const place = {
      block: (await host.app.statements.get(of.ref)).content.reply.content[0]?.attrs.id ?? '',
      start: 4,
      end: 8,
    };
    await host.app.comments.add({
      id: idNumber(2000 + count),
      ref: of.ref,
      field: 'reply',
      place,
      words: 'Bank',
      text: 'Welche?',
    });
    const bytes = await copyOf(of.ref, { withFindings: true, withComments: true });
    expect(strFromU8(unzipSync(bytes)['word/comments.xml'] ?? new Uint8Array())).toContain('Welche?');
    expect(await look({ ...of, bytes }, (xml) => xml)).toMatchObject({ proposals: [], named: [] });

    const remarked = withRemark(await copyOf(of.ref), '400 Euro', 'Bitte belegen.');
    const answer = await accept(of, remarked, ['K1']);
    expect(answer.done).toEqual(['K1']);
    const comments = await host.app.comments.list(of.ref);
    expect(comments.map(({ text, author, words }) => [text, author, words])).toEqual([
      ['Welche?', expect.any(String), 'Bank'],
      ['Bitte belegen.', 'Kim Beispiel', '400 Euro'],
    ]);
  });
});

describe('remarks of one file', () => {
  it('keep their names whatever was taken over before, equal ones among them', async () => {
    const of = await given();
    const once = withRemark(await copyOf(of.ref), '400 Euro', 'Quelle?');
    expect((await accept(of, once, ['K1'])).done).toEqual(['K1']);
    expect((await accept(of, once, ['K1'])).done).toEqual([]);
    expect(await host.app.comments.list(of.ref)).toHaveLength(1);
    const again = withRemark(await copyOf(of.ref), 'Weiher', 'Quelle?');
    expect((await accept(of, again, ['K1'])).done).toEqual(['K1']);
    expect((await host.app.comments.list(of.ref)).map(({ words }) => words)).toEqual(['400 Euro', 'Weiher']);
  });
});
