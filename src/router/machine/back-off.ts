/** How long to wait before what failed is tried again. Pure. */
const FIRST_MS = 200;
const LONGEST_MS = 30_000;

/** Doubles with every failure in a row. `random` in [0, 1) takes up to half of it away, so that routers do not march in step. */
export function backOffMs(failures: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return full * (1 - random / 2);
}
