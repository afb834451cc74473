/** Signing as the release does it, with a certificate of the test's own and the signing tool of this system. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PASSWORD = 'für die Prüfung';

export interface CodeSigning {
  /** What the release gets from its secrets; and no time stamp, because nothing is reached from here. */
  readonly environment: NodeJS.ProcessEnv;
  /** Digests of the signatures that the program bears, each valid and by this certificate. Throws when one is not. */
  verify(program: string): readonly string[];
}

/** Key and certificate are made in the folder, in a moment. */
export function codeSigning(folder: string): CodeSigning {
  const [key, certificate, both] = ['key.pem', 'certificate.pem', 'both.p12'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const openssl = (...args: readonly string[]): unknown => execFileSync('openssl', args, { stdio: 'pipe' });
  const purpose = ['-addext', 'keyUsage=digitalSignature', '-addext', 'extendedKeyUsage=codeSigning'];
  const subject = ['-subj', '/CN=TEST Projekt Stellwerk', '-days', '2'];
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...subject, ...purpose);
  openssl('pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', both, '-passout', `pass:${PASSWORD}`);
  return {
    environment: {
      CSC_LINK: readFileSync(both).toString('base64'),
      CSC_KEY_PASSWORD: PASSWORD,
      USE_SYSTEM_OSSLSIGNCODE: 'true',
      ELECTRON_BUILDER_OFFLINE: 'true',
    },
    verify: (program) => {
      const said = execFileSync('osslsigncode', ['verify', '-CAfile', certificate, program], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return [...said.matchAll(/^Message digest algorithm {2}: (\w+)$/gm)].map(([, name = '']) => name);
    },
  };
}
