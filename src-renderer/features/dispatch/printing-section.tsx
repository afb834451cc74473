/** How each kind of copy is printed. */
import { useState } from 'react';
import {
  DUPLEX_MODES,
  MOST_PRINTED,
  PRINT_KINDS,
  type PrintKind,
  type Printers,
  type PrintSettings,
} from '../../../src-main/contract/shell/printing.ts';
import { t } from '../../texts/de.ts';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePreferences } from '../../parts/settings/use-preferences.ts';

const words = t.printing;

/** One that is gone stays visible, so that nobody wonders where the pages went. */
function printerChoices(printers: Printers['printers'], remembered: string | null) {
  const found = printers.map(({ name, displayName }) => ({ id: name, text: displayName }));
  const isGone = remembered !== null && !printers.some(({ name }) => name === remembered);
  return [
    { id: '', text: words.standardPrinter },
    ...found,
    ...(isGone ? [{ id: remembered, text: words.missingPrinter(remembered) }] : []),
  ];
}

function PrintSettingsFields({ printers }: { readonly printers: Printers['printers'] }) {
  const { preferences, change } = usePreferences();
  const [kind, setKind] = useState<PrintKind>('original');
  if (!preferences) return null;
  const settings = preferences.printing[kind];
  const set = (part: Partial<PrintSettings>): void =>
    change(({ printing }) => ({ printing: { ...printing, [kind]: { ...printing[kind], ...part } } }));
  return (
    <div className="print-settings">
      <Select
        label={words.kind}
        value={kind}
        choices={PRINT_KINDS.map((id) => ({ id, text: words.kinds[id] }))}
        onChange={setKind}
      />
      <Select
        label={words.printer}
        value={settings.printer ?? ''}
        choices={printerChoices(printers, settings.printer)}
        onChange={(name) => set({ printer: name === '' ? null : name })}
      />
      <TextField
        label={words.count}
        value={String(settings.copies)}
        inputMode="numeric"
        onChange={(text) => {
          const count = Number(text.replace(/\D/g, ''));
          if (count >= 1) set({ copies: Math.min(MOST_PRINTED, count) });
        }}
      />
      <Select
        label={words.sides}
        value={settings.duplex}
        choices={DUPLEX_MODES.map((id) => ({ id, text: words.duplex[id] }))}
        onChange={(duplex) => set({ duplex })}
      />
      <Switch label={words.silent} isSelected={settings.silent} onChange={(silent) => set({ silent })} />
    </div>
  );
}

/** Undefined until the shell has said what it can do. */
export function PrintingSection({ printers }: { readonly printers: Printers | undefined }) {
  if (!printers) return null;
  return (
    <Section title={words.title} summary={words.summary} help="drucken">
      {printers.canChoose ? (
        <PrintSettingsFields printers={printers.printers} />
      ) : (
        <p className="soft small">{words.byBrowser}</p>
      )}
    </Section>
  );
}
