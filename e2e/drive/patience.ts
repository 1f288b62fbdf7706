/** How long this machine may take: in one that is emulated everything that a processor does takes many times as long. */

/** How many times as long as usual, 1 or more; whoever starts tests in such a machine measures it. */
const FACTOR = Math.max(1, Number(process.env['HIKYAKU_PATIENCE'] ?? 1) || 1);

/** A limit of so many milliseconds, on this machine. For what machines do; how long people wait stays what it is. */
export const patient = (ms: number): number => ms * FACTOR;
