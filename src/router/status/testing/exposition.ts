/**
 * A strict reader of Prometheus' text format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details), and of what is good manners in it: each
 * family in one piece with HELP and TYPE before it, counters that end in `_total`, nothing twice.
 */

export type Family = {
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  /** By labels as they are written, `{a="b"}`; the empty text for none. */
  readonly samples: ReadonlyMap<string, number>;
};

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const HELP = new RegExp(`^# HELP (${NAME}) ((?:[^\\\\]|\\\\\\\\|\\\\n)+)$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) (gauge|counter)$`);
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\]|\\\\\\\\|\\\\"|\\\\n)*"';
const SAMPLE = new RegExp(`^(${NAME})(\\{${LABEL}(?:,${LABEL})*\\})? (-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)$`);

/** Throws, with the line that is wrong. */
export function readExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, Family>();
  const lines = text.slice(0, -1).split('\n');
  for (let at = 0; at < lines.length; ) {
    const [, name = '', help = ''] = HELP.exec(lines[at] ?? '') ?? [];
    const [, typed, type] = TYPE.exec(lines[at + 1] ?? '') ?? [];
    if (name === '' || typed !== name || families.has(name)) throw new Error(`no new family: ${lines[at]}`);
    if ((type === 'counter') !== name.endsWith('_total')) throw new Error(`${name} is no ${type}`);
    const samples = new Map<string, number>();
    for (at += 2; at < lines.length && !lines[at]?.startsWith('#'); at += 1) {
      const [, of, labels = '', value] = SAMPLE.exec(lines[at] ?? '') ?? [];
      if (of !== name || samples.has(labels)) throw new Error(`no new sample of ${name}: ${lines[at]}`);
      samples.set(labels, Number(value));
    }
    if (samples.size === 0) throw new Error(`${name} has no samples`);
    families.set(name, { type: type === 'counter' ? 'counter' : 'gauge', help, samples });
  }
  return families;
}
