/** Opened keys, in memory only: one passphrase serves for many papers. A key that is not used for a while is closed. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { OpenKey } from '../../contract/signature/shapes.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import type { Clock } from '../ports/ports.ts';
import type { SigningKey } from '../ports/signature-ports.ts';

const CLOSED_AFTER_MS = 30 * 60_000;

export interface Keyring {
  put(key: SigningKey, info: Omit<OpenKey, 'keyId'>): OpenKey;
  list(): OpenKey[];
  /** Refuses with `key-closed` when it is not open any more, with `certificate-expired` when its time is over. */
  use(keyId: string): { readonly key: SigningKey; readonly info: OpenKey };
  close(keyId: string): void;
}

/** Refuses with `certificate-expired` outside the certificate's time. */
export function requireValidNow({ certificate }: Pick<OpenKey, 'certificate'>, now: string): void {
  const { notBefore, notAfter, subject } = certificate;
  if (Date.parse(now) >= Date.parse(notBefore) && Date.parse(now) <= Date.parse(notAfter)) return;
  throw new Refusal('certificate-expired', {
    signer: subject,
    from: formatGermanDate(notBefore.slice(0, 10)),
    until: formatGermanDate(notAfter.slice(0, 10)),
  });
}

export function keyring(clock: Clock, newId: () => string): Keyring {
  const keys = new Map<string, { key: SigningKey; info: OpenKey; usedAt: number }>();
  const sweep = (): void => {
    for (const [id, { usedAt }] of keys) if (Date.parse(clock.now()) - usedAt > CLOSED_AFTER_MS) keys.delete(id);
  };
  return {
    put: (key, info) => {
      const entry = { key, info: { keyId: newId(), ...info }, usedAt: Date.parse(clock.now()) };
      keys.set(entry.info.keyId, entry);
      return entry.info;
    },
    list: () => {
      sweep();
      return [...keys.values()].map(({ info }) => info);
    },
    use: (keyId) => {
      sweep();
      const entry = keys.get(keyId);
      if (!entry) throw new Refusal('key-closed', {});
      requireValidNow(entry.info, clock.now());
      entry.usedAt = Date.parse(clock.now());
      return entry;
    },
    close: (keyId) => void keys.delete(keyId),
  };
}
