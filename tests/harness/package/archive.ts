/**
 * Reads an asar archive by its layout: two size fields of 8 bytes, a JSON header, the files. Apart from @electron/asar,
 * which wrote it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const JSON_LENGTH_AT = 12;
const JSON_AT = 16;
const DATA_SIZE_AT = 4;

interface FileNode {
  readonly size: number;
  readonly offset?: string;
  readonly unpacked?: boolean;
  readonly integrity?: { readonly hash: string };
}
type Node = FileNode | { readonly files: Readonly<Record<string, Node>> };

export interface ArchivedFile {
  /** With slashes, without one in front. */
  readonly path: string;
  readonly unpacked: boolean;
  /** As the header promises it, SHA-256. */
  readonly promisedHash: string | undefined;
  /** Null for a file that lies beside the archive. */
  readonly bytes: Buffer | null;
}

export interface Archive {
  /** What Electron compares with the hash in its program file. */
  readonly headerHash: string;
  readonly files: readonly ArchivedFile[];
}

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

export function readArchive(file: string): Archive {
  const whole = readFileSync(file);
  const header = whole.toString('utf8', JSON_AT, JSON_AT + whole.readUInt32LE(JSON_LENGTH_AT));
  const dataAt = 8 + whole.readUInt32LE(DATA_SIZE_AT);
  const files: ArchivedFile[] = [];
  const visit = (node: Node, path: string): void => {
    if ('files' in node) {
      for (const [name, child] of Object.entries(node.files)) visit(child, path === '' ? name : `${path}/${name}`);
      return;
    }
    const begin = dataAt + Number(node.offset);
    const unpacked = node.unpacked === true;
    const bytes = unpacked ? null : whole.subarray(begin, begin + node.size);
    files.push({ path, unpacked, promisedHash: node.integrity?.hash, bytes });
  };
  visit(JSON.parse(header) as Node, '');
  return { headerHash: sha256(header), files };
}
