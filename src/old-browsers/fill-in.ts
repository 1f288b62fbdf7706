/**
 * Adds the few methods that this code uses and the oldest engines lack: `at` (Safari 15.4, Chrome 92), `findLast`
 * (15.4, 97) and `Object.hasOwn` (15.4, 93). Page, worker and service worker import this file first; no module may need
 * these methods while it loads. `src/tasks/oldest-engines.mjs` refuses everything else that those engines lack, and
 * names the engines.
 */

type Row = { readonly [index: number]: unknown; readonly length: number };

/** ECMAScript 2022, section 23.1.3.1; the same for strings and typed arrays. */
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
  // Not enumerable, like the built-in method: `for (… in array)` must not see it.
  if (!(name in place)) Object.defineProperty(place, name, { value, writable: true, configurable: true });
}

/** Exported for the test; importing this file already calls it. */
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
