import { expect, test } from 'vitest';
import { connect, Device } from './testing/device.ts';

const photo = { 'a.jpg': new Uint8Array(9), 'b.jpg': new Uint8Array(9) };

/** `a` has offered photos to `b` and to `c`, and both ask their person. */
async function toTwo() {
  const [a, b, c] = [new Device('a'), new Device('b'), new Device('c')];
  connect(a, b, 1);
  connect(a, c, 2);
  a.sendToAll([b.id, c.id], photo);
  const [{ key: ofB }] = [await b.until(() => b.offers[0]), await c.until(() => c.offers[0])];
  return { a, b, c, ofB };
}

test('what is sent to several people at once has one batch, which no device is told', async () => {
  const { a, b } = await toTwo();
  const [first, second] = [...a.views.values()];
  expect(first?.batch).toMatch(/^[\w-]{16}$/);
  expect(second?.batch).toBe(first?.batch);
  expect(JSON.stringify(b.posted)).not.toContain(first?.batch);
  a.send(b.id, photo);
  expect([...a.views.values()].map(({ batch }) => batch)).toEqual([first?.batch, first?.batch, undefined]);
});

test('a batch outlives a reload, and what is sent again stays in it', async () => {
  const { a, b, ofB } = await toTwo();
  const batch = [...a.views.values()][0]?.batch;
  b.engine.receive({ type: 'decline', key: ofB });
  const { key } = await a.phase('declined');
  a.engine.receive({ type: 'retry', key });
  expect([...a.views.values()].map((view) => view.batch)).toEqual([batch, batch]);
  await a.leave();
  const later = new Device('a', a);
  await later.restore();
  expect([...later.views.values()].map((view) => view.batch)).toEqual([batch, batch]);
});
