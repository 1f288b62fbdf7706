import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NAME_LENGTH, MAX_SIGNALING_FRAME_BYTES } from './limits.ts';
import { helloVersion, NO_NAME, parseClientMessage, parseRouterMessage } from './signaling.ts';

const KEY = '-TCKAZJYwxBJNE-F-J1SKbUxyEWDb5mwhgHxE7zgNvk';
const SIGNATURE = 'dHr8Ax-zey07tS55vNCBrkD4y7ZzhRsJSaqopQRaUT9MfKhLWda_9qfe0Q_OPDeTyl7zvIHhqHcHO_yDXFH3Xw';

/** One frame per message, exactly as it travels. Changing one of these lines changes the protocol. */
const FROM_CLIENT = {
  hello: `{"type":"hello","version":2,"key":"${KEY}","claim":1795000000123,"signature":"${SIGNATURE}","name":"Quiet Heron","kind":"phone"}`,
  rename: '{"type":"rename","name":"避難所の受付"}',
  connect: '{"type":"connect","to":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd"}',
  'signal offer':
    '{"type":"signal","to":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd","signal":{"type":"offer","sdp":"v=0\\r\\n"}}',
  'signal answer':
    '{"type":"signal","to":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd","signal":{"type":"answer","sdp":"v=0\\r\\n"}}',
  'signal candidate':
    '{"type":"signal","to":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd","signal":{"type":"candidate","candidate":"candidate:1 1 udp 2122260223 192.168.42.100 40000 typ host","sdpMid":"0","sdpMLineIndex":0}}',
  'signal end of candidates':
    '{"type":"signal","to":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd","signal":{"type":"candidate","candidate":""}}',
  'signal refuse':
    '{"type":"signal","to":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd","signal":{"type":"refuse","reason":"no-webrtc"}}',
  pong: '{"type":"pong"}',
  bye: '{"type":"bye"}',
};

const FROM_ROUTER = {
  welcome:
    '{"type":"welcome","version":2,"self":"AbCdEfGhIjKlMnOp","router":{"id":"CaJnJDPpIm_BgPv9","name":"R1"},"devices":[{"id":"mnopqrstuvwxyz01","name":"Quiet Heron","kind":"phone"},{"id":"0123456789-_ABCD","name":"Desk","kind":"computer","away":true,"router":"R2"}]}',
  challenge: '{"type":"challenge","challenge":"mnopqrstuvwxyz0123456A","router":"CaJnJDPpIm_BgPv9"}',
  'welcome to an empty place':
    '{"type":"welcome","version":2,"self":"AbCdEfGhIjKlMnOp","router":{"id":"CaJnJDPpIm_BgPv9","name":"R1"},"devices":[]}',
  'delta of both':
    '{"type":"delta","put":[{"id":"mnopqrstuvwxyz01","name":"Quiet Heron","kind":"tablet"}],"gone":["0123456789-_ABCD"]}',
  'delta of leaving': '{"type":"delta","gone":["0123456789-_ABCD"]}',
  ice: '{"type":"ice","to":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd","iceServers":[{"urls":"stun:192.168.42.1:3478"},{"urls":"turn:192.168.42.1:3478?transport=udp","username":"1767225600","credential":"c2VjcmV0"}]}',
  'signal offer':
    '{"type":"signal","from":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd","signal":{"type":"offer","sdp":"v=0\\r\\n"},"iceServers":[]}',
  'signal candidate':
    '{"type":"signal","from":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd","signal":{"type":"candidate","candidate":"candidate:1 1 udp 1 a 1 typ host","sdpMid":"0"}}',
  unreachable: '{"type":"unreachable","to":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd"}',
  'unreachable, with a reason':
    '{"type":"unreachable","to":"AbCdEfGhIjKlMnOp","connection":"0123456789-_abcd","reason":"too-many-calls"}',
  'delta, of more than are listed': '{"type":"delta","more":60441}',
  ping: '{"type":"ping"}',
};

