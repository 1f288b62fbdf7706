/** What the router process holds: read from /proc, from outside, so that nothing it says has to be believed. */
import { readdirSync } from 'node:fs';
import { residentBytes } from '../process-tree.ts';

export type Held = { readonly descriptors: number; readonly residentBytes: number };

/** Of the process `pid`; nothing when it is gone. */
export function heldBy(pid: number): Held | undefined {
  try {
    return { descriptors: readdirSync(`/proc/${pid}/fd`).length, residentBytes: residentBytes(pid) };
  } catch {
    return undefined;
  }
}
