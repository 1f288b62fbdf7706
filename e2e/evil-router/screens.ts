/** What the screens of the two victims say of it. */
import type { Phone } from '../drive/phone.ts';

/** How the app says that the other one is not who they should be. */
const WORDS = {
  /** Somebody else answered. */
  wrong: /stands between|in (?:the|their) place/i,
  /** Nobody proved anything. */
  nothing: /does not prove who it is/i,
} as const;
export type Words = keyof typeof WORDS;

export type Seen = { readonly says: string; readonly words: Words | undefined; readonly isAsked: boolean };

const ALERTS = `[...document.querySelectorAll('[role=alert], [role=alertdialog], [role=status]')].map((alert) => alert.textContent.trim())`;
const ASKED = `document.querySelector('dialog[open]')?.textContent.includes('Incoming files') === true`;
const LOOK_MS = 250;

/** At warnings, and at the row of this file if there is one. */
async function lookAt(phone: Phone, file: string): Promise<Seen> {
  const alerts = (await phone.evaluate(ALERTS)) as string[];
  const rows = (await phone.transfers()).map(({ text }) => text).filter((text) => text.startsWith(file));
  const said = [...alerts, ...rows].find((text) => wordsIn(text) !== undefined) ?? '';
  return { says: said, words: wordsIn(said), isAsked: (await phone.evaluate(ASKED)) === true };
}

/**
 * Looks until both the sender and the receiver of `file` say something of it, or the receiver is asked to take something; at
 * most for `timeoutMs`.
 */
export async function lookUntilSaid(
  [sender, receiver]: readonly [Phone, Phone],
  file: string,
  timeoutMs: number,
): Promise<readonly [Seen, Seen]> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const seen = [await lookAt(sender, file), await lookAt(receiver, file)] as const;
    const isOver = seen[1].isAsked || seen.every(({ words }) => words !== undefined);
    if (isOver || performance.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function wordsIn(text: string): Words | undefined {
  if (WORDS.nothing.test(text)) return 'nothing';
  return WORDS.wrong.test(text) ? 'wrong' : undefined;
}
