/**
 * Says whether figures of this machine can be believed: a busy machine hides what a program costs, and a virtual one is
 * not always equally fast.
 */
import { createHash } from 'node:crypto';
import { show, spread } from './figures.ts';
import { IDLE_SHARE, isIdle } from './rounds.ts';

const PROBE_BYTES = 32 * 1024 * 1024;
const probed = new Uint8Array(PROBE_BYTES);

/** Milliseconds of processor time for the same work each time: how fast the machine is just now. */
export function probe(): number {
  const before = process.cpuUsage();
  createHash('sha1').update(probed).digest();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What the machine was like during some rounds, in words. `others`: share of it, from 0 to 1. */
export function machineWords(rounds: readonly { readonly others: number; readonly probeMs: number }[]): string {
  const busy = rounds.filter((round) => !isIdle(round)).length;
  const percent = rounds.map(({ others }) => others * 100);
  const probes = rounds.map(({ probeMs }) => probeMs);
  return [
    `others used ${show(spread(percent), 1)} % of the machine (idle: up to ${(IDLE_SHARE * 100).toFixed(0)} %)`,
    `${busy} of ${rounds.length} readings not idle`,
    `the same work took ${show(spread(probes), 0)} ms`,
  ].join('; ');
}
