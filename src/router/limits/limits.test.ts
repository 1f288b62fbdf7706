/** The page of limits (docs/limits.md) says what the code says, of every limit that there is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PATIENCE } from '../listening.ts';
import { LIMITS, RELAY_LIMITS } from './limits.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What a wire format, a key, a number type or the calendar fixes: no limits. */
const FORMATS = new Set([
  'AUTHENTICATION',
  'AUTHORIZATION',
  'BINDING_BYTES',
  'BYTES_FORM',
  'BYTES_HEADER_BYTES',
  'CAPTIVE_PORTAL_OPTION',
  'CHALLENGE_BYTES',
  'CHANNEL_IDS',
  'CODE_BYTES',
  'CODE_LENGTH',
  'COMMITMENT_BYTES',
  'DAY_MS',
  'DAY_S',
  'DIGEST_BYTES',
  'DISCARD',
  'EXIT_BAD_USAGE',
  'EXIT_CANNOT_LISTEN',
  'FAMILY_IPV4',
  'FIELD_BYTES',
  'FINGERPRINT_BYTES',
  'FINGERPRINT_XOR',
  'FIRST_OPTIONAL_ATTRIBUTE',
  'FILE_MODE',
  'FOLDER_MODE',
  'FRAME_HEADER_BYTES',
  'GATEWAY',
  'HEADER_BYTES',
  'HOUR_S',
  'ID_BYTES',
  'ID_LENGTH',
  'KEY_BYTES',
  'MAC_BYTES',
  'MAGIC_COOKIE',
  'MAX_U32',
  'METHOD',
  'MINUTE_S',
  'MIN_BYTES',
  'MODE',
  'MS',
  'NONCE_BYTES',
  'PICTURE_BITS',
  'PROBE_PORT',
  'PROOF_BYTES',
  'REVERSED_POLYNOMIAL',
  'SALT_BYTES',
  'SCRYPT',
  'SECRET_BYTES',
  'SEED_BYTES',
  'SERIAL_BYTES',
  'SIGNATURE_BYTES',
  'SUM_DIGITS',
  'SUM_MODULUS',
  'TRANSACTION_ID_BYTES',
]);

const PLACES = [
  'src/protocol',
  'src/router',
  ...['limits', 'signaling', 'relay', 'relay/stun', 'net', 'machine', 'mesh'].map((room) => `src/router/${room}`),
  ...['counter', 'http', 'portal', 'sockets', 'tls', 'words', 'words/neighbours'].map((room) => `src/router/${room}`),
  'src/bag',
  ...['blobs', 'board', 'carried', 'letters', 'line', 'store'].map((room) => `src/bag/${room}`),
];
/** Elsewhere numbers are of drawings and words. */
const FILES = [
  'src/languages/match.ts',
  'src/router/pages/language.ts',
  'src/router/poster/sheet.ts',
  'src/router/status/findings.ts',
  'src/router/status/radio-findings.ts',
  ...PLACES.flatMap((place) =>
    readdirSync(join(ROOT, place))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => `${place}/${name}`),
  ),
];

const TERM = String.raw`(?:[\d_.]+|0x[\da-f_]+|[A-Z][A-Z_]*|LIMITS\.\w+)`;
const EXPRESSION = String.raw`${TERM}(?: (?:\*\*?|[-+/]) ${TERM})*`;
const NUMBER = new RegExp(String.raw`^(?:export )?const ([A-Z][A-Z_\d]*) = (${EXPRESSION});`, 'gm');
/** Several under one name, in one line; `LIMITS` and their like are read as they are. */
const NUMBERS = new RegExp(
  String.raw`^(?:export )?const ([A-Z][A-Z_\d]*) = \{ (\w+: ${EXPRESSION}(?:, \w+: ${EXPRESSION})*) \}(?: as const)?;`,
  'gm',
);

