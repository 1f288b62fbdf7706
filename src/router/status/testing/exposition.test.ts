import { expect, it } from 'vitest';
import { readExposition } from './exposition.ts';

const HEAD = '# HELP a_bytes Of a.\n# TYPE a_bytes gauge\n';

it('reads what is right', () => {
  const text = `${HEAD}a_bytes 1\n# HELP b_total B.\n# TYPE b_total counter\nb_total{c="d",e="\\"\\\\\\n"} 2.5e-7\nb_total{c="f"} 0\n`;
  const families = readExposition(text);
  expect([...families.keys()]).toEqual(['a_bytes', 'b_total']);
  expect(families.get('b_total')).toEqual({
    type: 'counter',
    help: 'B.',
    samples: new Map([
      ['{c="d",e="\\"\\\\\\n"}', 2.5e-7],
      ['{c="f"}', 0],
    ]),
  });
});

it.each([
  '',
  'a 1\n',
  HEAD,
  `${HEAD}a_bytes 1`,
  `${HEAD}a_bytes 1\n\n`,
  `${HEAD}a_bytes\n`,
  `${HEAD}a_bytes one\n`,
  `${HEAD}a_bytes NaN\n`,
  `${HEAD}a_bytes undefined\n`,
  `${HEAD}b_bytes 1\n`,
  `${HEAD}a_bytes 1\na_bytes 2\n`,
  `${HEAD}a_bytes{c="d} 1\n`,
  `${HEAD}a_bytes{c="d\ne"} 1\n`,
  `${HEAD}a_bytes 1\n${HEAD}a_bytes{c="d"} 1\n`,
  '# TYPE a gauge\n# HELP a A.\na 1\n',
  '# HELP a A.\n# TYPE a counter\na 1\n',
  '# HELP a_total A.\n# TYPE a_total gauge\na_total 1\n',
])('does not read %j', (text) => {
  expect(() => readExposition(text)).toThrow();
});