describe('golden frames', () => {
  it.each(Object.entries(FROM_CLIENT))('client: %s', (_, json) => {
    const parsed = parseClientMessage(json);
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe(json);
  });

  it('an unknown reason of a newer router counts as none', () => {
    const json = FROM_ROUTER.unreachable;
    const parsed = parseRouterMessage(json.replace('}', ',"reason":"moonlight"}'));
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe(json);
  });

  it.each(Object.entries(FROM_ROUTER))('router: %s', (_, json) => {
    const parsed = parseRouterMessage(json);
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe(json);
  });
});

describe('a list that another version cleaned', () => {
  // A check mark, a mark without a letter, and nothing: a router with another version of Unicode, or an older router,
  // lets them through.
  it.each(['✅', '\u1acf', '', ' \u3164', '\ud800'])('does not fail for a name like %j', (odd) => {
    const devices = [
      { id: 'mnopqrstuvwxyz01', name: odd, kind: 'phone' },
      { id: 'AbCdEfGhIjKlMnOp', name: 'Hana', kind: 'phone' },
    ];
    const welcome = { ...JSON.parse(FROM_ROUTER.welcome), devices };
    const shown = [{ name: NO_NAME }, { name: 'Hana' }];
    expect(parseRouterMessage(JSON.stringify(welcome))).toMatchObject({ ok: true, value: { devices: shown } });
    const delta = JSON.stringify({ type: 'delta', put: devices });
    expect(parseRouterMessage(delta)).toMatchObject({ ok: true, value: { put: shown } });
    expect(parseClientMessage(JSON.stringify({ type: 'rename', name: odd })).ok).toBe(false);
  });

  const told = (device: object, router: object = { id: 'CaJnJDPpIm_BgPv9', name: 'R1' }) => {
    const devices = [{ id: 'mnopqrstuvwxyz01', name: 'Hana', kind: 'phone', ...device }];
    return parseRouterMessage(JSON.stringify({ ...JSON.parse(FROM_ROUTER.welcome), router, devices }));
  };

  it('does not fail for an unknown kind or an overlong name', () => {
    expect(told({ kind: 'toaster' })).toMatchObject({ ok: true, value: { devices: [{ kind: 'device' }] } });
    const long = { name: 'a'.repeat(2_000) };
    expect(told(long)).toMatchObject({ ok: true, value: { devices: [{ name: 'a'.repeat(MAX_NAME_LENGTH) }] } });
  });

  it('cleans names of routers as well', () => {
    const tricky = 'R\u202e2 ✅';
    expect(told({ router: tricky }, { id: 'CaJnJDPpIm_BgPv9', name: tricky })).toMatchObject({
      ok: true,
      value: { router: { name: 'R 2' }, devices: [{ router: 'R 2' }] },
    });
  });
});

describe('a newer peer may say more', () => {
  it('drops unknown fields', () => {
    expect(parseClientMessage('{"type":"pong","mood":"good"}')).toEqual({ ok: true, value: { type: 'pong' } });
  });

  it('reads a refusal for an unknown reason as not-here', () => {
    const refusal = { connection: '0123456789-_abcd', signal: { type: 'refuse', reason: 'moonlight' } };
    const taken = { ok: true, value: { signal: { type: 'refuse', reason: 'not-here' } } };
    const sent = JSON.stringify({ type: 'signal', to: 'AbCdEfGhIjKlMnOp', ...refusal });
    expect(parseClientMessage(sent)).toMatchObject(taken);
    const passed = JSON.stringify({ type: 'signal', from: 'AbCdEfGhIjKlMnOp', ...refusal });
    expect(parseRouterMessage(passed)).toMatchObject(taken);
  });

  it('takes a hello from an unknown kind of device', () => {
    const hello = JSON.stringify({ ...JSON.parse(FROM_CLIENT.hello), kind: 'toaster' });
    expect(parseClientMessage(hello)).toMatchObject({ ok: true, value: { kind: 'device' } });
  });

  it('reads the version of a hello whose other fields it does not understand', () => {
    expect(helloVersion('{"type":"hello","version":3,"passport":{}}')).toBe(3);
    expect(helloVersion('{"type":"pong"}')).toBeUndefined();
    expect(helloVersion('nonsense')).toBeUndefined();
  });
});

