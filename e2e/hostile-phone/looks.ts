/** What an attacked phone holds and shows: its memory, its connections, its lists. */
import type { Phone } from '../drive/phone.ts';
import { memoryBytes, processTree } from '../drive/process-tree.ts';

export type Look = {
  readonly memoryBytes: number;
  readonly rows: number;
  /** People, also those that are folded away. */
  readonly listed: number;
  /** Offers that wait for an answer. */
  readonly asking: number;
  /** Connections that are open, and all that were ever made (`../lab/connections.ts` remembers them). */
  readonly open: number;
  readonly made: number;
};

const OPEN = "labConnections.filter(({ connection }) => connection.connectionState !== 'closed').length";

export async function lookAt(phone: Phone): Promise<Look> {
  const text = await phone.text();
  return {
    memoryBytes: memoryBytes(processTree(phone.pid)),
    rows: (await phone.transfers()).length,
    listed: listed(text),
    asking: asking(text),
    open: Number(await phone.evaluate(OPEN)),
    made: Number(await phone.evaluate('labConnections.length')),
  };
}

/** The number beside the heading, which counts those of other places too. */
export const listed = (text: string): number => Number(/ People ([\d,]+) /.exec(text)?.[1]?.replaceAll(',', '') ?? 0);

/** The offer in a dialog and those that wait behind it; or those that wait aside. */
function asking(text: string): number {
  const [, behind] = /(\d+) more offers? (?:is|are) waiting/.exec(text) ?? [];
  const [, aside] = /(\d+) (?:person|people) wants? to send you something/.exec(text) ?? [];
  return (behind === undefined ? 0 : 1 + Number(behind)) + Number(aside ?? 0);
}
