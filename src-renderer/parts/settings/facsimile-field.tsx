/** The picture of somebody's handwritten name, for issued papers. */
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { OfficeProfile } from '../../../src-main/contract/settings/office-profile.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { readCoatOfArms } from './read-coat-of-arms.ts';

type Facsimile = OfficeProfile['signatories'][number]['facsimile'];
const words = t.settings.signatory;
const HEIGHT_MM = 12;

interface Props {
  readonly name: string;
  readonly value: Facsimile;
  readonly onChange: (value: Facsimile) => void;
}

export function FacsimileField({ name, value, onChange }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (file: File): Promise<void> => {
    const read = await readCoatOfArms(file);
    if (!read.ok) {
      setProblem(
        read.reason === 'too-large'
          ? t.settings.arms.tooLarge(Math.ceil(file.size / 1024))
          : t.settings.arms.unreadable,
      );
      return;
    }
    setProblem(null);
    onChange({ ...read.picture.raster, heightMm: value?.heightMm ?? HEIGHT_MM });
  };
  return (
    <div className="setting">
      <div className="arms">
        {value && (
          <img
            className="arms-picture"
            src={`data:${value.mimeType};base64,${value.data}`}
            alt={words.facsimileOf(name)}
          />
        )}
        <FileTrigger
          acceptedFileTypes={['image/png', 'image/jpeg']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void choose(file);
          }}
        >
          <Button aria-label={words.facsimileOf(name)}>{words.facsimile}</Button>
        </FileTrigger>
        {value && (
          <Button kind="quiet" aria-label={words.facsimileRemove(name)} onPress={() => onChange(null)}>
            {t.settings.arms.remove}
          </Button>
        )}
      </div>
      <p className="soft small">{words.facsimileHint}</p>
      {problem !== null && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