/** Constants whose value is a number, as `where NAME`, of all files together. */
function constants(): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  const known: Record<string, number> = Object.fromEntries(
    Object.entries(LIMITS).flatMap(([key, value]) => (typeof value === 'number' ? [[`LIMITS.${key}`, value]] : [])),
  );
  for (const path of FILES)
    for (const [, name = '', expression = ''] of read(path).matchAll(NUMBER)) {
      const value = numberOf(expression, known);
      known[name] ??= value;
      if (!FORMATS.has(name)) all.set(`${path} ${name}`, value);
    }
  for (const path of FILES)
    for (const [, name = '', fields = ''] of read(path).matchAll(NUMBERS))
      for (const field of fields.split(', ')) {
        const [key = '', expression = ''] = field.split(': ');
        if (!FORMATS.has(name)) all.set(`${path} ${name}.${key}`, numberOf(expression, known));
      }
  const nested: readonly (readonly [string, object])[] = [
    ['limits/limits.ts LIMITS', LIMITS],
    ['limits/limits.ts LIMITS.calls', LIMITS.calls],
    ['limits/limits.ts LIMITS.hellos', LIMITS.hellos],
    ['limits/limits.ts LIMITS.words', LIMITS.words],
    ['limits/limits.ts LIMITS.words.checks', LIMITS.words.checks],
    ['limits/limits.ts LIMITS.words.looks', LIMITS.words.looks],
    ['limits/limits.ts RELAY_LIMITS', RELAY_LIMITS],
    ['listening.ts PATIENCE', PATIENCE],
  ];
  for (const [name, limits] of nested)
    for (const [key, value] of Object.entries(limits))
      if (typeof value === 'number') all.set(`src/router/${name}.${key}`, value);
  return all;
}

/** From left to right, which is right for what stands in these files. */
function numberOf(expression: string, known: Readonly<Record<string, number>>): number {
  const [first = '', ...rest] = expression.split(' ');
  const term = (text: string): number => known[text] ?? Number(text.replaceAll('_', ''));
  let value = term(first);
  for (let index = 0; index < rest.length; index += 2) {
    const operand = term(rest[index + 1] ?? '');
    const operator = rest[index];
    if (operator === '*') value *= operand;
    else if (operator === '**') value **= operand;
    else if (operator === '/') value /= operand;
    else value += operator === '-' ? -operand : operand;
  }
  return value;
}

const UNITS: Readonly<Record<string, (isSeconds: boolean) => number>> = {
  '': () => 1,
  KiB: () => 1024,
  MiB: () => 1024 ** 2,
  ms: () => 1,
  s: (isSeconds) => (isSeconds ? 1 : 1_000),
  h: (isSeconds) => (isSeconds ? 3_600 : 3_600_000),
  min: (isSeconds) => (isSeconds ? 60 : 60_000),
  days: () => 1,
  MB: () => 1e6,
};

/** The rows of the page, as `where NAME`. A value is in the unit of its constant: `_MS` and `Ms` are milliseconds. */
const rows = [
  ...read('docs/limits.md').matchAll(/^\| `([\w.]+)` \| ([\d.]+) ?(\w*) \| `([\w./-]+)` \| (.+) \| (.+) \|$/gm),
].map(([, name = '', number = '', unit = '', where = '', why = '', again = '']) => {
  const factor = UNITS[unit]?.(/(?:_S|[a-z]S)$/.test(name)) ?? Number.NaN;
  return { key: `${where} ${name}`, value: Number(number) * factor, why, again };
});

describe('the page of limits', () => {
  const actual = constants();

  it('names every limit of the code once, and no other', () => {
    expect(rows.map(({ key }) => key).sort()).toEqual([...actual.keys()].sort());
  });

  it.each(rows)('$key is $value', ({ key, value, why, again }) => {
    expect(value).toBe(actual.get(key));
    expect([why, again].every((words) => words.trim().length > 3)).toBe(true);
  });
});
