import { bytesToHex } from '@noble/hashes/utils.js';
import { Keys, loadWasmSync, NostrSigner, Event as RustEvent, UnwrappedGift } from '@rust-nostr/nostr-sdk';
import fc from 'fast-check';
import * as nip59 from 'nostr-tools/nip59';
import { describe, expect, test } from 'vitest';
import { bytesIn, hexOf, isGenuine, rumorOf, type SignedEvent, signedBy, tagValue } from '../../protocol/event.ts';
import { bytesOf, newSecret, publicKeyOf } from '../../protocol/keys.ts';
import { MAX_EVENT_BYTES, MAX_RUMOR_BYTES, MAX_TEXT_BYTES } from '../../protocol/limits.ts';
import { blobsOf } from '../admission.ts';
import { MESSAGE, SEAL, WRAP } from '../kinds.ts';
import { opened, sealed } from './envelope.ts';
import { messageDraft, type Said, saidIn, togetherIn } from './message.ts';
import { openedFile, sealedFile, TAG_BYTES } from './sealed-file.ts';

loadWasmSync();

const NOW = 1_764_150_000;
const [mother, son, stranger] = [newSecret(), newSecret(), newSecret()];
const TEXT: Said = { says: 'text', text: 'we are at the east gym, all well' };
const said = (what: Said) => rumorOf(publicKeyOf(mother), messageDraft(what, publicKeyOf(son), NOW));
const letter = (what: Said = TEXT): SignedEvent =>
  sealed(said(what), mother, publicKeyOf(son), { now: NOW, ...(what.says === 'file' && { file: what.file.sha256 }) });

describe('a letter', () => {
  test('is opened by the one for whom it is, who learns by whom', () => {
    const { rumor, from } = opened(letter(), son) ?? expect.fail('not opened');
    expect(from).toBe(publicKeyOf(mother));
    expect(rumor).toEqual(said(TEXT));
    expect(saidIn(rumor, hexOf(publicKeyOf(son)))).toEqual(TEXT);
  });

  test('says to everybody else only for whom it is', () => {
    const wrap = letter();
    expect(isGenuine(wrap)).toBe(true);
    expect(wrap).toMatchObject({ kind: WRAP, tags: [['p', hexOf(publicKeyOf(son))]] });
    expect(wrap.pubkey).not.toBe(hexOf(publicKeyOf(mother)));
    expect(opened(wrap, stranger)).toBeUndefined();
    expect(opened(wrap, mother)).toBeUndefined();
  });

  test('is dated back, by up to two days', () => {
    const dates = [0, 0.5, 0.999].map((random) =>
      sealed(said(TEXT), mother, publicKeyOf(son), { now: NOW, random: () => random }),
    );
    expect(dates.map(({ created_at }) => NOW - created_at)).toEqual([0, 86_400, 172_627]);
  });

  test('with the longest text is no longer than an event may be; a longer one is refused', () => {
    const longest: Said = { says: 'text', text: '水'.repeat(Math.floor(MAX_TEXT_BYTES / 3)) };
    expect(bytesIn(letter(longest))).toBeLessThanOrEqual(MAX_EVENT_BYTES);
    expect(() => letter({ says: 'text', text: '"'.repeat(MAX_RUMOR_BYTES / 2) })).toThrow(RangeError);
  });

  test('is opened by others', async () => {
    const { rumor } = { rumor: nip59.unwrapEvent(JSON.parse(JSON.stringify(letter())), bytesOf(son)) };
    expect(rumor).toEqual(said(TEXT));
    const signer = NostrSigner.keys(Keys.parse(bytesToHex(bytesOf(son))));
    const gift = await UnwrappedGift.fromGiftWrap(signer, RustEvent.fromJson(JSON.stringify(letter())));
    expect(gift.sender.toHex()).toBe(hexOf(publicKeyOf(mother)));
    expect(gift.rumor.content).toBe('we are at the east gym, all well');
  });

  test('of others is opened here', () => {
    const { kind, tags, content } = said(TEXT);
    const wrap = nip59.wrapEvent(
      { kind, tags: tags.map((tag) => [...tag]), content },
      bytesOf(mother),
      hexOf(publicKeyOf(son)),
    );
    expect(opened(JSON.parse(JSON.stringify(wrap)), son)?.rumor.content).toBe(content);
  });
});

