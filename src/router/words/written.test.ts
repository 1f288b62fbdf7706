import { expect, it } from 'vitest';
import { newSecret } from '../../protocol/keys.ts';
import { MAX_EVENT_BYTES } from '../../protocol/limits.ts';
import { phone, says } from './testing/bench.ts';
import { textOf, type Written, writtenIn } from './written.ts';

const ann = newSecret();
const event = says(ann, { content: '雨\n"\\' });

it.each<[string, Written]>([
  ['what a phone has put', { type: 'put', at: 7, seen: -900, by: phone(ann), event }],
  ['what a router has put', { type: 'put', at: 7, seen: 7, by: { is: 'router', id: 'r2' }, event }],
  ['what has gone', { type: 'gone', at: 9, id: event.id, why: 'evicted' }],
  ['the time', { type: 'lived', at: 12 }],
])('%s is read as it was written', (_, one) => expect(writtenIn(textOf(one))).toEqual(one));

it('the longest event fits, also when all of it has to be escaped', () => {
  const long = { ...event, content: '"'.repeat(MAX_EVENT_BYTES / 2 - 500) };
  const one: Written = { type: 'put', at: 7, seen: 7, by: phone(ann), event: long };
  expect(writtenIn(textOf(one))).toEqual(one);
});

it.each([
  'nonsense',
  '{}',
  '{"type":"later","at":1}',
  '{"type":"gone","at":1,"id":"x","why":"deleted"}',
  `{"type":"gone","at":1,"id":"${'a'.repeat(64)}","why":"bored"}`,
  '{"type":"lived","at":-1}',
])('%s says nothing', (text) => expect(writtenIn(text)).toBeUndefined());