describe('what is refused, and which field the error names', () => {
  const hello = JSON.parse(FROM_CLIENT.hello);
  const candidate = JSON.parse(FROM_CLIENT['signal candidate']);
  it.each([
    ['no JSON', '{"type":', 'message: not JSON'],
    ['a list', '[]', 'message: expected an object'],
    ['a type that is a name of Object', '{"type":"constructor"}', 'message.type: expected hello or'],
    ['a short key', { ...hello, key: 'x' }, 'message.key: expected a public key'],
    ['a long key', { ...hello, key: `${KEY}A` }, 'message.key: expected a public key'],
    ['a short signature', { ...hello, signature: KEY }, 'message.signature: expected a signature'],
    ['a signature of hexadecimal digits', { ...hello, signature: 'ab'.repeat(64) }, 'message.signature: expected'],
    ['a claim of nothing', { ...hello, claim: 0 }, 'message.claim: expected an integer'],
    ['a claim that is text', { ...hello, claim: '1795000000123' }, 'message.claim: expected an integer'],
    ['a claim too large to be exact', { ...hello, claim: 2 ** 53 }, 'message.claim: expected an integer'],
    ['a hello of before there were keys', { ...hello, key: undefined, secret: KEY }, 'message.key: expected'],
    ['an id of before there were keys', { ...candidate, to: 'AbCdEfGhIjKl' }, 'message.to: expected a device id'],
    ['a name of spaces', { ...hello, name: ' \u202e ' }, 'message.name: expected text of 1 to'],
    ['a version that is no integer', { ...hello, version: 1.5 }, 'message.version: expected an integer'],
    ['an inherited field', '{"type":"rename","__proto__":{"name":"x"}}', 'message.name: expected'],
    ['an id with a newline', { ...candidate, to: 'AbCdEfGhIjKlMnOp\n' }, 'message.to: expected a device id'],
    [
      'a candidate without end',
      { ...candidate, signal: { type: 'candidate', candidate: 'x'.repeat(2000) } },
      'message.signal.candidate: expected text of 0 to 1024',
    ],
  ])('%s', (_, frame, reason) => {
    const parsed = parseClientMessage(typeof frame === 'string' ? frame : JSON.stringify(frame));
    expect(parsed).toMatchObject({ ok: false, error: expect.stringContaining(reason) });
  });

  it('a frame over the limit, before it is parsed', () => {
    const parsed = parseClientMessage(' '.repeat(MAX_SIGNALING_FRAME_BYTES + 1));
    expect(parsed).toMatchObject({ ok: false, error: expect.stringContaining('longer than') });
  });
});

describe('mutated input never throws, and what passes passes again', () => {
  const goldens = [...Object.values(FROM_CLIENT), ...Object.values(FROM_ROUTER)];
  const parsers = [parseClientMessage, parseRouterMessage];
  const survives = (json: string): boolean =>
    parsers.every((parse) => {
      const parsed = parse(json);
      if (!parsed.ok) return parsed.error.startsWith('message');
      return parse(JSON.stringify(parsed.value)).ok;
    });

  it('arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), survives));
  });

  it('arbitrary JSON', () => {
    fc.assert(fc.property(fc.json(), survives));
  });

  it('a golden frame with a piece replaced', () => {
    const mutation = fc.record({
      json: fc.constantFrom(...goldens),
      at: fc.nat(),
      length: fc.nat(12),
      by: fc.string(),
    });
    fc.assert(
      fc.property(mutation, ({ json, at, length, by }) => {
        const start = at % json.length;
        return survives(json.slice(0, start) + by + json.slice(start + length));
      }),
      { numRuns: 2000 },
    );
  });

  it('a golden frame with a field replaced by any value', () => {
    const mutation = fc.record({ json: fc.constantFrom(...goldens), field: fc.nat(), value: fc.jsonValue() });
    fc.assert(
      fc.property(mutation, ({ json, field, value }) => {
        const frame = JSON.parse(json);
        const keys = Object.keys(frame);
        frame[keys[field % keys.length] ?? 'type'] = value;
        return survives(JSON.stringify(frame));
      }),
      { numRuns: 2000 },
    );
  });
});
