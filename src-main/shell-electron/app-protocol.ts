/** The page's own scheme: built files and handed-over files, nothing from the disk by path. */
import { Refusal } from '../contract/shared/errors.ts';
import type { FileContent } from '../core/ports/ports.ts';
import { LARGEST_UPLOAD_BYTES } from '../host/limits.ts';
import type { OfficeHost } from '../host/office-host.ts';
import { SECURITY_HEADERS, type StaticFile } from '../host/static-files.ts';
import { readRequest } from './policies.ts';

const reply = (
  status: number,
  body: Uint8Array<ArrayBuffer> | string = '',
  type = 'text/plain; charset=utf-8',
): Response =>
  new Response(body, { status, headers: { ...SECURITY_HEADERS, 'content-type': type, 'cache-control': 'no-store' } });

/** What the scheme answers from. */
export interface AppContent {
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly host: OfficeHost;
  /** Pages of an open print preview. */
  readonly printed: (id: string) => FileContent | undefined;
  /** Keeps what was not foreseen in the error log. */
  readonly report: (error: unknown) => unknown;
}

/** Answers always: a request that Electron hears nothing of looks to the page as if the program were gone. */
export async function answerRequest(request: Request, content: AppContent): Promise<Response> {
  try {
    return await answer(request, content);
  } catch (error) {
    content.report(error);
    return reply(500);
  }
}

async function answer(request: Request, { files, host, printed }: AppContent): Promise<Response> {
  const wanted = readRequest(request.url, request.method);
  switch (wanted.kind) {
    case 'refused':
      return reply(403);
    case 'file': {
      const file = files.get(wanted.path) ?? (/\.[a-z0-9]+$/i.test(wanted.path) ? undefined : files.get('/index.html'));
      return file ? reply(200, new Uint8Array(file.bytes), file.type) : reply(404);
    }
    case 'take':
      try {
        const file = host.app().handoff.take(wanted.handle);
        return reply(200, new Uint8Array(file.bytes), file.mimeType);
      } catch (error) {
        if (error instanceof Refusal) return reply(404);
        throw error;
      }
    case 'print': {
      const file = printed(wanted.id);
      if (!file) return reply(404);
      // The page's content policy would keep Chromium's own viewer from showing the pages; a PDF runs nothing of ours.
      const headers = {
        'content-type': file.mimeType,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      };
      return new Response(new Uint8Array(file.bytes), { headers });
    }
    case 'put': {
      const bytes = new Uint8Array(await request.arrayBuffer());
      if (bytes.length > LARGEST_UPLOAD_BYTES) return reply(413);
      const handle = host.app().handoff.put({ fileName: 'eingang', mimeType: 'application/octet-stream', bytes });
      return reply(200, JSON.stringify({ handle }), 'application/json');
    }
  }
}
