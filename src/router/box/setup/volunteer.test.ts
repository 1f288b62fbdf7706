/** The pages for volunteers (docs/volunteer.md) show what setup asks and says, to the letter: who cannot read it compares it. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { planOf } from '../plan/plan-of.ts';
import { CONFIGURATIONS } from '../plan/testing/configurations.ts';
import { planInWords } from '../plan/words.ts';
import { questionsFor } from './questions.ts';

it.each(['volunteer.md', 'volunteer.ja.md'])('docs/%s shows the questions and the plan as they are said', (page) => {
  const text = readFileSync(new URL(`../../../../docs/${page}`, import.meta.url), 'utf8').replaceAll(/^ {3}/gm, '');
  const { hardware, wishes } = CONFIGURATIONS.find(({ name }) => name === 'raspberry pi and an adapter') ?? {};
  if (hardware === undefined || wishes === undefined) throw new Error('expected the machine that the page is about');
  const asked = questionsFor(hardware, {}, wishes).map(({ asks, proposes }) => `${asks} [${proposes}]:`);
  expect(asked).toHaveLength(3);
  const plan = planOf(hardware, wishes);
  if ('problems' in plan) throw new Error('expected a plan');
  const [said] = planInWords(plan, hardware).split('\n\nWorth knowing:');
  expect(text).toContain(`${asked.join('\n')}\n\n${said}\n`);
});
