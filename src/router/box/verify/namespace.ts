/** A client of our own beside the phones: a network namespace with a cable into the LAN's bridge. It leaves nothing behind. */
import { runProgram } from '../../machine/run-program.ts';
import { CLIENT, LAN_BRIDGE } from '../settings/settings.ts';
import { newMac } from './client.ts';
import { type Done, type Errand, STEPS } from './wanted.ts';

const NAMESPACE = 'hikyaku-client';
/** The end in the bridge, and the client's own. */
const CABLE = { outside: `${CLIENT}0`, inside: `${CLIENT}1` } as const;
/** Each step has its own limit, of 5 s at most. */
const CLIENT_MS = 30_000;

/** `self`: how this program is run, such as node and router.mjs. Never rejects. */
export async function doFromNamespace(self: readonly [string, ...string[]], errand: Errand): Promise<Done> {
  await takeDown(); // what an earlier one left that was killed
  const mac = newMac();
  const { outside, inside } = CABLE;
  const commands = [
    ['ip', 'netns', 'add', NAMESPACE],
    ['ip', 'link', 'add', outside, 'type', 'veth', 'peer', 'name', inside, 'address', mac, 'netns', NAMESPACE],
    ['ip', 'link', 'set', outside, 'master', LAN_BRIDGE],
    ['ip', 'link', 'set', outside, 'up'],
    ['ip', '-n', NAMESPACE, 'link', 'set', 'lo', 'up'],
    ['ip', '-n', NAMESPACE, 'link', 'set', inside, 'up'],
  ] as const;
  try {
    for (const command of commands) {
      const { problem } = await runProgram([...command]);
      if (problem !== undefined) return { address: { problem } };
    }
    const client = ['ip', 'netns', 'exec', NAMESPACE, ...self, 'client', inside, mac, JSON.stringify(errand)] as const;
    const { stdout, problem } = await runProgram(client, { limitMs: CLIENT_MS });
    return doneIn(stdout) ?? { address: { problem: problem ?? 'the client said nothing' } };
  } finally {
    await takeDown();
  }
}

async function takeDown(): Promise<void> {
  await runProgram(['ip', 'link', 'delete', CABLE.outside]);
  await runProgram(['ip', 'netns', 'delete', NAMESPACE]);
}

/** What the client prints; it is our own program. */
function doneIn(text: string): Done | undefined {
  try {
    const told: unknown = JSON.parse(text);
    const isOurs = typeof told === 'object' && told !== null && STEPS.some((step) => step in told);
    return isOurs ? (told as Done) : undefined;
  } catch {
    return undefined;
  }
}
