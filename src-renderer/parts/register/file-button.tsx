import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';

const ACCEPTED = ['.txt', '.pdf', '.docx', '.json', 'text/plain', 'application/pdf'];

export function FileButton({
  icon,
  label,
  onFile,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly onFile: (file: File) => void;
}) {
  return (
    <FileTrigger
      acceptedFileTypes={ACCEPTED}
      onSelect={(files) => {
        const file = files?.[0];
        if (file) onFile(file);
      }}
    >
      <Button icon={icon}>{label}</Button>
    </FileTrigger>
  );
}
