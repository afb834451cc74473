/** How an attachment can be looked at, by its MIME type. Pure. */
export type ViewKind = 'pdf' | 'picture' | 'text' | 'none';

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'];
const TEXTS = ['application/xml', 'application/json', 'message/rfc822'];

export function viewKindOf(mimeType: string): ViewKind {
  if (mimeType === 'application/pdf') return 'pdf';
  if (PICTURES.includes(mimeType)) return 'picture';
  return mimeType.startsWith('text/') || TEXTS.includes(mimeType) ? 'text' : 'none';
}
