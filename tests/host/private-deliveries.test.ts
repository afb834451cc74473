/** Files with all data, all settings or a key in them are for nobody but their owner, also where they replace a file that was wider. */
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileDelivery, folderDelivery } from '../../src-main/adapters/files/folder-delivery.ts';
import { errorReport } from '../../src-main/host/error-report.ts';
import { tempFolder } from '../support/builders.ts';
import { addReleased, refOf } from '../support/issuing-office.ts';
import { testHost } from '../support/test-host.ts';
import { handOver } from '../support/hand-over.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

it.skipIf(process.platform === 'win32')(
  'backup, settings, key and error report are closed; a paper is not',
  async () => {
    const host = testHost();
    const umask = process.umask(0o022);
    try {
      await addReleased(host, 1);
      const folder = tempFolder();
      const backup = join(folder, 'kopie.db');
      writeFileSync(backup, 'alt');
      chmodSync(backup, 0o644);
      await handOver(host.app.backup.deliver(), fileDelivery(backup));
      const key = { name: 'Erika Muster', passphrase: 'geheim' };
      await handOver(host.app.signatures.createTestKey(key), fileDelivery(join(folder, 'probe.p12')));
      await handOver(host.app.settings.exportFile(), fileDelivery(join(folder, 'einstellungen.json')));
      const about = { version: '1', components: [], system: 'x' };
      await folderDelivery(folder).deliver([errorReport(about, [], '2026-03-02T09:00:00.000Z')]);
      const paper = fileDelivery(join(folder, 'papier.docx'));
      await handOver(host.app.documents.deliver({ ref: refOf(1), kind: 'form-sheet', formats: ['docx'] }), paper);
      expect(Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]))).toEqual({
        'kopie.db': '600',
        'probe.p12': '600',
        'einstellungen.json': '600',
        'Stellwerk-Fehlerbericht-2026-03-02.txt': '600',
        'papier.docx': '644',
      });
    } finally {
      process.umask(umask);
      await host.dispose();
    }
  },
);
