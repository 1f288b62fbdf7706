import { expect, test } from 'vitest';
import { type EventId, rumorOf, type SignedEvent } from '../../protocol/event.ts';
import { newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { sealed } from '../../words/letters/envelope.ts';
import { messageDraft } from '../../words/letters/message.ts';
import { Life } from '../store/life.ts';
import { Arriving } from './arriving.ts';
import { Messages } from './messages.ts';

test('what is to be said is said once, also where it is asked for while it is being said', async () => {
  const [mother, son] = [newSecret(), newSecret()];
  const life = new Life(undefined, { now: () => 0, elapsed: () => 0 });
  const journal = { write: () => new Promise<boolean>((resolve) => setImmediate(() => resolve(true))) };
  const messages = new Messages({ journal, life, changed: () => {} }, []);
  const [receipts, left]: [(readonly EventId[])[], SignedEvent[]] = [[], []];
  const written = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const arriving = new Arriving({
    secret: son,
    messages,
    lived: () => 0,
    now: () => 5,
    isKnown: () => true,
    isBlocked: () => false,
    isKeptOut: () => false,
    leave: (event) => {
      left.push(event);
      return written();
    },
    receipt: (_, of) => {
      receipts.push(of);
      return written();
    },
    arrived: async () => true,
    drop: async () => {},
    letGo: async () => {},
    schedule: () => () => {},
  });
  const said = rumorOf(publicKeyOf(mother), messageDraft({ says: 'text', text: 'x' }, publicKeyOf(son), 5));
  const wrap = sealed(said, mother, publicKeyOf(son), { now: 5 });
  await arriving.letter(wrap);
  await Promise.all([arriving.tell(), arriving.tell()]);
  expect(receipts).toEqual([[said.id]]);
  expect(left.map(({ tags }) => tags)).toEqual([[['e', wrap.id]]]);
});
