/**
 * A scripted phone in one namespace that brings words and files to its router, and fetches them. Commands come as lines of JSON, and
 * are answered in order. `words-agent.ts ROUTER NAME`
 */
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { type EventId, signedBy } from '../../src/protocol/event.ts';
import type { Attachment } from '../../src/words/attachment.ts';
import { HELD_KINDS } from '../../src/words/kinds.ts';
import { postDraft } from '../../src/words/post.ts';
import { WordsClient } from '../drive/wire/words-client.ts';
import { secretOf } from './setting.ts';

export type Command =
  /** Leaves a post, with a file of so many bytes if `size` says so. */
  | { readonly do: 'post'; readonly text: string; readonly size?: number }
  /** Waits until its router has told it of these. */
  | { readonly do: 'await'; readonly ids: readonly EventId[] }
  | { readonly do: 'get'; readonly sha256: string };
export type Answer = { readonly outcome: string; readonly id?: EventId; readonly sha256?: string };

const [router = '', name = ''] = process.argv.slice(2);
const url = `http://${router}/`;
const secret = secretOf(name);
const now = (): number => Math.floor(Date.now() / 1000);
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const client = await WordsClient.open(url, { secret });
client.asking.follow({ kinds: HELD_KINDS });

async function post(text: string, size: number | undefined): Promise<Answer> {
  const file = size === undefined ? undefined : Buffer.alloc(size, `${text} `);
  const attachments: Attachment[] = [];
  if (file !== undefined) {
    const sha256 = digestOf(file);
    const headers = { authorization: client.permitTo(sha256), 'x-sha-256': sha256 };
    const answer = await fetch(new URL('upload', url), { method: 'PUT', body: file, headers });
    if (!answer.ok) return { outcome: `upload: ${answer.status} ${await answer.text()}` };
    attachments.push({ sha256, name: 'photo.jpg', type: 'image/jpeg', size: file.length });
  }
  const event = signedBy(secret, postDraft({ text, topic: 'notice', authorName: name, place: '', attachments }, now()));
  await client.holding.put(event, 0, WordsClient.bringer(secret));
  const outcome = (await client.asking.give(event.id)) ?? 'gone';
  return { outcome, id: event.id, ...(attachments[0] && { sha256: attachments[0].sha256 }) };
}

async function answerTo(command: Command): Promise<Answer> {
  switch (command.do) {
    case 'post':
      return post(command.text, command.size);
    case 'await': {
      await client.asking.reconcile({ kinds: HELD_KINDS });
      await client.has(command.ids);
      return { outcome: 'here' };
    }
    case 'get': {
      const answer = await fetch(new URL(command.sha256, url));
      const sha256 = digestOf(new Uint8Array(await answer.arrayBuffer()));
      return { outcome: String(answer.status), sha256 };
    }
  }
}

process.stdin.on('end', () => process.exit());
for await (const line of createInterface(process.stdin)) {
  // The test that wrote it shares this file's type.
  process.stdout.write(`${JSON.stringify(await answerTo(JSON.parse(line) as Command))}\n`);
}
