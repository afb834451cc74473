/** Brings delivered files to the person: a shell without a save dialog offers them, and the browser downloads them. */
import type { Delivery } from '../../src-main/contract/document/delivery.ts';
import type { Connection } from './wire.ts';

/** Names of the files that arrived; empty when the person cancelled. */
export async function saveDelivery(delivery: Delivery, connection: Connection): Promise<readonly string[]> {
  switch (delivery.kind) {
    case 'saved':
      return delivery.paths;
    case 'cancelled':
      return [];
    case 'offered':
      for (const file of delivery.files) {
        const bytes = await connection.fetchFile(file.handle);
        const address = URL.createObjectURL(new Blob([bytes], { type: file.mimeType }));
        const link = document.createElement('a');
        link.href = address;
        link.download = file.fileName;
        link.click();
        // The download has begun by then; the bytes may go.
        setTimeout(() => URL.revokeObjectURL(address), 30_000);
      }
      return delivery.files.map((file) => file.fileName);
  }
}