describe('letters that were said together', () => {
  const together = { id: '0123456789abcdef', at: 0, of: 2 };

  test('say so, each for itself', () => {
    const draft = messageDraft(TEXT, publicKeyOf(son), NOW, 'Mother', together);
    expect(draft.tags.at(-1)).toEqual(['together', '0123456789abcdef', '0', '2']);
    expect(togetherIn(draft)).toEqual(together);
    expect(togetherIn(said(TEXT))).toBeUndefined();
  });

  test.each([
    ['0123456789abcde', '0', '2'],
    ['0123456789abcdef', '2', '2'],
    ['0123456789abcdef', '0', '1'],
    ['0123456789abcdef', '0', '14'],
    ['0123456789abcdef', '-1', '2'],
    ['0123456789abcdef'],
  ])('make sense, or are alone: %s %s %s', (...tag) => {
    expect(togetherIn({ tags: [['together', ...tag]] })).toBeUndefined();
  });
});

describe('a letter that lies', () => {
  const forWhom = [['p', hexOf(publicKeyOf(son))]];
  /** What `nip59` makes of it: any rumor, in any seal. */
  const wrapped = (seal: object): SignedEvent =>
    JSON.parse(JSON.stringify(nip59.createWrap(seal as never, hexOf(publicKeyOf(son)))));

  test('about its author is none', () => {
    const inTheNameOf = rumorOf(publicKeyOf(stranger), messageDraft(TEXT, publicKeyOf(son), NOW));
    const seal = nip59.createSeal(inTheNameOf as never, bytesOf(mother), hexOf(publicKeyOf(son)));
    expect(opened(wrapped(seal), son)).toBeUndefined();
  });

  test('with a seal that nobody signed is none', () => {
    const seal = nip59.createSeal(said(TEXT) as never, bytesOf(mother), hexOf(publicKeyOf(son)));
    expect(opened(wrapped({ ...seal, sig: '00'.repeat(64) }), son)).toBeUndefined();
  });

  test.each([
    ['no seal', { ...signedBy(mother, { kind: MESSAGE, created_at: NOW, tags: [], content: '' }) }],
    ['a seal around nothing', { ...signedBy(mother, { kind: SEAL, created_at: NOW, tags: [], content: '' }) }],
    ['no event', { hello: 1 }],
  ])('inside is none: %s', (_, inside) => expect(opened(wrapped(inside), son)).toBeUndefined());

  test.each([
    ['cut text', ''],
    ['another text', 'AgAAAA'],
    ['no base64', '{}'],
  ])('around itself is none: %s', (_, content) => {
    expect(opened(signedBy(mother, { kind: WRAP, created_at: NOW, tags: forWhom, content }), son)).toBeUndefined();
  });

  test('that somebody passed on is for nobody else', () => {
    const passedOn = opened(letter(), son)?.rumor ?? expect.fail('not opened');
    expect(saidIn(passedOn, hexOf(publicKeyOf(stranger)))).toBeUndefined();
  });
});

describe('a file that is left', () => {
  const inside = Uint8Array.from({ length: 5_000 }, (_, index) => index);

  test('is opened with what its letter says', () => {
    const { bytes, sha256, key, nonce } = sealedFile(inside);
    const file: Said = {
      says: 'file',
      file: {
        sha256,
        name: '写真.jpg',
        type: 'image/jpeg',
        size: inside.length,
        width: 40,
        height: 30,
        opens: { key, nonce },
        picture: 'AAAA',
      },
    };
    expect(bytes).toHaveLength(inside.length + TAG_BYTES);
    expect(blobsOf(letter(file))).toEqual([sha256]);
    const { rumor } = opened(letter(file), son) ?? expect.fail('not opened');
    expect(tagValue(rumor, 'encryption-algorithm')).toBe('aes-gcm');
    expect(saidIn(rumor, hexOf(publicKeyOf(son)))).toEqual(file);
    expect(openedFile(bytes, { key, nonce })).toEqual(inside);
  });

  test('is nothing when a byte of it is another', () => {
    const { bytes, key, nonce } = sealedFile(inside);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = bytes.map((byte, index) => (index === at ? byte ^ flip : byte));
        expect(openedFile(changed, { key, nonce })).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['another cipher', 'encryption-algorithm', 'rot13'],
    ['a key that is none', 'decryption-key', 'xyz'],
    ['no nonce', 'decryption-nonce', ''],
    ['no digest', 'x', 'abc'],
    ['a size that is none', 'size', 'many'],
  ])('is passed over with %s', (_, name, value) => {
    const { sha256, key, nonce } = sealedFile(inside);
    const file = { sha256, name: 'a', type: 'image/jpeg', size: 3, opens: { key, nonce } };
    const { tags, ...rest } = messageDraft({ says: 'file', file }, publicKeyOf(son), NOW);
    const changed = { ...rest, tags: tags.map((tag) => (tag[0] === name ? [name, value] : tag)) };
    expect(saidIn(changed, hexOf(publicKeyOf(son)))).toBeUndefined();
  });
});
