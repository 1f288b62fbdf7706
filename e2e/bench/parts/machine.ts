/**
 * Says whether figures of this machine can be believed: a busy machine hides what a program costs, and a virtual one is
 * not always equally fast.
 */
import { createHash } from 'node:crypto';
import { show, spread } from './figures.ts';

/** Share of the machine that others may use in a round that counts. The kernel's own threads and interrupts are in it. */
export const IDLE_SHARE = 0.06;

const PROBE_BYTES = 32 * 1024 * 1024;
const probed = new Uint8Array(PROBE_BYTES);

/** Milliseconds of processor time for the same work each time: how fast the machine is just now. */
export function probe(): number {
  const before = process.cpuUsage();
  createHash('sha1').update(probed).digest();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What the machine was like during some rounds, in words. `others`: shares of it; `probes`: milliseconds. */
export function machineWords(others: readonly number[], probes: readonly number[]): string {
  const busy = others.filter((share) => share > IDLE_SHARE).length;
  const percent = others.map((share) => share * 100);
  return [
    `others used ${show(spread(percent), 1)} % of the machine (idle: up to ${(IDLE_SHARE * 100).toFixed(0)} %)`,
    `${busy} of ${others.length} readings not idle`,
    `the same work took ${show(spread(probes), 0)} ms`,
  ].join('; ');
}
