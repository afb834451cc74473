/** Many issues in one run, and how much memory the process holds on the way. */
import { createHash } from 'node:crypto';
import { addReleased, refsUpTo } from '../../support/issuing-office.ts';
import { TEST_PASSPHRASE, testAuthority } from '../../support/signing-keys.ts';
import { deskClock } from '../../support/survival-office.ts';
import { testHost } from '../../support/test-host.ts';

export interface ManyIssues {
  readonly seconds: number;
  /** Resident memory in MB after each `every` issues. */
  readonly memoryMb: readonly number[];
  /** Issued files that are not what their digest says, or issues that were refused. */
  readonly problems: readonly string[];
}
export interface ManyOptions {
  readonly folder: string;
  readonly count: number;
  readonly isSigned: boolean;
  readonly every: number;
  readonly onProgress?: (done: number, memoryMb: number) => void;
}

const residentMb = (): number => Math.round(process.memoryUsage.rss() / 1024 / 1024);

export async function issueMany({ folder, count, isSigned, every, onProgress }: ManyOptions): Promise<ManyIssues> {
  const host = testHost({ folder, clock: deskClock });
  const memoryMb: number[] = [];
  const problems: string[] = [];
  try {
    await addReleased(host, count);
    let keyId: string | null = null;
    if (isSigned) {
      const authority = testAuthority();
      const file = { fileName: 'Schlüssel.p12', bytes: authority.make('rsa', 'Jörg Müller').pkcs12 };
      authority.remove();
      keyId = (await host.app.signatures.openKey({ ...file, passphrase: TEST_PASSPHRASE })).keyId;
    }
    const refs = refsUpTo(count);
    const began = performance.now();
    for await (const { done, ref, problem } of host.app.issues.issueSeveral({ refs, keyId })) {
      if (problem !== null) problems.push(`${ref}: ${problem}`);
      if (done % every !== 0) continue;
      memoryMb.push(residentMb());
      onProgress?.(done, memoryMb.at(-1) ?? 0);
    }
    const seconds = (performance.now() - began) / 1000;
    for (const ref of refs)
      for (const { bytes, entry } of await host.app.issues.files(ref))
        if (createHash('sha512').update(bytes).digest('hex') !== entry.sha512)
          problems.push(`${ref}: ${entry.fileName}`);
    return { seconds, memoryMb, problems };
  } finally {
    await host.dispose();
  }
}
