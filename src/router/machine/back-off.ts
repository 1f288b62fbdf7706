/** How long to wait before something that failed is tried again. Pure. */
const FIRST_MS = 200;
const LONGEST_MS = 30_000;

/**
 * Doubles with every failure in a row. `random` in [0, 1) subtracts up to half, so that routers do not retry in step.
 */
export function backOffMs(failures: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return full * (1 - random / 2);
}
