/** Where the window is too narrow for form and preview side by side: which of both is shown. */
import { t } from '../texts/de.ts';
import { Select } from './select.tsx';

export type View = 'edit' | 'preview';

export function ViewSwitch({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) {
  return (
    <div className="view-switch">
      <Select
        label={t.statement.view}
        hideLabel
        compact
        value={view}
        choices={[
          { id: 'edit', text: t.statement.show.edit },
          { id: 'preview', text: t.statement.show.preview },
        ]}
        onChange={onChange}
      />
    </div>
  );
}
