/** Everything that can be unpacked from PDF and DOCX files, to prove that something is in none of it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { pdfAttachments } from '../harness/judges/judges.ts';
import { outputOf, runTool } from '../harness/judges/run-tool.ts';

export interface Stream {
  readonly where: string;
  readonly bytes: Buffer;
}

export function docxStreams(path: string, bytes: Uint8Array): Stream[] {
  return Object.entries(unzipSync(bytes)).map(([name, part]) => ({
    where: `${path}/${name}`,
    bytes: Buffer.from(part),
  }));
}

/** Its objects without compression, its text, its attachments. */
async function pdfStreams(path: string): Promise<Stream[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'stellwerk-streams-'));
  try {
    const plain = join(scratch, 'plain.pdf');
    const unpacked = await runTool('qpdf', ['--qdf', '--object-streams=disable', path, plain]);
    expect(unpacked.exitCode).toBe(0);
    const streams: Stream[] = [
      { where: path, bytes: readFileSync(path) },
      { where: `${path} unpacked`, bytes: readFileSync(plain) },
      { where: `${path} text`, bytes: Buffer.from(await outputOf('pdftotext', ['-enc', 'UTF-8', path, '-'])) },
    ];
    const attachments = join(scratch, 'attached');
    mkdirSync(attachments);
    await outputOf('pdfdetach', ['-saveall', '-o', attachments, path]);
    expect(readdirSync(attachments).sort()).toEqual([...(await pdfAttachments(path))].sort());
    for (const name of readdirSync(attachments)) {
      const bytes = readFileSync(join(attachments, name));
      streams.push({ where: `${path}/${name}`, bytes });
      if (name.endsWith('.docx')) streams.push(...docxStreams(`${path}/${name}`, bytes));
    }
    return streams;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

export async function streamsOf(path: string): Promise<Stream[]> {
  if (path.endsWith('.pdf')) return pdfStreams(path);
  const bytes = readFileSync(path);
  return path.endsWith('.docx') ? docxStreams(path, bytes) : [{ where: path, bytes }];
}

/** Where it stands: as UTF-8, as UTF-16 (strings of a PDF) and as the hexadecimal form of both. */
export function placesOf(streams: readonly Stream[], secret: string): string[] {
  const utf8 = Buffer.from(secret);
  const utf16 = Buffer.from(secret, 'utf16le').swap16();
  const forms = [utf8, utf16, Buffer.from(utf8.toString('hex')), Buffer.from(utf16.toString('hex'))];
  return streams.filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map(({ where }) => where);
}
