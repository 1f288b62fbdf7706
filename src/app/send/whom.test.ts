import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import { first } from '../i18n/fil/first.ts';
import { late } from '../i18n/fil/late.ts';
import { createFormat } from '../i18n/format.ts';
import { joined } from '../i18n/joined.ts';
import type { Acquainted } from '../pieces/people.ts';
import { toNames } from './whom.ts';

const words = joined(first, late);
const text = { tag: 'fil', direction: 'ltr', words, format: createFormat('fil') } as const;
const nobody: Acquainted = { all: signal(new Map()), whoIsNot: () => undefined };
const people = ['Ana', 'Ben', 'Carla'].map((name, n) => ({ id: `${n}`.padStart(16, 'A') as DeviceId, name }));

test('Filipino says one person and several otherwise, also two and three, which CLDR counts with one', () => {
  expect(toNames(people.slice(0, 1), nobody, text)).toMatch(/^para kay .*Ana/u);
  expect(toNames(people.slice(0, 2), nobody, text)).toMatch(/^para kina .*Ana.*Ben/u);
  expect(toNames(people, nobody, text)).toMatch(/^para kina .*Carla/u);
});
