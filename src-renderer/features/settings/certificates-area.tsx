/** Whom the office trusts, how it signs, and a certificate for trying out. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { OfficeSettings } from '../../../src-main/contract/settings/shapes.ts';
import type { CertificateInfo } from '../../../src-main/contract/signature/shapes.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { putAnswer } from '../../data/put-answer.ts';
import { saveDelivery } from '../../data/save-delivery.ts';
import { t } from '../../texts/de.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldId, ProfileField } from '../../parts/settings/profile-field.tsx';
import { SettingsStatus } from '../../parts/settings/settings-status.tsx';
import { useOfficeEditor } from '../../parts/settings/use-office-settings.ts';

const words = t.certificates;

export function CertificatesArea() {
  const { queries } = useCore();
  const { data } = useQuery(queries.settings.office.queryOptions());
  return (
    <div className="settings-single">
      <div className="settings-form">
        <p className="soft">{t.settings.areaHints.zertifikate}</p>
        {data && <Signing stored={data} />}
        <TrustList />
        <TestKey />
      </div>
    </div>
  );
}

function Signing({ stored }: { readonly stored: OfficeSettings }) {
  const office = useOfficeEditor(stored);
  return (
    <fieldset className="setting-group">
      <legend>{words.signingTitle}</legend>
      <ProfileField office={office} path="signing.timestampUrl" />
      <div className="grid-2">
        <ProfileField office={office} path="signing.reason" />
        <ProfileField office={office} path="signing.location" />
      </div>
      <div className="setting" id={fieldId('signing.visibleField')}>
        <Switch
          label={t.settings.fields['signing.visibleField']}
          isSelected={office.profile.signing.visibleField}
          onChange={(on) => office.setNow('signing.visibleField', on)}
        />
        <p className="soft small">{t.settings.hints['signing.visibleField']}</p>
      </div>
      <SettingsStatus state={office.saved} onUndo={office.undo} />
    </fieldset>
  );
}

function TrustList() {
  const { client, queries, connection } = useCore();
  const cache = useQueryClient();
  const options = queries.signatures.trustList.queryOptions({ staleTime: 0 });
  const { data: list = [] } = useQuery(options);
  const [problem, setProblem] = useState<string | null>(null);
  const [removed, setRemoved] = useState<CertificateInfo | null>(null);
  const change = async (work: () => Promise<CertificateInfo[]>): Promise<void> => {
    setProblem(null);
    try {
      putAnswer(cache, options.queryKey, await work());
    } catch (error) {
      setProblem(problemOf(error).sentence);
    }
  };
  const add = (file: File): Promise<void> =>
    change(async () => client.signatures.trust({ handle: await connection.handOver(file), fileName: file.name }));
  return (
    <section className="setting-group" id={fieldId('trustList')}>
      <h2>{words.trustTitle}</h2>
      <p className="soft small">{words.trustHint}</p>
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      {list.length === 0 ? (
        <p className="soft">{words.empty}</p>
      ) : (
        <table className="plain-table">
          <caption className="visually-hidden">{words.trustTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.subject}</th>
              <th scope="col">{words.columns.issuer}</th>
              <th scope="col">{words.columns.validity}</th>
              <th scope="col">{words.columns.fingerprint}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {list.map((entry) => (
              <tr key={entry.fingerprint}>
                <th scope="row">
                  {entry.subject}
                  {entry.isTest && (
                    <span className="status-item warn">
                      <Icon name="warning" small />
                      {t.issue.key.test}
                    </span>
                  )}
                </th>
                <td>{entry.issuer}</td>
                <td>
                  {t.verify.validFromTo(
                    formatGermanDate(entry.notBefore.slice(0, 10)),
                    formatGermanDate(entry.notAfter.slice(0, 10)),
                  )}
                </td>
                <td className="ellipsis small" title={entry.fingerprint}>
                  {entry.fingerprint.slice(0, 16)}
                </td>
                <td className="row-actions">
                  <IconButton
                    icon="remove"
                    size="row"
                    label={words.remove(entry.subject)}
                    onPress={() => {
                      setRemoved(entry);
                      void change(() => client.signatures.distrust({ fingerprint: entry.fingerprint }));
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="button-row">
        <FileTrigger
          acceptedFileTypes={['.cer', '.crt', '.pem', '.der']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) void add(file);
          }}
        >
          <Button icon="add">{words.add}</Button>
        </FileTrigger>
        {removed && (
          <>
            <span role="status">{words.removed(removed.subject)}</span>
            <Button
              kind="link"
              icon="undo"
              onPress={() => {
                setRemoved(null);
                void change(() => client.signatures.trustAgain({ fingerprint: removed.fingerprint }));
              }}
            >
              {words.undo}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function TestKey() {
  const { client, connection } = useCore();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [made, setMade] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    setProblem(null);
    setMade(null);
    try {
      const delivery = await client.signatures.createTestKey({ name: name.trim(), passphrase });
      const names = await saveDelivery(delivery, connection);
      if (names.length > 0) setMade(words.testMade(names.join(', ')));
    } catch (error) {
      setProblem(problemOf(error).sentence);
    }
    setPassphrase('');
  };
  return (
    <section className="setting-group" id={fieldId('testKey')}>
      <h2>{words.testTitle}</h2>
      <p className="soft small">{words.testHint}</p>
      <form
        className="key-form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField label={words.testName} value={name} onChange={setName} />
        <TextField
          label={words.testPassphrase}
          type="password"
          autoComplete="new-password"
          value={passphrase}
          onChange={setPassphrase}
        />
        <Button type="submit" isDisabled={name.trim() === '' || passphrase.length < 6}>
          {words.testMake}
        </Button>
      </form>
      {problem !== null && <ProblemNotice sentence={problem} onClose={() => setProblem(null)} />}
      <p role="status">{made}</p>
    </section>
  );
}
