/** The e-mail that brings a copy to its recipient; somebody reads it before it is sent. Pure. */
import type { PlannedCopy } from '../../contract/distribution/shapes.ts';
import { copyKindNames, mailTexts } from '../../contract/distribution/texts-de.ts';
import type { IssueSnapshot } from '../issue/issue-snapshot.ts';
import type { FileContent, MailDraft } from '../ports/ports.ts';

export function mailDraft(
  { record, profile }: IssueSnapshot,
  copy: PlannedCopy,
  attachments: readonly FileContent[],
  occasion: { readonly at: string; readonly id: string },
): MailDraft {
  const reference = record.reference ?? profile.labels.draft;
  const address = record.contact.email ?? profile.address.email;
  const sender = [record.contact.clerk, record.bodyName].filter(Boolean).join('\n');
  return {
    from: address === '' ? null : { name: record.bodyName, address },
    to: { name: copy.recipient.name, address: copy.recipient.email },
    subject: mailTexts.subject(reference, record.name),
    text: `${mailTexts.body(copyKindNames[copy.copyKind], reference, record.name)}\n${mailTexts.greeting}\n${sender}\n`,
    attachments,
    ...occasion,
  };
}
