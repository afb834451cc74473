import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LETTER_KINDS, type LetterKind } from '../../../src-main/contract/letter/kinds.ts';
import type { LetterDraft, LetterRequest } from '../../../src-main/contract/letter/shapes.ts';
import type { LetterService } from '../../../src-main/core/letter/letter-service.ts';
import type { FileContent } from '../../../src-main/core/ports/ports.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { refusalOf } from '../../support/builders.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';
import { exampleOffice, officeForEach } from '../../support/office-for-each.ts';
import { filesOf, handOver } from '../../support/hand-over.ts';

let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'example' });
});
afterAll(() => host.dispose());

const STATEMENT = 'S0021/26';
const draft = (kind: LetterKind, changes: Partial<LetterRequest> = {}): Promise<LetterDraft> =>
  host.app.letters.draft({ kind, ref: STATEMENT, ...changes });
const bodyOf = ({ content }: LetterDraft): string => plainParagraphs(content.body).join('\n');

describe('a letter of a statement', () => {
  it('goes to who handed the motion in, with address, salutation and the office’s contact', async () => {
    const letter = await draft('cover-letter');
    expect(letter.content.recipient.lines).toEqual([
      'Fraktion Umwelt und Mobilität',
      'Frau Mareike Holtgrewe',
      'Fraktionsvorsitzende',
      'Uferstraße 14',
      '00815 Auenfurt',
    ]);
    expect(letter.content).toMatchObject({
      salutation: 'Sehr geehrte Frau Holtgrewe,',
      subject: 'Stellungnahme S0021/26 zum Antrag A0012/26: Durchgängiger Radweg in der Mühlenstraße',
      date: '2026-03-02',
      enclosures: ['Stellungnahme S0021/26'],
      information: { unit: 'FB 66', ourSign: '66.2-Ah', yourMessageDate: '02.03.2026' },
    });
    expect(letter.open).toEqual([]);
    // The mayor approves inside the house: no meeting that a faction waits for.
    expect(bodyOf(letter)).toContain(
      'Die nächste Beratung: Ausschuss für Stadtentwicklung, Bauen und Verkehr am 20.05.2026.',
    );
  });

  it('puts deadlines in, and tells those that are missing', async () => {
    const open = await draft('extension');
    expect(open.open).toEqual(['Frist', 'neue Frist']);
    expect(bodyOf(open)).toContain('bis zum [neue Frist]');
    const filled = await draft('extension', { deadline: '2026-04-01', newDeadline: '2026-05-04' });
    expect(filled.open).toEqual([]);
    expect(bodyOf(filled)).toContain('bis zum 04.05.2026');
  });

  it('goes to the next committee with the day of its own meeting', async () => {
    const letter = await draft('transmission');
    expect(letter.content.recipient.organization).toBe('Ausschuss für Stadtentwicklung, Bauen und Verkehr');
    expect(bodyOf(letter)).toContain('in Ihrer Sitzung am 20.05.2026');
  });

  it('to citizens names nobody by itself: a faction is no citizen', async () => {
    const letter = await draft('citizen-reply');
    expect(letter.content.recipient.lines).toEqual([]);
    expect(letter.open).toContain('Empfänger');
  });

  it('inside the house has neither salutation nor greeting', async () => {
    const { content, suggestions } = await draft('internal');
    expect(content).toMatchObject({ salutation: '', closing: '' });
    expect(suggestions[0]?.name).toMatch(/^Fachbereich/);
  });

  it('goes to somebody chosen or typed', async () => {
    const persons = await host.app.settings.persons();
    const mayor = persons.find(({ content }) => content.familyName === 'Wielandt');
    const chosen = await draft('cover-letter', { recipient: { personId: mayor?.id } });
    expect(chosen.content.salutation).toBe('Sehr geehrte Frau Dr. Wielandt,');
    // She has no address of her own: she is reached where she holds office.
    expect(chosen.content.recipient.lines.at(-1)).toMatch(/Auenfurt$/);
    expect(chosen.open).toEqual([]);
    const typed = await draft('citizen-reply', {
      recipient: await host.app.letters.recipientByName('Ida Beispiel; Am Weg 3; 00815 Auenfurt'),
    });
    expect(typed.content.recipient.lines).toEqual(['Ida Beispiel', 'Am Weg 3', '00815 Auenfurt']);
    expect(typed.content.salutation).toBe('Sehr geehrte Damen und Herren,');
    expect(await host.app.letters.recipientByName('fb 66')).toHaveProperty('organizationId');
  });

  it('refuses a recipient and a paper that do not exist', async () => {
    const nobody = { recipient: { personId: '00000000-0000-7000-8000-000000000001' } };
    expect((await refusalOf(() => draft('cover-letter', nobody))).code).toBe('not-found');
    expect((await refusalOf(() => draft('cover-letter', { ref: 'S9999/26' }))).code).toBe('not-found');
  });
});

