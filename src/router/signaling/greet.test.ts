import { describe, expect, it, vi } from 'vitest';
import { membership } from '../../protocol/groups.ts';
import { signedHello } from '../../protocol/hello-event.ts';
import { idOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { type Challenge, CLOSE } from '../../protocol/signaling.ts';
import { greet } from './greet.ts';
import { answerTo, honest, ROUTER, VISITOR } from './testing/mutated-hellos.ts';

const OTHER = { ...VISITOR, challenge: 'B'.repeat(21).concat('A') as Challenge };
const NOT_PROVEN = { do: 'dismiss', code: CLOSE.notProven, reason: 'message.signature: expected another' };
const scene = honest();

describe('a hello', () => {
  it('lets its device in, under the id that its key has', () => {
    const { key, claim, signature, name, kind } = scene.hello;
    const hello = { key, claim, signature, challenge: VISITOR.challenge };
    const arrival = { id: idOf(key), name, kind, address: VISITOR.address, hello, saidTo: ROUTER };
    expect(answerTo(scene)).toMatchObject({ do: 'admit', arrival });
  });

  it('that was heard on another socket, or at another router, opens nothing', () => {
    expect(answerTo({ ...scene, visitor: OTHER })).toEqual(NOT_PROVEN);
    expect(answerTo({ ...scene, router: 'another-router--' })).toEqual(NOT_PROVEN);
    expect(answerTo({ ...honest({ router: 'another-router--' }), router: ROUTER })).toEqual(NOT_PROVEN);
  });

  it('with a key, a claim or a signature that somebody else has signed is refused', () => {
    const theirs = signedHello(newSecret(), { router: ROUTER, challenge: VISITOR.challenge, claim: 5 });
    for (const change of [{ key: theirs.key }, { claim: theirs.claim }, { signature: theirs.signature }])
      expect(answerTo({ ...scene, hello: { ...scene.hello, ...change } })).toEqual(NOT_PROVEN);
  });

  it('with a group that was signed for another device is refused, and says which', () => {
    const [group, mine] = [newSecret(), scene.hello.key];
    const good = membership(group, publicKeyOf(group), mine);
    const copied = membership(group, publicKeyOf(group), publicKeyOf(newSecret()));
    const withGroups = (...groups: readonly (typeof good)[]) =>
      answerTo({ ...scene, hello: { ...scene.hello, groups } });
    expect(withGroups(good)).toMatchObject({ do: 'admit', arrival: { member: { of: [good] } } });
    expect(withGroups(good, copied)).toEqual({
      ...NOT_PROVEN,
      reason: 'message.groups[1].signature: expected another',
    });
  });
});

it.each([
  ['no JSON', '{', CLOSE.badMessage, 'message: not JSON'],
  ['another message', '{"type":"pong"}', CLOSE.badMessage, 'message.type: expected hello'],
  [
    'a hello of another version, whatever else it says',
    '{"type":"hello","version":1,"secret":"x"}',
    CLOSE.versionMismatch,
    '2',
  ],
  [
    'a key that is none',
    JSON.stringify({ ...scene.hello, key: 'k' }),
    CLOSE.badMessage,
    'message.key: expected a public key',
  ],
])('%s closes the socket with a reason', (_, frame, code, reason) => {
  const mayCheck = vi.fn(() => true);
  expect(greet(frame, VISITOR, ROUTER, mayCheck)).toEqual({ do: 'dismiss', code, reason });
  expect(mayCheck).not.toHaveBeenCalled();
});

it('is not checked when too many came from there, and counts each signature that it has', () => {
  const { visitor, router, hello } = scene;
  const groups = [membership(newSecret(), hello.key, hello.key)];
  const asked: number[] = [];
  const never = (signatures: number): boolean => asked.push(signatures) === 0;
  for (const said of [hello, { ...hello, groups }, { ...hello, claim: 1 }])
    expect(greet(JSON.stringify(said), visitor, router, never)).toEqual({
      do: 'dismiss',
      code: CLOSE.tooFast,
      reason: 'too many hellos from this address',
    });
  expect(asked).toEqual([1, 2, 1]);
});
