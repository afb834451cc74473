/** The issues of a statement with their files, and what was kept beside them. */
import type { IssueFile, IssueSummary } from '../../../src-main/contract/issue/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { officeDay } from '../../../src-main/base/german-time.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { sizeText } from '../../ui/size-text.ts';
import { ConformanceTable } from './conformance-table.tsx';
import { nameOf } from '../../../src-main/base/name-of.ts';

const words = t.issue.files;

interface Props {
  readonly issues: readonly IssueSummary[];
  readonly onView: (file: IssueFile) => void;
  readonly onSave: (files: readonly IssueFile[]) => void;
}

export function IssueList({ issues, onView, onSave }: Props) {
  if (issues.length === 0) {
    return (
      <>
        <p>{words.none}</p>
        <p className="soft small">{words.after}</p>
      </>
    );
  }
  return issues.map((issue) => (
    <section key={issue.id} className="issue" aria-label={t.issue.editions(issue.edition)}>
      <h3>{t.issue.editions(issue.edition)}</h3>
      <p className="soft small">{words.issuedAt(formatGermanDate(officeDay(issue.at)), issue.actor)}</p>
      {issue.withdrawn && (
        <p className="status-item bad">
          <Icon name="warning" small />
          {words.withdrawn(issue.withdrawn.reason)}
        </p>
      )}
      {issue.corrected && <p className="soft small">{words.corrected(issue.corrected.reason)}</p>}
      <p className="small">
        {issue.signature
          ? words.signedBy(issue.signature.signer, nameOf(t.verify.levels, issue.signature.level))
          : words.unsigned}
      </p>
      {issue.signature?.isTest && (
        <p className="status-item warn">
          <Icon name="warning" small />
          {t.issue.key.test}
        </p>
      )}
      {issue.signature?.timestampProblem && <p className="soft small">{issue.signature.timestampProblem}</p>}
      <table className="plain-table issue-files">
        <caption className="visually-hidden">{t.issue.editions(issue.edition)}</caption>
        <tbody>
          {issue.files.map((file) => (
            <FileRow key={file.id} file={file} onView={() => onView(file)} onSave={() => onSave([file])} />
          ))}
        </tbody>
      </table>
      <Button kind="link" icon="arrowDownload" onPress={() => onSave(issue.files)}>
        {words.saveAll}
      </Button>
      <ConformanceTable findings={issue.conformance} />
    </section>
  ));
}

function FileRow({
  file,
  onView,
  onSave,
}: {
  readonly file: IssueFile;
  readonly onView: () => void;
  readonly onSave: () => void;
}) {
  const isKnown = Object.hasOwn(words.kinds, file.kind);
  const kind = isKnown ? nameOf(words.kinds, file.kind) : file.name;
  const name = file.kind === 'attachment' ? `${kind}: ${file.name}` : kind;
  const isInternal =
    file.publicity === 'non-public' && (file.kind === 'protocol-pdf' || file.kind.startsWith('distribution'));
  return (
    <tr>
      <th scope="row">
        <span title={words.checksum(file.sha512)}>{name}</span>
        <span className="soft small file-note">
          {[file.note === '' ? '' : words.rendition(file.note), isInternal ? words.internal : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </th>
      <td className="soft small ellipsis">{file.fileName}</td>
      <td className="soft small number">{sizeText(file.size)}</td>
      <td className="row-actions">
        {file.mimeType === 'application/pdf' && (
          <IconButton icon="eye" size="row" label={words.viewOne(name)} onPress={onView} />
        )}
        <IconButton icon="arrowDownload" size="row" label={words.saveOne(name)} onPress={onSave} />
      </td>
    </tr>
  );
}
