import { t } from '../../texts/de.ts';
import { IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** What somebody should look at after a file was read, in sentences. */
export function SourceNotes({
  sentences,
  onClose,
}: {
  readonly sentences: readonly string[];
  readonly onClose?: () => void;
}) {
  if (sentences.length === 0) return null;
  return (
    <div className="notice" role="status">
      <Icon name="info" />
      <ul className="notice-body">
        {sentences.map((sentence, at) => (
          <li key={`${at} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
      {onClose && <IconButton icon="dismiss" size="row" label={t.common.close} onPress={onClose} />}
    </div>
  );
}