describe('a letter of a motion', () => {
  it('that has a statement takes over what is known there', async () => {
    const { content } = await draft('cover-letter', { ref: 'A0012/26' });
    expect(content.subject).toContain('Stellungnahme S0021/26 zum Antrag A0012/26');
    expect(content.signatory?.name).toBe('Joachim Brenneke-Ruhl');
  });

  it('without a statement is an interim reply to who handed it in', async () => {
    const letter = await draft('interim-reply', { ref: 'F0047/26', newDeadline: '2026-12-01', date: '2026-11-10' });
    expect(letter.content).toMatchObject({
      subject: 'Zwischennachricht zur Anfrage F0047/26: Sicherer Schulweg zur Grundschule Am Weinberg',
      salutation: 'Sehr geehrter Herr van der Loh,',
      date: '2026-11-10',
      enclosures: [],
    });
    expect(letter.open).toEqual([]);
    expect((await draft('cover-letter', { ref: 'F0047/26' })).open).toContain('Nummer der Stellungnahme');
  });
});

it('an address is the one that was valid on the day of the letter', async () => {
  const { settings } = host.app;
  const faction = (await settings.organizations()).find(({ content }) => content.name === 'Fraktion Soziales Auenfurt');
  if (!faction) throw new Error('the example office has this faction');
  const moved = { ...faction.content, reach: { ...faction.content.reach, street: 'Neue Straße 7' } };
  await settings.saveOrganization({
    id: faction.id,
    expectedRevision: faction.revision,
    content: moved,
    validFrom: '2026-02-01',
  });
  const streetOn = async (date: string): Promise<string | undefined> =>
    (await draft('cover-letter', { recipient: { organizationId: faction.id }, date })).content.recipient.lines[1];
  expect(await streetOn('2026-01-31')).toBe('Gerbergasse 3');
  expect(await streetOn('2026-02-01')).toBe('Neue Straße 7');
});

describe('the office’s own texts', () => {
  it('are used, have a history and can be taken back', async () => {
    const { settings } = host.app;
    const { profile, revision } = await settings.office();
    const letters = {
      ...profile.letters,
      'cover-letter': { subject: '{name}', paragraphs: ['hallo'], closing: 'Gruß' },
    };
    await settings.saveOffice({ expectedRevision: revision, profile: { ...profile, letters } });
    expect((await draft('cover-letter')).content).toMatchObject({
      subject: 'Durchgängiger Radweg in der Mühlenstraße',
      closing: 'Gruß',
    });
    const [newest] = await settings.history({ area: 'office' });
    expect(newest?.fields.map(({ field }) => field)).toContain('letters.cover-letter.subject');
    await settings.undoLast({ area: 'office', entityId: 'office' });
    expect((await settings.office()).profile).toEqual(profile);
  });

  it('are refused with a placeholder nobody knows', async () => {
    const { settings } = host.app;
    const { profile, revision } = await settings.office();
    const letters = { ...profile.letters, internal: { ...profile.letters.internal, subject: 'Bis {bald}' } };
    expect(
      await refusalOf(() => settings.saveOffice({ expectedRevision: revision, profile: { ...profile, letters } })),
    ).toMatchObject({
      code: 'input-invalid',
      details: { problem: 'letters.internal.subject: Den Platzhalter «bald» gibt es nicht' },
    });
  });
});

/** What the person gets, and what became of it. */
async function given(office: TestHost, request: Parameters<LetterService['deliver']>[0], isCancelled = false) {
  let files: readonly FileContent[] = [];
  const delivery = await handOver(office.app.letters.deliver(request), {
    deliver: (handed) => {
      files = handed;
      return Promise.resolve(isCancelled ? { kind: 'cancelled' } : { kind: 'saved', paths: [] });
    },
  });
  return { given: files, delivery };
}

