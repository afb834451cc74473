import { describe, expect, it } from 'vitest';
import { refusalOf, tempFolder } from '../../support/builders.ts';
import { testHost } from '../../support/test-host.ts';

describe('a file that a person hands over as a backup', () => {
  it('is refused under the name that the person knows', async () => {
    const host = testHost({ folder: tempFolder() });
    const received = host.app.backup.receive({ fileName: 'Fotos.db', bytes: Buffer.from('keine Sicherung') });
    expect(await refusalOf(() => received)).toEqual({ code: 'backup-invalid', details: { file: 'Fotos.db' } });
  });
});
