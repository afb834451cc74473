import { describe, expect, it } from 'vitest';
import { FINDING_RULES } from '../../../src-main/contract/release/shapes.ts';
import type { AttachmentAudit } from '../../../src-main/core/reading/attachment-audit.ts';
import { findingSentence } from '../../../src-main/contract/release/texts-de.ts';
import { checkRelease, openFindings, releaseCheck, RULE_NAMES } from '../../../src-main/core/release/release-check.ts';
import { consultation, paragraph, richText } from '../../support/builders.ts';
import { attachment, NOTHING_HIDDEN, ofRule, replying, rulesOf, sound } from './subject.ts';

describe('attachments of a public paper', () => {
  it('that hide nothing are no matter', () => {
    expect(rulesOf(sound({}, { attachments: [attachment()] }))).toEqual([]);
  });

  it('that are non-public are told, and what lies hidden in them stays in the office', () => {
    const hidden = {
      ...NOTHING_HIDDEN,
      trackedChanges: 3,
      comments: 1,
      hiddenTexts: ['geheim'],
      userNames: ['A. Amt'],
    };
    const attachments = [attachment({ publicity: 'non-public', audit: hidden })];
    expect(rulesOf(sound({}, { attachments }))).toEqual(['attachment-non-public']);
  });

  it('with changes, remarks, hidden words and names bring a warning each, words one by one', () => {
    const audit = {
      ...NOTHING_HIDDEN,
      trackedChanges: 3,
      comments: 1,
      hiddenTexts: ['erster', 'zweiter'],
      userNames: ['A. Amt', 'B. Büro'],
    };
    const found = checkRelease(sound({}, { attachments: [attachment({ audit })] }));
    expect(found.map(findingSentence)).toEqual([
      'Die Anlage „Lageplan“ enthält noch nicht angenommene Änderungen: 3. Bitte in der Datei bereinigen und neu hinzufügen oder begründen.',
      'Die Anlage „Lageplan“ enthält Kommentare: 1. Bitte in der Datei bereinigen und neu hinzufügen oder begründen.',
      'Die Anlage „Lageplan“ enthält verborgenen Text: „erster“. Bitte in der Datei bereinigen und neu hinzufügen oder begründen.',
      'Die Anlage „Lageplan“ enthält verborgenen Text: „zweiter“. Bitte in der Datei bereinigen und neu hinzufügen oder begründen.',
      'Die Anlage „Lageplan“ nennt in ihren Eigenschaften: A. Amt, B. Büro. Bitte in der Datei bereinigen und neu hinzufügen oder begründen.',
    ]);
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });

  it('that could not be read are to be looked at by a person, kinds nobody looks into are told', () => {
    const severities = (audit: AttachmentAudit | null) =>
      checkRelease(sound({}, { attachments: [attachment({ audit })] })).map(({ rule, severity }) => [rule, severity]);
    expect(severities(null)).toEqual([['attachment-not-examined', 'warning']]);
    expect(severities({ ...NOTHING_HIDDEN, examined: 'failed' })).toEqual([['attachment-not-examined', 'warning']]);
    expect(severities({ ...NOTHING_HIDDEN, examined: 'unknown' })).toEqual([['attachment-not-examined', 'hint']]);
  });

  it('without a file cannot leave; non-public ones stay anyway', () => {
    const missing = attachment({ hasFile: false, audit: null });
    expect(ofRule(sound({}, { attachments: [missing] }), 'attachment-file-missing')).toMatchObject([
      { severity: 'blocking', place: { field: `attachments.${missing.id}` } },
    ]);
    const inside = { ...missing, publicity: 'non-public' as const };
    expect(rulesOf(sound({}, { attachments: [inside] }))).toEqual(['attachment-non-public']);
    expect(rulesOf(sound({ publicity: 'non-public' }, { attachments: [inside] }))).toEqual(['attachment-file-missing']);
  });

  it('of a non-public paper may be non-public and hide what they like', () => {
    const audit = { ...NOTHING_HIDDEN, trackedChanges: 2, hiddenTexts: ['x'] };
    expect(
      rulesOf(sound({ publicity: 'non-public' }, { attachments: [attachment({ publicity: 'non-public', audit })] })),
    ).toEqual([]);
  });
});

