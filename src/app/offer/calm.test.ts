import { signal } from '@preact/signals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { OfferView, TransferKey } from '../../transfer/view.ts';
import { CALM_MS, watchOffers } from './calm.ts';

const offer = (name: string, isKnown = false): OfferView => ({
  key: name as TransferKey,
  peer: name as DeviceId,
  peerName: name,
  isKnown,
  isSilent: false,
  totalBytes: 1,
  entries: [{ path: 'a', size: 1, modified: 0 }],
});
const [s1, s2, s3, s4] = ['s1', 's2', 's3', 's4'].map((name) => offer(name)) as [
  OfferView,
  OfferView,
  OfferView,
  OfferView,
];
const [f1, f2] = ['f1', 'f2'].map((name) => offer(name, true)) as [OfferView, OfferView];

/** A screen with these offers, and a clock that the test sets. */
function screen(...first: OfferView[]) {
  const offers = signal<readonly OfferView[]>(first);
  let now = 1_000;
  const watched = watchOffers(offers, () => now);
  const names = (list: readonly OfferView[]) => list.map(({ peerName }) => peerName).join(' ');
  return {
    show(...next: OfferView[]) {
      offers.value = next;
    },
    later(ms: number) {
      now += ms;
    },
    /** The person answers, and then the engine hears it. */
    answer(of: OfferView, answer: 'accepted' | 'declined') {
      watched.answered(of.key, answer);
      offers.value = offers.value.filter(({ key }) => key !== of.key);
    },
    watched,
    get inFront() {
      return names(watched.arranged.value.inFront);
    },
    get aside() {
      return names(watched.arranged.value.aside);
    },
  };
}

describe('before anything was declined', () => {
  test('all are asked about, friends first, in any order of arrival', () => {
    const it = screen(s1, f1, s2, f2);
    expect([it.inFront, it.aside]).toEqual(['f1 f2 s1 s2', '']);
  });

  test('an accepted offer changes nothing for the next', () => {
    const it = screen(s1, s2);
    it.answer(s1, 'accepted');
    it.show(s2, s3);
    expect([it.inFront, it.aside]).toEqual(['s2 s3', '']);
  });

  test('declining a friend does not affect strangers', () => {
    const it = screen(f1, s1);
    it.answer(f1, 'declined');
    expect([it.inFront, it.aside]).toEqual(['s1', '']);
  });

  test('an answered offer stays until the engine has heard it: it may refuse', () => {
    const it = screen(s1);
    it.watched.answered(s1.key, 'accepted');
    expect(it.inFront).toBe('s1');
  });
});

describe('after a stranger was declined', () => {
  const calm = () => {
    const it = screen(s1, s2, f1);
    it.answer(s1, 'declined');
    return it;
  };

  test('waiting and new strangers stand aside; friends do not', () => {
    const it = calm();
    expect([it.inFront, it.aside]).toEqual(['f1', 's2']);
    it.show(s2, f1, s3, f2);
    expect([it.inFront, it.aside]).toEqual(['f1 f2', 's2 s3']);
  });

  test('it ends after a while; offers that stand aside by then stay there', () => {
    const it = calm();
    it.later(CALM_MS);
    it.show(s2, s3);
    expect([it.inFront, it.aside]).toEqual(['s3', 's2']);
  });

  test('it begins anew with the next declined stranger', () => {
    const it = calm();
    it.later(CALM_MS - 1);
    it.answer(s2, 'declined');
    it.later(CALM_MS - 1);
    it.show(s3);
    expect([it.inFront, it.aside]).toEqual(['', 's3']);
  });

  test('a device that becomes known comes to the front', () => {
    const it = calm();
    it.show({ ...s2, isKnown: true });
    expect([it.inFront, it.aside]).toEqual(['s2', '']);
  });
});

test('a friend who has asked in vain too often stands aside among strangers, even if nothing was declined', () => {
  const pest: OfferView = { ...f1, standsAside: true };
  const it = screen(pest, f2, s1);
  expect([it.inFront, it.aside]).toEqual(['f2 s1', 'f1']);
  it.show(f1, f2, s1); // one of its offers was accepted
  expect([it.inFront, it.aside]).toEqual(['f1 f2 s1', '']);
});

describe('strangers that offer and withdraw', () => {
  test('two in a minute may have changed their minds; three are a flickering screen', () => {
    const it = screen(s1);
    it.show();
    it.show(s2);
    it.show();
    it.show(s3);
    expect(it.inFront).toBe('s3');
    it.show();
    it.show(s4);
    expect([it.inFront, it.aside]).toEqual(['', 's4']);
  });

  test('over a long time count as different people', () => {
    const it = screen();
    for (const one of [s1, s2, s3, s4]) {
      it.show(one);
      expect(it.inFront).toBe(one.peerName);
      it.show();
      it.later(40_000);
    }
  });

  test('an answered offer does not count as withdrawn', () => {
    const it = screen(s1, s2, s3);
    for (const one of [s1, s2, s3]) it.answer(one, 'accepted');
    it.show(s4);
    expect(it.inFront).toBe('s4');
  });
});

test('after any events every offer is in one place, and friends are in front of all strangers', () => {
  const all = [s1, s2, s3, s4, f1, f2];
  const step = fc.oneof(
    fc.record({ show: fc.subarray(all) }),
    fc.record({ answer: fc.constantFrom(...all), as: fc.constantFrom('accepted' as const, 'declined' as const) }),
    fc.record({ waitMs: fc.integer({ min: 0, max: CALM_MS }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const it = screen();
      let shown: readonly OfferView[] = [];
      for (const now of steps) {
        if ('show' in now) {
          shown = now.show;
          it.show(...shown);
        } else if ('answer' in now) {
          it.answer(now.answer, now.as);
          shown = shown.filter((one) => one !== now.answer);
        } else it.later(now.waitMs);
        const { inFront, aside } = it.watched.arranged.value;
        expect(new Set([...inFront, ...aside])).toEqual(new Set(shown));
        expect(inFront.length + aside.length).toBe(shown.length);
        expect(aside.every(({ isKnown }) => !isKnown)).toBe(true);
        const known = inFront.map(({ isKnown }) => isKnown);
        expect(known.lastIndexOf(true)).toBeLessThan(known.indexOf(false) === -1 ? Infinity : known.indexOf(false));
      }
    }),
  );
});
