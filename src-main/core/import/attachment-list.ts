/** The list of attachments at the end of a printed statement: "Anlagen", then "Anlage 1 – Lageplan" and so on. Pure. */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { builtInProfile } from '../office/office-service.ts';
import type { BodyPart } from './source-lines.ts';

type Attachments = StatementRecord['attachments'];

const MOST_ATTACHMENTS = 200;
const LONGEST_NAME = 2000;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names when the lines are exactly such a list, counted from 1 without a gap; else null. */
function namesIn(lines: readonly string[], label: string): Attachments | null {
  const pattern = new RegExp(`^${escaped(label)}\\s+(\\d+)\\s*[–—-]\\s*(.+)$`, 'u');
  const names: { name: string }[] = [];
  for (const line of lines) {
    const match = pattern.exec(line.trim());
    const name = match?.[2]?.trim() ?? '';
    if (Number(match?.[1]) !== names.length + 1 || name === '' || name.length > LONGEST_NAME) return null;
    names.push({ name });
  }
  return names.length > 0 && names.length <= MOST_ATTACHMENTS ? names : null;
}

/** What does not look like our own list in every line stays text. */
export function readAttachmentList(
  parts: readonly BodyPart[],
  { labels }: OfficeProfile,
): { readonly attachments: Attachments; readonly before: readonly BodyPart[] } {
  const paragraphs = parts.map(({ text }) => text);
  const usual = builtInProfile().labels;
  const forms = [labels, usual].map(({ attachments: title, attachment: label }) => ({ title, label }));
  const first = Math.max(0, paragraphs.length - MOST_ATTACHMENTS - 1);
  for (let at = paragraphs.length - 1; at >= first; at -= 1) {
    const title = /^.*/.exec(paragraphs[at] ?? '')?.[0].trim();
    const ours = forms.filter((form) => form.title === title);
    if (ours.length === 0) continue;
    const lines = paragraphs.slice(at).filter(Boolean).join('\n').split('\n').slice(1);
    for (const form of ours) {
      const attachments = namesIn(lines, form.label);
      if (attachments) return { attachments, before: parts.slice(0, at) };
    }
  }
  return { attachments: [], before: parts };
}