describe('findings', () => {
  const many = () =>
    sound(
      {
        date: null,
        consultations: [],
        reply: richText(paragraph('am 12.10 2022 sprach Frau Erika Muster, am 31.02.2023 nicht', 'b')),
      },
      { attachments: [attachment({ publicity: 'non-public' })] },
    );

  it('stand with the heaviest first and in the order of the rules among themselves', () => {
    expect(checkRelease(many()).map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'blocking field-missing',
      'blocking date-impossible',
      'warning date-malformed',
      'warning attachment-non-public',
      'warning personal-data',
      'hint consultations-missing',
    ]);
  });

  it('have the same key after another check, also when the words moved, and another one for other words', () => {
    const keys = (words: string): string[] => ofRule(replying(words), 'personal-data').map(({ key }) => key);
    expect(keys('Frau Erika Muster klagt.')).toEqual(keys('Inzwischen klagt auch Frau Erika Muster.'));
    expect(keys('Frau Erika Muster klagt.')).not.toEqual(keys('Frau Erika Meister klagt.'));
    expect(checkRelease(many()).map(({ key }) => key)).toEqual(checkRelease(many()).map(({ key }) => key));
  });

  it('at the same words are told once, in other blocks again', () => {
    const twice = richText(paragraph('am 12.10 2022 und am 12.10 2022', 'a'), paragraph('am 12.10 2022', 'b'));
    expect(ofRule(sound({ reply: twice }), 'date-malformed').map(({ place }) => place.blockId)).toEqual(['a', 'b']);
  });

  it('have keys of bounded length, however long the words', () => {
    const name = 'x'.repeat(2000);
    for (const { key } of checkRelease(sound({ consultations: [consultation({ organization: name })] })))
      expect(key.length).toBeLessThanOrEqual(400);
  });

  it('that differ only behind a long name are told apart', () => {
    const audit = { ...NOTHING_HIDDEN, hiddenTexts: ['erster', 'zweiter'] };
    const found = checkRelease(sound({}, { attachments: [attachment({ name: 'n'.repeat(1000), audit })] }));
    expect(found.map(({ details }) => details['text'])).toEqual(['erster', 'zweiter']);
  });

  it('stay open until warnings are accepted; nothing accepts a blocking one, and hints ask for nothing', () => {
    const found = checkRelease(many());
    const all = found.map(({ key }) => ({ key, reason: 'geprüft' }));
    expect(openFindings(found, []).map(({ severity }) => severity)).not.toContain('hint');
    expect(openFindings(found, []).length).toBe(5);
    expect(openFindings(found, all).map(({ severity }) => severity)).toEqual(['blocking', 'blocking']);
    const [warning] = found.filter(({ severity }) => severity === 'warning');
    expect(openFindings(found, warning ? [{ key: warning.key, reason: 'so gewollt' }] : []).length).toBe(4);
    expect(openFindings(found, [{ key: 'fremd', reason: 'x' }]).length).toBe(5);
  });

  it('make a check clean or releasable', () => {
    const of = (subject: ReturnType<typeof sound>) => {
      const { isClean, isReleasable } = releaseCheck(1, checkRelease(subject));
      return { isClean, isReleasable };
    };
    expect(of(sound())).toEqual({ isClean: true, isReleasable: true });
    expect(of(sound({ consultations: [] }))).toEqual({ isClean: true, isReleasable: true });
    expect(of(replying('am 12.10 2022'))).toEqual({ isClean: false, isReleasable: true });
    expect(of(many())).toEqual({ isClean: false, isReleasable: false });
  });
});

describe('the protocol', () => {
  it('names every rule there is, each once', () => {
    expect([...RULE_NAMES].sort()).toEqual([...FINDING_RULES].sort());
  });
});
