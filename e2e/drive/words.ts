/** What people do with words, as they do it: through what the page tells assistive technology (docs/names.md). */
import type { Phone } from './phone.ts';
import { REACTION_MS, type Screen } from './screen.ts';

const DEVICES = { role: 'list', name: 'Devices' } as const;
const CONVERSATION = 'Conversation';
const POSTS = 'Posts';
export const MESSAGE = { role: 'textbox', name: 'Message' } as const;
const POST = { role: 'textbox', name: 'Post' } as const;

/** To the screen of somebody who stands in the list. */
export async function goToPerson(phone: Phone, name: string): Promise<void> {
  await phone.goHome();
  await phone.press({ role: 'link', prefix: `About ${name}`, in: DEVICES });
  await phone.waitFor(MESSAGE);
}

/** To the screen of somebody who has written, or was written to, also when they are not here. */
export async function goToTalk(phone: Phone, name: string): Promise<void> {
  await phone.goHome();
  await phone.press({ role: 'link', prefix: name });
  await phone.waitFor(MESSAGE);
}

/** On the screen of a person. Resolves when its first line stands in the conversation. */
export async function writeMessage(phone: Phone, text: string, files: readonly string[] = []): Promise<void> {
  if (files.length > 0) await phone.pick({ role: 'button', name: 'Attach files' }, files);
  await phone.write(MESSAGE, text);
  await phone.press({ role: 'button', name: 'Send message' });
  await inConversation(phone, text.split('\n')[0] ?? '');
}

/** Resolves to the whole item when every text stands in one item of the conversation. */
export const inConversation = (phone: Screen, ...texts: readonly string[]): Promise<string> =>
  phone.waitForItem(CONVERSATION, texts, 2 * REACTION_MS);

/** Resolves when the router has all of a message: of its parts each has a state of its own as long as they differ. */
export async function isLeft(phone: Phone, text: string): Promise<void> {
  await inConversation(phone, text, 'Left with the router');
  for (const before of ['Kept on this device', 'Sending'])
    await phone.waitForNoItem(CONVERSATION, [text, before], 2 * REACTION_MS);
}

export async function goToBoard(phone: Phone): Promise<void> {
  await phone.press({ role: 'link', prefix: 'Board' });
  await phone.waitFor({ role: 'button', name: 'New post' });
}

/** On the board. Resolves when it stands there. */
export async function writePost(phone: Phone, text: string, files: readonly string[] = []): Promise<void> {
  await phone.press({ role: 'button', name: 'New post' });
  await phone.waitFor(POST);
  if (files.length > 0) await phone.pick({ role: 'button', name: 'Attach files' }, files);
  await phone.write(POST, text);
  await phone.press({ role: 'button', name: 'Put on the board' });
  await onBoard(phone, text);
}

/** A post that is carried on foot, or fetched behind others, takes its time. */
export const onBoard = (phone: Screen, ...texts: readonly string[]): Promise<string> =>
  phone.waitForItem(POSTS, texts, 2 * REACTION_MS);

export const notOnBoard = (phone: Screen, text: string): Promise<void> =>
  phone.waitForNoItem(POSTS, [text], 2 * REACTION_MS);
