/**
 * Small parsers for JSON from outside. A parser takes an unknown value and returns a typed one or throws `ParseError`;
 * `parseJson` turns the exception into a value.
 */

export type Parser<T> = (value: unknown, at: string) => T;
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** What was wrong and where, in words for a log. Of the offending value it holds the type at most. */
export class ParseError extends Error {
  override readonly name = 'ParseError';
  constructor(at: string, wanted: string) {
    super(`${at}: expected ${wanted}`);
  }
}

type Shape = { readonly [key: string]: Parser<unknown> };
type Output<P> = P extends Parser<infer T> ? T : never;
type Demanded<S extends Shape> = { readonly [K in keyof S]: Output<S[K]> };
type Optional<S extends Shape> = { readonly [K in keyof S]?: Output<S[K]> };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string of `min` to `max` UTF-16 code units without lone surrogates. */
export const text =
  (max: number, min = 0): Parser<string> =>
  (value, at) => {
    if (typeof value !== 'string' || value.length > max || value.length < min || /\p{Surrogate}/u.test(value))
      throw new ParseError(at, `text of ${min} to ${max} characters`);
    return value;
  };

/** A string that matches `pattern` as a whole; `what` names it in errors. */
export const matching =
  (pattern: RegExp, what: string): Parser<string> =>
  (value, at) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw new ParseError(at, what);
    return value;
  };

/** An integer from `min` to `max`, both included. */
export const integer =
  (min = 0, max = Number.MAX_SAFE_INTEGER): Parser<number> =>
  (value, at) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min || value > max)
      throw new ParseError(at, `an integer from ${min} to ${max}`);
    return value;
  };

export const boolean: Parser<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw new ParseError(at, 'true or false');
  return value;
};

/** One of the given strings. */
export const oneOf =
  <const T extends string>(...allowed: readonly T[]): Parser<T> =>
  (value, at) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw new ParseError(at, allowed.join(' or '));
    return found;
  };

/** An array of at most `max` items. */
export const array =
  <T>(item: Parser<T>, max: number): Parser<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value) || value.length > max) throw new ParseError(at, `a list of at most ${max}`);
    return value.map((entry, index) => item(entry, `${at}[${index}]`));
  };

/** An array of exactly the given items. */
export const tuple =
  <const P extends readonly Parser<unknown>[]>(...items: P): Parser<{ readonly [K in keyof P]: Output<P[K]> }> =>
  (value, at) => {
    if (!Array.isArray(value) || value.length !== items.length) throw new ParseError(at, `a list of ${items.length}`);
    return items.map((item, index) => item(value[index], `${at}[${index}]`)) as {
      readonly [K in keyof P]: Output<P[K]>;
    };
  };

/** An object with the given fields. Unknown fields are dropped, so that a newer peer may say more. */
export const object =
  <R extends Shape, O extends Shape = Record<never, never>>(
    required: R,
    optional?: O,
  ): Parser<Demanded<R> & Optional<O>> =>
  (value, at) => {
    if (!isRecord(value)) throw new ParseError(at, 'an object');
    const result: Record<string, unknown> = {};
    for (const [key, parser] of Object.entries(required)) {
      result[key] = parser(Object.hasOwn(value, key) ? value[key] : undefined, `${at}.${key}`);
    }
    for (const [key, parser] of Object.entries(optional ?? {})) {
      if (Object.hasOwn(value, key) && value[key] !== undefined) result[key] = parser(value[key], `${at}.${key}`);
    }
    return result as Demanded<R> & Optional<O>;
  };

type Variants = { readonly [type: string]: Parser<object> };
type Tagged<V extends Variants> = { [K in keyof V & string]: { readonly type: K } & Output<V[K]> }[keyof V & string];

/** A union whose `type` field says which member it is. */
export const tagged =
  <V extends Variants>(variants: V): Parser<Tagged<V>> =>
  (value, at) => {
    if (!isRecord(value)) throw new ParseError(at, 'an object');
    const type = value['type'];
    const variant = typeof type === 'string' && Object.hasOwn(variants, type) ? variants[type] : undefined;
    if (variant === undefined) throw new ParseError(`${at}.type`, Object.keys(variants).join(' or '));
    return { type, ...variant(value, at) } as Tagged<V>;
  };

/** Parses `json` and what it holds. `maxLength` is checked first, so a giant frame costs nothing. */
export function parseJson<T>(json: string, maxLength: number, parser: Parser<T>): Parsed<T> {
  if (json.length > maxLength) return { ok: false, error: `message: longer than ${maxLength} characters` };
  try {
    return { ok: true, value: parser(JSON.parse(json), 'message') };
  } catch (error) {
    if (error instanceof ParseError) return { ok: false, error: error.message };
    if (error instanceof SyntaxError) return { ok: false, error: 'message: not JSON' };
    throw error;
  }
}
