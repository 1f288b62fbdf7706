/**
 * Runs in the app's page (`drive/page/inject.ts` brings it there): presses Accept as soon as each offer may be answered,
 * and notes when what was accepted is saved. In the page, because ten presses by a driver would take a second. Each call
 * gets a fresh copy of this module, so lasting state is kept on `globalThis`.
 */
import { find } from '../../drive/page/screen.ts';

const KEY = 'benchAccepting';
/** Where a transfer ends that will not be saved. */
const VAIN = ['failed', 'interrupted', 'declined', 'cancelled'];

/** How long it may take to save everything, in milliseconds. */
const LIMIT_MS = 150_000;

/** Times are milliseconds since 1970. */
export type Accepted = { readonly pressed: readonly number[]; readonly saved: readonly number[] };

/** `presses` hears of each press, by an event of that name. */
type Kept = { readonly pressed: number[]; readonly presses: EventTarget; readonly ended: Promise<Accepted> };

const PRESS = 'press';

/** The page is read as a person reads it only when there is a button: at every tick of progress that would cost much. */
function acceptButton(): HTMLElement | null {
  if (document.querySelector('dialog:modal button:not(:disabled)') === null) return null;
  const found = find({
    role: 'button',
    name: 'Accept',
    in: { role: ['dialog', 'alertdialog'], name: 'Incoming files' },
  });
  return found instanceof HTMLElement ? found : null;
}

const rows = (phase: string) => document.querySelectorAll(`[data-phase=${phase}]`).length;

function acceptAll(count: number, { pressed, presses }: Omit<Kept, 'ended'>): Promise<Accepted> {
  const saved: number[] = [];
  let last: Element | undefined;
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(look);
    const end = (settle: () => void) => {
      observer.disconnect();
      clearTimeout(timer);
      settle();
    };
    const giveUp = () =>
      end(() => reject(new Error(`${pressed.length} accepted, ${saved.length} saved: ${document.body.innerText}`)));
    const timer = setTimeout(giveUp, LIMIT_MS);
    function look(): void {
      if (VAIN.some((phase) => rows(phase) > 0)) giveUp();
      while (saved.length < rows('saved')) saved.push(Date.now());
      if (saved.length >= count) end(() => resolve({ pressed, saved }));
      if (pressed.length >= count) return;
      const button = acceptButton();
      // An answered dialog stays for a moment.
      if (button === null || button === last) return;
      last = button;
      pressed.push(Date.now());
      button.click();
      presses.dispatchEvent(new Event(PRESS));
    }
    const attributeFilter = ['data-phase', 'disabled', 'open'];
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter });
    look();
  });
}

/** Presses Accept for `count` offers from the time `at` on, in milliseconds since 1970. The screen shows no ended transfer yet. */
export function accept(count: number, at: number): void {
  const begun = { pressed: [], presses: new EventTarget() };
  const ended = new Promise((resolve) => setTimeout(resolve, at - Date.now())).then(() => acceptAll(count, begun));
  ended.catch(() => {}); // whoever waits for it hears of it
  Reflect.set(globalThis, KEY, { ...begun, ended } satisfies Kept);
}

const kept = () => Reflect.get(globalThis, KEY) as Kept;

/** Resolves when so many offers have been accepted. */
export async function reached(count: number): Promise<void> {
  const { pressed, presses } = kept();
  while (pressed.length < count)
    await new Promise((resolve) => presses.addEventListener(PRESS, resolve, { once: true }));
}

/** Resolves when everything is saved; rejects when something will not be. */
export const ended = (): Promise<Accepted> => kept().ended;
