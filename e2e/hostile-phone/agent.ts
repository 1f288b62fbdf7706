/**
 * A hostile phone on the Wi-Fi, or one that only stays for a while: carries out the lab's orders until told to stop.
 * `agent.ts ROUTER_ADDRESS PORT OWN_ADDRESS...`
 */
import { createInterface } from 'node:readline';
import { calls, falseHellos, seats, stay, visits } from './devices.ts';
import type { Count, Enough, Order, Said, Word } from './orders.ts';
import { allocate } from './relay.ts';
import { ask, idle, pipeline, upgrade, upgradeHeaders } from './sockets.ts';
import type { Router } from './wire.ts';

const [address = '', port = '', ...own] = process.argv.slice(2);
const router: Router = { address, port: Number(port) };
const tell = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`);

function carryOut(order: Order, count: Count, enough: Enough): Promise<void> {
  switch (order.do) {
    case 'pipeline':
      return pipeline(router, order, count, enough);
    case 'idle':
      return idle(router, order, count, enough);
    case 'upgrade':
      return upgrade(router, order, own, count, enough);
    case 'visits':
      return visits(router, order, own, count, enough);
    case 'false-hellos':
      return falseHellos(router, order, own, count, enough);
    case 'seats':
      return seats(router, order, own, count, enough);
    case 'calls':
      return calls(router, order, own, count, enough);
    case 'allocate':
      return allocate(router, order, own, count, enough);
    case 'ask':
      return askOften(order, count, enough);
    case 'rebind':
      return rebind(order, count);
    case 'stay':
      return stay(router, order, count);
  }
}

async function askOften(
  { paths, perSecond }: { paths: readonly string[]; perSecond: number },
  count: Count,
  enough: Enough,
): Promise<void> {
  const headers = [`Host: ${address}:${port}`, 'Connection: close'];
  let asked = 0;
  const timer = setInterval(() => {
    const path = paths[asked++ % paths.length] ?? '/';
    void ask(router, path, headers).then((status) => count(`answered ${status}`));
  }, 1_000 / perSecond);
  await enough.word;
  clearInterval(timer);
}

async function rebind({ host, paths }: { host: string; paths: readonly string[] }, count: Count): Promise<void> {
  const at = `${host}:${port}`;
  for (const path of paths) count(`${path} answered`, await ask(router, path, [`Host: ${at}`, 'Connection: close']));
  count('/signal answered', await ask(router, '/signal', upgradeHeaders(at)));
}

let sayEnough = (): void => {};
function untilEnough(): Enough {
  let isSaid = false;
  const word = new Promise<void>((resolve) => {
    sayEnough = () => {
      isSaid = true;
      resolve();
    };
  });
  return {
    word,
    get isSaid() {
      return isSaid;
    },
  };
}

async function obey(order: Order): Promise<void> {
  const tally: Record<string, number> = {};
  let isUnderway = false;
  const count: Count = (what, times = 1) => {
    tally[what] = (tally[what] ?? 0) + times;
    if (!isUnderway) tell({ said: 'underway' });
    isUnderway = true;
  };
  await carryOut(order, count, untilEnough());
  if (!isUnderway) tell({ said: 'underway' });
  tell({ said: 'over', tally });
}

createInterface(process.stdin).on('line', (line) => {
  const word = JSON.parse(line) as Word; // the lab that wrote it shares this type
  if (word === 'enough') sayEnough();
  else void obey(word);
});
process.stdin.on('end', () => process.exit());
tell({ said: 'ready' });
