/** The coat of arms: a picture with words for those who do not see it. */
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { fieldId, ProfileField, ProfileNumber } from './profile-field.tsx';
import { readCoatOfArms } from './read-coat-of-arms.ts';
import type { OfficeEditor } from './use-office-settings.ts';

export function CoatOfArmsField({ office }: { readonly office: OfficeEditor }) {
  const [problem, setProblem] = useState<string | null>(null);
  const arms = office.profile.coatOfArms;
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
    office.setNow('coatOfArms', {
      ...read.picture,
      alternativeText: arms?.alternativeText ?? t.settings.arms.alternative(office.profile.bodyName),
      heightMm: arms?.heightMm ?? 16,
    });
  };
  return (
    <div className="setting" id={fieldId('coatOfArms')}>
      <div className="arms">
        {arms ? (
          <img className="arms-picture" src={`data:${arms.mimeType};base64,${arms.data}`} alt={arms.alternativeText} />
        ) : (
          <p className="soft">{t.settings.arms.none}</p>
        )}
        <FileTrigger
          acceptedFileTypes={['image/png', 'image/jpeg', 'image/svg+xml']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void choose(file);
          }}
        >
          <Button>{arms ? t.settings.arms.replace : t.settings.arms.choose}</Button>
        </FileTrigger>
        {arms && (
          <Button kind="quiet" onPress={() => office.setNow('coatOfArms', null)}>
            {t.settings.arms.remove}
          </Button>
        )}
      </div>
      <p className="soft small">{t.settings.arms.hint}</p>
      {problem !== null && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {arms && (
        <div className="grid-arms">
          <ProfileField office={office} path="coatOfArms.alternativeText" />
          <ProfileNumber office={office} path="coatOfArms.heightMm" least={8} most={30} step={1} />
        </div>
      )}
    </div>
  );
}