describe('a letter that is given out', () => {
  let office: TestHost;
  officeForEach(exampleOffice, (fresh) => {
    office = fresh;
  });
  const written = () => office.app.letters.written(STATEMENT);
  const newContent = async () => (await office.app.letters.draft({ kind: 'cover-letter', ref: STATEMENT })).content;

  it('is kept with its paper, byte for byte, and can be given out again and begun anew with', async () => {
    const content = { ...(await newContent()), subject: 'Ihr Antrag' };
    const { given: files } = await given(office, { ref: STATEMENT, content, formats: ['docx'] });
    expect(files.map(({ fileName }) => fileName)).toEqual(['S0021-26-Anschreiben.docx']);
    const [letter, ...others] = await written();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      kind: 'cover-letter',
      recipient: 'Fraktion Umwelt und Mobilität, Frau Mareike Holtgrewe',
      subject: 'Ihr Antrag',
      formats: ['pdf', 'docx'],
    });
    const kept = await filesOf(office.app.letters.deliverWritten(letter?.id ?? ''));
    expect(kept.map(({ fileName }) => fileName)).toEqual(['S0021-26-Anschreiben.pdf', 'S0021-26-Anschreiben.docx']);
    expect(Buffer.compare(Buffer.from(kept[1]?.bytes ?? []), Buffer.from(files[0]?.bytes ?? []))).toBe(0);
    expect(await office.app.letters.contentOf(letter?.id ?? '')).toEqual(content);
    // Whoever checks the file later learns that it came from here.
    const [pdf] = kept;
    expect(
      await office.app.signatures.verify({ fileName: 'fremd.pdf', bytes: pdf?.bytes ?? new Uint8Array() }),
    ).toMatchObject({
      verdict: 'unsigned',
      known: { source: 'letter', reference: STATEMENT, fileName: 'S0021-26-Anschreiben.pdf' },
    });
  });

  it('is one letter, however often it goes out, and another one after a change', async () => {
    const content = { ...(await newContent()), subject: 'Ihr Antrag' };
    await given(office, { ref: STATEMENT, content, formats: ['pdf'] });
    await given(office, { ref: STATEMENT, content, formats: ['pdf'] });
    expect(await written()).toHaveLength(1);
    await given(office, { ref: STATEMENT, content: { ...content, subject: 'Ihre Anfrage' }, formats: ['pdf'] });
    expect((await written()).map(({ subject }) => subject)).toEqual(['Ihre Anfrage', 'Ihr Antrag']);
  });

  it('is not kept when the person cancels, nor when it cannot be handed over', async () => {
    const content = { ...(await newContent()), subject: 'Verworfen' };
    await given(office, { ref: STATEMENT, content, formats: ['pdf'] }, true);
    const failing = { deliver: () => Promise.reject(new Error('disk full')) };
    await expect(
      handOver(office.app.letters.deliver({ ref: STATEMENT, content, formats: ['pdf'] }), failing),
    ).rejects.toThrow();
    expect((await written()).map(({ subject }) => subject)).not.toContain('Verworfen');
  });

  it('that is not there is refused', async () => {
    for (const ask of [office.app.letters.contentOf, office.app.letters.deliverWritten])
      expect((await refusalOf(() => ask(crypto.randomUUID()))).code).toBe('not-found');
  });
});

describe('files', () => {
  it('are PDF and DOCX under the number of the paper and the kind of the letter', async () => {
    for (const kind of LETTER_KINDS) {
      const { content } = await draft(kind);
      const { given: files } = await given(host, { ref: STATEMENT, content, formats: ['pdf', 'docx'] });
      expect(files.map(({ fileName }) => fileName.replace(/^S0021-26-\p{L}+/u, ''))).toEqual(['.pdf', '.docx']);
      expect(
        Buffer.from(files[0]?.bytes ?? [])
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
  });

  it('are refused for characters that cannot be printed, with their place', async () => {
    const { content } = await draft('cover-letter');
    const odd = { ...content, recipient: { ...content.recipient, lines: ['Fraktion 漢', '00815 Auenfurt'] } };
    const { code, details } = await refusalOf(() =>
      host.app.letters.deliver({ ref: STATEMENT, content: odd, formats: ['pdf'] }),
    );
    expect(code).toBe('characters-unprintable');
    expect(details['places']).toContain('Anschrift, Zeile 1');
  });

  it('are drawn for the window with what is still open', async () => {
    const { content } = await draft('extension');
    const shown = await host.app.letters.preview(content);
    expect(shown.open).toEqual(['Frist', 'neue Frist']);
    expect(host.app.handoff.take(shown.handle).bytes.length).toBeGreaterThan(1000);
  });
});
