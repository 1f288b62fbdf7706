import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Commitment,
  type CompareMessage,
  codeOf,
  commitmentTo,
  type Nonce,
  newNonce,
  VERDICTS,
} from '../../protocol/compare.ts';
import { newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { CALLING, type Comparison, type ComparisonEvent, compared, type Keys, OVER } from './comparison.ts';

const [smaller = '', larger = ''] = [publicKeyOf(newSecret()), publicKeyOf(newSecret())].sort();
const nonce = () => newNonce((bytes) => crypto.getRandomValues(bytes));

/** One side, what it has said, and what it was accused of. */
class Side {
  state: Comparison;
  readonly said: CompareMessage[] = [];
  violations = 0;
  readonly keys: Keys;

  constructor(own: string, other: string, state: Comparison) {
    this.keys = { own, other } as Keys;
    this.state = state;
  }

  do(event: ComparisonEvent): this {
    const [state, effects] = compared(this.state, event);
    this.state = state;
    for (const effect of effects) {
      if (effect.type === 'tell') this.said.push(effect.message);
      else this.violations += 1;
    }
    return this;
  }

  meet = () => this.do({ type: 'met', keys: this.keys, nonce: nonce() });
  agree = () => this.do({ type: 'agreed', nonce: nonce() });
  hear = (message: CompareMessage) => this.do({ type: 'told', message, keys: this.keys, nonce: nonce() });
  judge = (verdict: (typeof VERDICTS)[number]) => this.do({ type: 'judged', verdict });
  get code() {
    return this.state.phase === 'code' ? this.state.code : undefined;
  }
}

const pair = () => [new Side(smaller, larger, CALLING), new Side(larger, smaller, OVER)] as const;

/** Everything said so far, and what is said because of it, arrives. */
function talk(a: Side, b: Side): void {
  while (a.said.length + b.said.length > 0) {
    for (const message of a.said.splice(0)) b.hear(message);
    for (const message of b.said.splice(0)) a.hear(message);
  }
}

function untilCode() {
  const [a, b] = pair();
  a.meet();
  talk(a, b);
  b.agree();
  talk(a, b);
  return [a, b] as const;
}

describe('two honest sides', () => {
  test('both see the same code, and are sure after both have said so, in whatever order', () => {
    for (const isFirst of [true, false]) {
      const [a, b] = untilCode();
      expect(a.code).toBeDefined();
      expect(a.code).toEqual(b.code);
      const [first, second] = isFirst ? [a, b] : [b, a];
      first.judge('same');
      talk(a, b);
      expect([first.state, second.state]).toMatchObject([
        { phase: 'code', saidHere: true, saidThere: false },
        { phase: 'code', saidHere: false, saidThere: true },
      ]);
      second.judge('same');
      talk(a, b);
      expect([a.state, b.state]).toEqual([
        { phase: 'same', key: larger },
        { phase: 'same', key: smaller },
      ]);
    }
  });

  test('nothing is shown before the other person has agreed', () => {
    const [a, b] = pair();
    a.meet();
    talk(a, b);
    expect([a.state.phase, b.state.phase]).toEqual(['asking', 'asked']);
  });

  test('both ask at once: one question stands, and nobody need agree', () => {
    const [a, b] = [new Side(smaller, larger, CALLING).meet(), new Side(larger, smaller, CALLING).meet()];
    talk(a, b);
    expect(a.code).toBeDefined();
    expect(a.code).toEqual(b.code);
  });

  test('one calls while the other one asks already', () => {
    const [a, b] = [new Side(smaller, larger, CALLING).meet(), new Side(larger, smaller, CALLING)];
    talk(a, b);
    expect(a.code).toBeDefined();
    expect(a.code).toEqual(b.code);
  });

  test.each(['me', 'peer'] as const)('they differ, says %s: both are warned', (by) => {
    const [a, b] = untilCode();
    const [first, second] = by === 'me' ? [a, b] : [b, a];
    second.judge('same');
    first.judge('different');
    talk(a, b);
    expect([a.state, b.state]).toEqual([
      { phase: 'different', by },
      { phase: 'different', by: by === 'me' ? 'peer' : 'me' },
    ]);
    b.hear({ type: 'compare', commitment: commitmentTo(nonce(), { asking: a.keys.own, asked: a.keys.other }) });
    expect(b.state.phase).toBe('different'); // the warning cannot be asked away
  });

  test('the asked one does not want to now, or the asking one gives up', () => {
    const [a, b] = pair();
    a.meet();
    talk(a, b);
    b.judge('cancelled');
    talk(a, b);
    expect([a.state, b.state]).toEqual([{ phase: 'failed', why: 'refused' }, OVER]);
    const [c, d] = pair();
    c.meet();
    talk(c, d);
    c.judge('cancelled');
    talk(c, d);
    expect([c.state, d.state]).toEqual([OVER, OVER]);
  });

  test('one of them stops when the code is there', () => {
    const [a, b] = untilCode();
    b.judge('same').judge('cancelled');
    talk(a, b);
    expect([a.state, b.state]).toEqual([{ phase: 'failed', why: 'cancelled' }, OVER]);
  });

  test('a second question takes the place of the first', () => {
    const [a, b] = untilCode();
    a.state = CALLING; // its page was reloaded
    a.meet();
    talk(a, b);
    expect(b.state.phase).toBe('asked');
    b.agree();
    talk(a, b);
    expect(a.code).toBeDefined();
    expect(a.code).toEqual(b.code);
  });
});

describe('time and connections', () => {
  test('a question whose connection breaks is asked anew; a code that was shown is not', () => {
    const [a, b] = pair();
    a.meet();
    talk(a, b);
    const first = a.do({ type: 'parted' });
    expect(first.state).toEqual(CALLING);
    expect(b.do({ type: 'parted' }).state).toEqual(OVER);
    const [c, d] = untilCode();
    expect([c.do({ type: 'parted' }).state, d.do({ type: 'parted' }).state]).toEqual([
      { phase: 'failed', why: 'lost' },
      { phase: 'failed', why: 'lost' },
    ]);
  });

  test('each phase runs out, and the other side is told', () => {
    const [a, b] = untilCode();
    expect(a.do({ type: 'ran-out' }).state).toEqual({ phase: 'failed', why: 'late' });
    talk(a, b);
    expect(b.state).toEqual({ phase: 'failed', why: 'cancelled' });
    expect(new Side(smaller, larger, CALLING).do({ type: 'ran-out' }).state).toMatchObject({ why: 'unreachable' });
    const asked = pair();
    asked[0].meet();
    talk(...asked);
    expect(asked[1].do({ type: 'ran-out' }).state).toEqual(OVER);
    talk(...asked);
    expect(asked[0].state).toEqual({ phase: 'failed', why: 'refused' });
  });

  test('what has ended does not end again', () => {
    for (const event of [{ type: 'ran-out' }, { type: 'parted' }, { type: 'given-up', why: 'lost' }] as const)
      for (const state of [OVER, { phase: 'same', key: larger }, { phase: 'different', by: 'me' }] as Comparison[])
        expect(new Side(smaller, larger, state).do(event).state).toBe(state);
  });
});

describe('a hostile device', () => {
  const asked = () => {
    const own = nonce();
    const b = new Side(larger, smaller, OVER);
    const commitment = commitmentTo(own, { asking: b.keys.other, asked: b.keys.own });
    b.hear({ type: 'compare', commitment });
    return { b, own, commitment };
  };
  const BROKEN = { phase: 'failed', why: 'broken' };

  test('reveals a nonce other than the one it committed to', () => {
    const { b, commitment } = asked();
    b.agree().hear({ type: 'compare-reveal', commitment, nonce: nonce() });
    expect([b.state, b.violations]).toEqual([BROKEN, 1]);
  });

  test('reveals before this person has agreed, or without having asked', () => {
    const { b, own, commitment } = asked();
    b.hear({ type: 'compare-reveal', commitment, nonce: own });
    expect([b.state, b.violations]).toEqual([BROKEN, 1]);
    const c = new Side(larger, smaller, OVER).hear({ type: 'compare-reveal', commitment, nonce: own });
    expect([c.state, c.said]).toEqual([OVER, []]);
  });

  test('sends back the nonce of this side', () => {
    const { b, commitment } = asked();
    b.agree();
    const [answer] = b.said;
    if (answer?.type !== 'compare-answer') throw new Error('no answer');
    b.hear({ type: 'compare-reveal', commitment, nonce: answer.nonce });
    expect([b.state, b.violations]).toEqual([BROKEN, 1]);
  });

  test('sends back the commitment of this side, or uses one again', () => {
    for (const [own, other] of [
      [smaller, larger],
      [larger, smaller],
    ]) {
      const a = new Side(own ?? '', other ?? '', CALLING).meet();
      const [question] = a.said;
      if (question?.type !== 'compare') throw new Error('no question');
      a.hear(question);
      expect([a.state, a.violations]).toEqual([BROKEN, 1]);
    }
    const { b, commitment } = asked();
    b.agree().hear({ type: 'compare', commitment });
    expect([b.state, b.violations]).toEqual([BROKEN, 1]);
  });

  test('shows a commitment of an earlier comparison: it has to open it with the same nonce, and the code is another', () => {
    const { b, own, commitment } = asked();
    b.agree().hear({ type: 'compare-reveal', commitment, nonce: own });
    const first = b.code;
    b.judge('cancelled');
    b.hear({ type: 'compare', commitment }).agree().hear({ type: 'compare-reveal', commitment, nonce: own });
    expect(b.code).toBeDefined();
    expect(b.code).not.toEqual(first);
  });

  test.each(['same', 'different'] as const)('says "%s" before there is a code', (verdict) => {
    const { b, commitment } = asked();
    b.hear({ type: 'compare-verdict', commitment, verdict });
    expect([b.state, b.violations]).toEqual([BROKEN, 1]);
    const agreed = asked();
    agreed.b.agree().hear({ type: 'compare-verdict', commitment: agreed.commitment, verdict });
    expect(agreed.b.state).toEqual(BROKEN);
    const a = new Side(smaller, larger, CALLING).meet();
    const [question] = a.said;
    a.hear({ type: 'compare-verdict', commitment: (question as { commitment: Commitment }).commitment, verdict });
    expect([a.state, a.violations]).toEqual([BROKEN, 1]);
  });

  test('answers or reveals a second time: the code that is shown never changes', () => {
    for (const type of ['compare-answer', 'compare-reveal'] as const)
      for (const side of untilCode()) {
        const { commitment } = side.state as Extract<Comparison, { readonly phase: 'code' }>;
        side.hear({ type, commitment, nonce: nonce() });
        expect(side.state).toEqual(BROKEN);
      }
  });

  test('names another comparison: nothing happens', () => {
    const [a] = untilCode();
    const before = a.state;
    const other = commitmentTo(nonce(), { asking: a.keys.own, asked: a.keys.other });
    a.hear({ type: 'compare-verdict', commitment: other, verdict: 'same' });
    a.hear({ type: 'compare-reveal', commitment: other, nonce: nonce() });
    expect(a.state).toBe(before);
  });

  test('whatever it says in whatever order, it is nobody before this person has seen a code and said "the same"', () => {
    const own = nonce();
    const keys = { asking: smaller, asked: larger } as Parameters<typeof commitmentTo>[1];
    const commitments = [commitmentTo(own, keys), commitmentTo(nonce(), keys)];
    const message = fc.oneof(
      fc.record({ type: fc.constant('compare' as const), commitment: fc.constantFrom(...commitments) }),
      fc.record({
        type: fc.constantFrom('compare-answer' as const, 'compare-reveal' as const),
        commitment: fc.constantFrom(...commitments),
        nonce: fc.constantFrom<Nonce>(own, nonce()),
      }),
      fc.record({
        type: fc.constant('compare-verdict' as const),
        commitment: fc.constantFrom(...commitments),
        verdict: fc.constantFrom(...VERDICTS),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(message, fc.constantFrom('agree', 'meet', 'parted')), { maxLength: 12 }),
        (steps) => {
          const b = new Side(larger, smaller, OVER);
          for (const step of steps) {
            if (step === 'agree') b.agree();
            else if (step === 'meet') b.meet();
            else if (step === 'parted') b.do({ type: 'parted' });
            else b.hear(step as CompareMessage);
            expect(b.state.phase).not.toBe('same');
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

test('somebody between two devices, who runs a comparison with each, shows them different codes', () => {
  const between = publicKeyOf(newSecret());
  const [a, toA] = [new Side(smaller, between, CALLING).meet(), new Side(between, smaller, OVER)];
  talk(a, toA);
  // It asks the other one only when it knows what it can know, and answers last.
  const [toB, b] = [new Side(between, larger, CALLING).meet(), new Side(larger, between, OVER)];
  talk(toB, b);
  b.agree();
  talk(toB, b);
  toA.agree();
  talk(a, toA);
  expect(a.code).toBeDefined();
  expect(b.code).toBeDefined();
  expect(a.code).not.toEqual(b.code);
  // Not even with the nonces of one side used for the other.
  expect(codeOf({ asking: smaller, asked: between } as never, [nonce(), nonce()])).not.toEqual(b.code);
});
