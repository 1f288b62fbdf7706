import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CONTROL_BYTES, MAX_NOTE_LENGTH, MAX_PICTURE_BYTES, MAX_RUMOR_BYTES } from './limits.ts';
import { faultIn, parseControlMessage } from './peer.ts';

const DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const KEY = '-TCKAZJYwxBJNE-F-J1SKbUxyEWDb5mwhgHxE7zgNvk';
const SIGNATURE = 'dHr8Ax-zey07tS55vNCBrkD4y7ZzhRsJSaqopQRaUT9MfKhLWda_9qfe0Q_OPDeTyl7zvIHhqHcHO_yDXFH3Xw';

/** One message of each type, exactly as it travels. Changing one of these lines changes the protocol. */
const GOLDEN = {
  hello: `{"type":"hello","version":5,"key":"${KEY}"}`,
  'hello of one that hears words': `{"type":"hello","version":5,"key":"${KEY}","words":true}`,
  proof: `{"type":"proof","signature":"${SIGNATURE}"}`,
  word: '{"type":"word","event":{"id":"2451789389cacee49e91ce989b066a502b855c205994ca5a8dfa82ff50764034","pubkey":"f9308a019258c31049344f85f89d5229b531c845836f99b08601f113bce036f9","kind":14,"created_at":1764150000,"tags":[["p","abababababababababababababababababababababababababababababababab"]],"content":"体育館にいます"}}',
  heard: `{"type":"heard","id":"${DIGEST}"}`,
  ping: '{"type":"ping"}',
  pong: '{"type":"pong"}',
  lane: '{"type":"lane","lane":6,"signal":{"type":"offer","sdp":"v=0..."}}',
  offer: '{"type":"offer","transfer":"0123456789-_abcd","handle":7,"files":3,"bytes":5368709120}',
  'offer again': '{"type":"offer","transfer":"0123456789-_abcd","handle":7,"files":3,"bytes":5368709120,"again":true}',
  'offer with pictures and a line':
    '{"type":"offer","transfer":"0123456789-_abcd","handle":7,"files":3,"bytes":5,"pictures":true,"note":"遠足の写真です"}',
  look: '{"type":"look","transfer":"0123456789-_abcd"}',
  picture: '{"type":"picture","transfer":"0123456789-_abcd","file":2,"jpeg":"_9j_4AAQ"}',
  manifest:
    '{"type":"manifest","transfer":"0123456789-_abcd","first":0,"entries":[["避難所/名簿.csv",1024,1767225600000],["empty",0,-1]]}',
  attention: '{"type":"attention","transfer":"0123456789-_abcd","attention":"ringing"}',
  known: `{"type":"known","transfer":"0123456789-_abcd","files":[[3,"${DIGEST}"]]}`,
  wanted: '{"type":"wanted","transfer":"0123456789-_abcd","files":[[0,0],[2,5]]}',
  accept: `{"type":"accept","transfer":"0123456789-_abcd","files":[[0,0],[2,5]],"have":{"blocks":7,"digest":"${DIGEST}"}}`,
  'accept nothing': `{"type":"accept","transfer":"0123456789-_abcd","files":[],"have":{"blocks":0,"digest":"${DIGEST}"}}`,
  unknown: '{"type":"unknown","transfer":"0123456789-_abcd"}',
  pause: '{"type":"pause","transfer":"0123456789-_abcd"}',
  paused: '{"type":"paused","transfer":"0123456789-_abcd"}',
  resume: '{"type":"resume","transfer":"0123456789-_abcd"}',
  resumed: '{"type":"resumed","transfer":"0123456789-_abcd"}',
  decline: '{"type":"decline","transfer":"0123456789-_abcd"}',
  stored: '{"type":"stored","transfer":"0123456789-_abcd","bytes":1048576}',
  complete: `{"type":"complete","transfer":"0123456789-_abcd","digest":"${DIGEST}"}`,
  cancel: '{"type":"cancel","transfer":"0123456789-_abcd"}',
  fail: '{"type":"fail","transfer":"0123456789-_abcd","reason":"storage-full"}',
  'fail at a file': '{"type":"fail","transfer":"0123456789-_abcd","reason":"source-changed","file":2}',
};

it.each(Object.entries(GOLDEN))('golden message: %s', (_, json) => {
  const parsed = parseControlMessage(json);
  expect(parsed.ok && JSON.stringify(parsed.value)).toBe(json);
});

it.each([
  ['{"type":"hello","version":4}', 'version-mismatch'], // of before there were keys
  ['{"type":"hello","version":6,"passport":{}}', 'version-mismatch'],
  ['{"type":"hello","version":5}', 'protocol-violation'],
  ['{"type":"offer"', 'protocol-violation'],
])('%s cannot be understood: %s', (json, fault) => {
  expect(parseControlMessage(json).ok).toBe(false);
  expect(faultIn(json)).toBe(fault);
});

