/** From the operating system's error codes to what a person can do. */
import { Refusal } from '../../contract/shared/errors.ts';

export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function translateWriteError(error: unknown, target: string): unknown {
  if (error instanceof Refusal) return error;
  switch (systemCode(error)) {
    case 'ENOTDIR':
      return new Refusal('target-no-folder', { target }, { cause: error });
    case 'ENOENT':
      return new Refusal('target-missing', { target }, { cause: error });
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new Refusal('disk-full', { target }, { cause: error });
    case 'EBUSY':
    case 'ETXTBSY':
      return new Refusal('target-locked', { target }, { cause: error });
    // Among them a name that is too long and a link that leads to itself.
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EISDIR':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new Refusal('target-not-writable', { target }, { cause: error });
    default:
      return error;
  }
}

export function translateReadError(error: unknown, file: string): unknown {
  if (error instanceof Refusal) return error;
  const code = systemCode(error);
  // No file can have a name that is too long.
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code))
    return new Refusal('file-missing', { file }, { cause: error });
  if (['EACCES', 'EPERM', 'EISDIR', 'EBUSY', 'EIO', 'ELOOP'].includes(code))
    return new Refusal('file-unreadable', { file }, { cause: error });
  return error;
}
