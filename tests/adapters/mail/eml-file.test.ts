/** E-mail drafts, read back by Python's email module. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { emlFile, headerText } from '../../../src-main/adapters/mail/eml-file.ts';
import type { MailDraft } from '../../../src-main/core/ports/ports.ts';

const draft: MailDraft = {
  from: { name: 'Stadt "Prüf"ingen', address: 'rathaus@pruefingen.example' },
  to: { name: 'Müller, Ada (Fraktion)', address: 'ada@mitte.example' },
  subject: 'Stellungnahme S0001/26: Bänke am Weiher – und was sonst noch für Wünsche offen sind, ausführlich',
  text: 'Guten Tag,\n\nanbei die Stellungnahme – mit Grüßen.\n.\nPunkt am Anfang',
  at: '2026-03-02T08:00:00.000Z',
  id: '00000000-0000-7000-8000-000000000001',
  attachments: [
    {
      fileName: 'S0001-26-Original-Stadtrat.pdf',
      mimeType: 'application/pdf',
      bytes: Uint8Array.from({ length: 3000 }, (_, n) => n % 256),
    },
    {
      fileName: 'Anlage 1 – Übersichtsplan für "alle" Grünflächen der Großen Kreisstadt.pdf',
      mimeType: 'application/pdf',
      bytes: new Uint8Array(),
    },
  ],
};

const PROGRAM = `
import sys, json, base64
from email import message_from_bytes, policy
mail = message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
parts = list(mail.iter_attachments())
print(json.dumps({
  'from': [[a.display_name, a.addr_spec] for a in mail['from'].addresses] if mail['from'] else None,
  'to': [[a.display_name, a.addr_spec] for a in mail['to'].addresses],
  'subject': mail['subject'], 'date': mail['date'].datetime.isoformat(), 'unsent': mail['x-unsent'],
  'type': mail.get_content_type(), 'text': mail.get_body().get_content(),
  'defects': [str(d) for part in mail.walk() for d in part.defects] + [str(d) for k in mail.keys() for d in mail[k].defects],
  'files': [[p.get_filename(), p.get_content_type(), p.get_content_disposition(), base64.b64encode(p.get_payload(decode=True)).decode()] for p in parts],
}))
`;
interface Read {
  readonly from: [string, string][] | null;
  readonly to: [string, string][];
  readonly subject: string;
  readonly date: string;
  readonly unsent: string;
  readonly type: string;
  readonly text: string;
  readonly defects: string[];
  readonly files: [string, string, string, string][];
}
const python = spawnSync('python3', ['--version']).status === 0;
function read(bytes: Uint8Array): Read {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', PROGRAM], { input: bytes, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Read;
}

describe.skipIf(!python)('an e-mail draft', () => {
  it('reads back as what went in, without a defect', () => {
    const mail = read(emlFile(draft));
    expect(mail).toMatchObject({
      from: [['Stadt "Prüf"ingen', 'rathaus@pruefingen.example']],
      to: [['Müller, Ada (Fraktion)', 'ada@mitte.example']],
      subject: draft.subject,
      date: '2026-03-02T08:00:00+00:00',
      unsent: '1',
      type: 'multipart/mixed',
      defects: [],
    });
    expect(mail.text.replaceAll('\r\n', '\n').trimEnd()).toBe(draft.text);
    expect(mail.files).toEqual(
      draft.attachments.map(({ fileName, mimeType, bytes }) => [
        fileName,
        mimeType,
        'attachment',
        Buffer.from(bytes).toString('base64'),
      ]),
    );
  });

  it('has no sender where the office has no address, and takes no further header from a value', () => {
    const mail = read(
      emlFile({
        ...draft,
        from: null,
        to: { name: '', address: 'a@b.example\r\nBcc: c@d.example' },
        subject: 'Eins\r\nBcc: x@y.example',
      }),
    );
    expect(mail.from).toBeNull();
    expect(mail.to).toEqual([['', 'a@b.example']]);
    expect(mail.subject).toBe('Eins Bcc: x@y.example');
  });
});

describe('the lines of a draft', () => {
  const lines = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString('latin1').split('\r\n');

  it('are ASCII, at most 78 signs long, and end as RFC 5322 wants it', () => {
    const name = 'Ausschuss für Wünsche und sehr lange Bezeichnungen '.repeat(4);
    const bytes = emlFile({ ...draft, to: { name, address: 'ada@mitte.example' }, subject: 'plain words '.repeat(90) });
    for (const line of lines(bytes)) {
      expect(line).toMatch(/^[\x20-\x7e]*$/);
      expect(line.length).toBeLessThanOrEqual(78);
    }
    expect(Buffer.from(bytes).includes('\n\n')).toBe(false);
  });

  it('are the same for the same draft', () => {
    expect(Buffer.from(emlFile(draft)).equals(Buffer.from(emlFile(draft)))).toBe(true);
  });

  it('never split a letter between two encoded words', () => {
    const words = headerText('Ä😀'.repeat(40)).split('\r\n ');
    expect(words.length).toBeGreaterThan(3);
    for (const word of words) {
      expect(word.length).toBeLessThanOrEqual(75);
      const decoded = Buffer.from(word.slice(10, -2), 'base64').toString('utf8');
      expect(decoded).not.toContain('�');
    }
  });
});