describe('what is refused, and which field the error names', () => {
  const offer = JSON.parse(GOLDEN.offer);
  const picture = JSON.parse(GOLDEN.picture);
  const accept = JSON.parse(GOLDEN.accept);
  const manifest = JSON.parse(GOLDEN.manifest);
  it.each([
    ['a lane too many', { ...JSON.parse(GOLDEN.lane), lane: 7 }, 'message.lane'],
    ['a hello of before there were keys', { ...JSON.parse(GOLDEN.hello), key: undefined }, 'message.key'],
    ['a key of hexadecimal digits', { ...JSON.parse(GOLDEN.hello), key: 'ab'.repeat(32) }, 'message.key'],
    ['a proof that is cut off', { ...JSON.parse(GOLDEN.proof), signature: SIGNATURE.slice(1) }, 'message.signature'],
    [
      'a word that is not what its id says',
      { type: 'word', event: { ...JSON.parse(GOLDEN.word).event, content: '' } },
      'message.event.id',
    ],
    [
      'a word of nobody',
      { type: 'word', event: { ...JSON.parse(GOLDEN.word).event, pubkey: 'me' } },
      'message.event.pubkey',
    ],
    ['an id that is cut off', { type: 'heard', id: DIGEST.slice(1) }, 'message.id'],
    ['an offer of nothing', { ...offer, files: 0 }, 'message.files'],
    ['a negative size', { ...offer, bytes: -1 }, 'message.bytes'],
    ['a handle beyond 32 bits', { ...offer, handle: 2 ** 32 }, 'message.handle'],
    ['a line of a page', { ...offer, note: 'x'.repeat(MAX_NOTE_LENGTH + 1) }, 'message.note'],
    ['half a surrogate pair in a line', { ...offer, note: '\ud83d' }, 'message.note'],
    ['a picture that is not small', { ...picture, jpeg: 'A'.repeat(MAX_PICTURE_BYTES * 2) }, 'message.jpeg'],
    ['a picture of no file', { ...picture, file: -1 }, 'message.file'],
    ['an empty picture', { ...picture, jpeg: '' }, 'message.jpeg'],
    ['ranges that touch', { ...accept, files: [[0, 1], [2, 3]] }, 'message.files: range start'], // biome-ignore format: a table
    ['a range that ends before it starts', { ...accept, files: [[3, 2]] }, 'message.files: range end'],
    ['ranges that go back', { ...accept, files: [[5, 6], [0, 1]] }, 'message.files: range start'], // biome-ignore format: a table
    ['an entry without a path', { ...manifest, entries: [['', 1, 1]] }, 'message.entries[0][0]'],
    ['an entry with more than it should', { ...manifest, entries: [['a', 1, 1, 1]] }, 'message.entries[0]'],
    ['half a surrogate pair in a path', { ...manifest, entries: [['\ud83d', 1, 1]] }, 'message.entries[0][0]'],
    ['an attention we do not know', { ...JSON.parse(GOLDEN.attention), attention: 'bored' }, 'message.attention'],
    ['an upper-case digest', { ...JSON.parse(GOLDEN.complete), digest: DIGEST.toUpperCase() }, 'message.digest'],
  ])('%s', (_, message, field) => {
    const parsed = parseControlMessage(JSON.stringify(message));
    expect(parsed).toMatchObject({ ok: false, error: expect.stringContaining(field) });
  });

  it('a message over the limit, before it is parsed', () => {
    expect(parseControlMessage('x'.repeat(MAX_CONTROL_BYTES + 1))).toMatchObject({
      ok: false,
      error: expect.stringContaining('longer than'),
    });
  });
});

it('the longest word fits in a message', () => {
  const around = JSON.stringify({ type: 'word', event: {} }).length;
  expect(MAX_RUMOR_BYTES + around).toBeLessThanOrEqual(MAX_CONTROL_BYTES);
});

it('a failure with an unknown reason ends the transfer and not the connection', () => {
  const json = JSON.stringify({ ...JSON.parse(GOLDEN.fail), reason: 'bad luck' });
  expect(parseControlMessage(json)).toMatchObject({ ok: true, value: { type: 'fail', reason: 'page-failed' } });
});

describe('mutated input never throws, and what passes passes again', () => {
  const survives = (json: string): boolean => {
    const parsed = parseControlMessage(json);
    return parsed.ok ? parseControlMessage(JSON.stringify(parsed.value)).ok : parsed.error.startsWith('message');
  };
  const golden = fc.constantFrom(...Object.values(GOLDEN));

  it('arbitrary JSON', () => {
    fc.assert(fc.property(fc.json(), survives));
  });

  it('a golden message with a piece replaced', () => {
    const mutation = fc.record({ json: golden, at: fc.nat(), length: fc.nat(12), by: fc.string() });
    fc.assert(
      fc.property(mutation, ({ json, at, length, by }) => {
        const start = at % json.length;
        return survives(json.slice(0, start) + by + json.slice(start + length));
      }),
      { numRuns: 2000 },
    );
  });

  it('a golden message with a field replaced by any value', () => {
    fc.assert(
      fc.property(golden, fc.nat(), fc.jsonValue(), (json, field, value) => {
        const message = JSON.parse(json);
        const keys = Object.keys(message);
        message[keys[field % keys.length] ?? 'type'] = value;
        return survives(JSON.stringify(message));
      }),
      { numRuns: 2000 },
    );
  });
});
