import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Above a paper that was finished elsewhere: what it is, and how it becomes a draft again. */
export function ImportedNotice({ onTakeUp }: { readonly onTakeUp: () => void }) {
  return (
    <div className="notice" role="group" aria-label={t.states.imported} data-help="aus-datei-übernehmen">
      <Icon name="info" />
      <span className="notice-body">{t.importedFinished.notice}</span>
      <Button onPress={onTakeUp}>{t.importedFinished.takeUp}</Button>
    </div>
  );
}
