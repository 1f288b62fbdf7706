/** The failure that an exception of a port means for a transfer. */
import type { Failure } from '../../protocol/failure.ts';
import { StoreError } from '../store/store.ts';
import { HashError } from './hash.ts';

/** An unforeseen exception is a bug of ours, and is never blamed on a file or a storage. */
export function failureIn(error: unknown): Failure {
  if (error instanceof StoreError) return error.failure;
  return error instanceof HashError ? 'hash-failed' : 'page-failed';
}
