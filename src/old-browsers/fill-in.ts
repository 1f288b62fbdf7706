/**
 * Fills in the little that the oldest engines lack and this code uses: `at` (Safari 15.4, Chrome 92), `findLast` (15.4, 97)
 * and `Object.hasOwn` (15.4, 93). Page, worker and service worker import it first; nothing may need it while modules load. What
 * else those engines lack is refused by `src/tasks/oldest-engines.mjs`, which also says which engines they are.
 */

type Row = { readonly [index: number]: unknown; readonly length: number };

/** ECMAScript 2022, section 23.1.3.1 and its likes. */
function at(this: Row, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

/** ECMAScript 2023, section 23.1.3.11; client-zip uses it. */
function findLast(this: Row, isWanted: (item: unknown, index: number, row: Row) => unknown, self?: unknown): unknown {
  for (let index = this.length - 1; index >= 0; index--)
    if (isWanted.call(self, this[index], index, this)) return this[index];
  return undefined;
}

function fill(place: object, name: string, value: unknown): void {
  // As the engine's own would be: `for (… in array)` does not see it.
  if (!(name in place)) Object.defineProperty(place, name, { value, writable: true, configurable: true });
}

/** Exported for its test alone; importing this file calls it. */
export function fillIn(): void {
  const typedArray: object = Object.getPrototypeOf(Uint8Array.prototype);
  for (const place of [Array.prototype, String.prototype, typedArray]) fill(place, 'at', at);
  fill(Array.prototype, 'findLast', findLast);
  fill(
    Object,
    'hasOwn',
    (object: object, key: PropertyKey) => Object.getOwnPropertyDescriptor(object, key) !== undefined,
  );
}

fillIn();
