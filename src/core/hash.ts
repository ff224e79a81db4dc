/** Content hashes. */
import { createHash } from 'node:crypto';

/** SHA-256 of text or bytes, as 64 hex digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The first `length` hex digits of SHA-256: for ids and file names, not for security. */
export function shortHash(content: string | Uint8Array, length = 12): string {
  return sha256(content).slice(0, length);
}
