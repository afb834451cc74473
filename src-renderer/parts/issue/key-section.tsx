/** Whether and with which key the paper is signed. One passphrase opens the key for everything that follows. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { problemOf, useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';

const words = t.issue.key;
const NONE = 'none';

interface Props {
  readonly keyId: string | null;
  readonly onKey: (keyId: string | null) => void;
  /** Where the signature may be seen on the last page: the office's setting, unless something else is chosen. */
  readonly visible?: { readonly chosen: boolean | undefined; readonly onChange: (isVisible: boolean) => void };
}

export function KeySection({ keyId, onKey, visible }: Props) {
  const { client, queries, connection } = useCore();
  const cache = useQueryClient();
  const options = queries.signatures.openKeys.queryOptions({ staleTime: 0 });
  const keys = useQuery(options).data ?? [];
  const office = useQuery(queries.settings.office.queryOptions()).data;
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpening, setOpening] = useState(false);
  const chosen = keys.find((key) => key.keyId === keyId);
  const timestampUrl = office?.profile.signing.timestampUrl ?? '';

  const open = async (): Promise<void> => {
    if (!file) return;
    setProblem(null);
    setOpening(true);
    try {
      const handle = await connection.handOver(file);
      const opened = await client.signatures.openKey({ handle, fileName: file.name, passphrase });
      await cache.invalidateQueries({ queryKey: options.queryKey });
      setFile(null);
      onKey(opened.keyId);
    } catch (error) {
      setProblem(problemOf(error).sentence);
    } finally {
      setPassphrase('');
      setOpening(false);
    }
  };
  const close = async (id: string): Promise<void> => {
    onKey(null);
    await client.signatures.closeKey({ keyId: id });
    await cache.invalidateQueries({ queryKey: options.queryKey });
  };

  return (
    <Section
      title={words.title}
      summary={chosen ? chosen.certificate.subject : words.none}
      startsOpen
      help="elektronisch-unterschreiben"
    >
      <div className="button-row">
        <Select
          label={words.choose}
          hideLabel
          value={keyId ?? NONE}
          choices={[
            { id: NONE, text: words.none },
            ...keys.map((key) => ({ id: key.keyId, text: words.opened(key.certificate.subject) })),
          ]}
          onChange={(id) => onKey(id === NONE ? null : id)}
        />
        <FileTrigger acceptedFileTypes={['.p12', '.pfx']} onSelect={(files) => setFile(files?.[0] ?? null)}>
          <Button icon="lock">{words.file}</Button>
        </FileTrigger>
        {chosen && <Button onPress={() => void close(chosen.keyId)}>{words.close}</Button>}
      </div>
      {file === null ? (
        <p className="soft small">{words.fileHint}</p>
      ) : (
        <form
          className="key-form"
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <p className="soft">{words.chosen(file.name)}</p>
          <TextField
            label={words.passphrase}
            type="password"
            autoComplete="off"
            autoFocus
            value={passphrase}
            error={problem}
            onChange={(text) => {
              setPassphrase(text);
              setProblem(null);
            }}
          />
          <Button type="submit" kind="primary" isDisabled={isOpening}>
            {words.open}
          </Button>
        </form>
      )}
      {chosen?.certificate.isTest && (
        <p className="status-item warn">
          <Icon name="warning" small />
          {words.test}
        </p>
      )}
      {chosen && (
        <>
          {visible && (
            <Switch
              label={words.visible}
              isSelected={visible.chosen ?? office?.profile.signing.visibleField ?? false}
              onChange={visible.onChange}
            />
          )}
          <p className="soft small">{timestampUrl === '' ? words.noTimestamp : words.timestamp(timestampUrl)}</p>
          <p className="soft small">{words.honest}</p>
        </>
      )}
    </Section>
  );
}
