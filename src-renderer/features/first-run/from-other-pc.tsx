/** Taking over what another PC had: a backup with everything, or a file of settings. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { settingsFileSchema } from '../../../src-main/contract/settings/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { showOtherData } from '../../parts/settings/show-other-data.ts';

/** The body of a file of settings; null when it is none. */
async function bodyNameIn(file: File): Promise<string | null> {
  try {
    const parsed = settingsFileSchema.safeParse(JSON.parse((await file.text()).replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.data.profile.bodyName : null;
  } catch {
    return null;
  }
}

class UnknownFile extends Error {}

export function FromOtherPc() {
  const { client, connection } = useCore();
  const queryClient = useQueryClient();
  const take = useMutation({
    mutationFn: async (file: File) => {
      if (/\.db$/i.test(file.name)) {
        const { path } = await client.backup.receive({ handle: await connection.handOver(file), fileName: file.name });
        await client.backup.restore({ path });
        return;
      }
      const bodyName = await bodyNameIn(file);
      if (bodyName === null) throw new UnknownFile(file.name);
      await client.system.initialise({ kind: 'own', bodyName });
      await client.setupImports.applySettings({ handle: await connection.handOver(file), fileName: file.name });
      await client.settings.setPreferences({ guideDone: true });
    },
    onSuccess: () => showOtherData(queryClient),
  });
  const sentence =
    take.error instanceof UnknownFile
      ? t.firstRun.moveUnknown(take.error.message)
      : take.error && problemOf(take.error).sentence;
  return (
    <div className="choice">
      <h2>{t.firstRun.moveTitle}</h2>
      <p className="soft">{t.firstRun.moveText}</p>
      {sentence && <ProblemNotice sentence={sentence} />}
      <FileTrigger
        acceptedFileTypes={['.db', '.json']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) take.mutate(file);
        }}
      >
        <Button isDisabled={take.isPending}>{take.isPending ? t.firstRun.moveBusy : t.firstRun.moveButton}</Button>
      </FileTrigger>
    </div>
  );
}
