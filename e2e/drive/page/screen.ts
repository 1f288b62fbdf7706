/**
 * What a person with assistive technology finds on the page: roles, names and texts of docs/names.md, nothing else. Runs in
 * the page (`drive/page/inject.ts` brings it there), the same in every browser, and leaves nothing behind.
 */

const STATES = [
  'Waiting',
  'Receiving',
  'Sending',
  'Paused',
  'Interrupted',
  'Saved',
  'Sent',
  'Declined',
  'Cancelled',
  'Failed',
] as const;
export type State = (typeof STATES)[number];
export type Status = 'Online' | 'Reconnecting' | 'Offline';

/** A transfer as its list item shows it. */
export type TransferRow = {
  readonly text: string;
  readonly state: State;
  /** `aria-valuenow` of its progress bar, 0 to 100; absent where no bar is shown. */
  readonly progress: number | undefined;
  readonly path: 'Direct' | 'Relayed' | undefined;
  readonly verified: boolean;
  readonly buttons: readonly string[];
};

/** The dialog "Incoming files" as a screen reader reads it. */
export type OfferScreen = { readonly text: string; readonly checkboxes: readonly string[] };

/** One thing on the page. `name` must match the whole name; `prefix` matches its beginning, in whole words. */
export type Target = {
  /** Several roles when the page may choose, such as a button or a link. */
  readonly role: string | readonly string[];
  readonly name?: string;
  readonly prefix?: string;
  readonly in?: Target;
  /** Only inside the row of the transfer that shows this text. */
  readonly transfer?: RowQuery;
};

/** An item of the list of that name in which every text occurs. */
export type InList = { readonly list: string; readonly texts: readonly string[] };

/** Picks a row of the list of transfers: every text must occur in it. */
export type RowQuery = { readonly texts: readonly string[] };

const IMPLICIT_ROLES: readonly (readonly [selector: string, role: string])[] = [
  ['button, input[type=button], input[type=submit], summary', 'button'],
  ['a[href]', 'link'],
  ['ul, ol, menu', 'list'],
  ['li', 'listitem'],
  ['dialog', 'dialog'],
  ['input[type=search]', 'searchbox'],
  ['progress', 'progressbar'],
  ['select', 'combobox'],
  ['img', 'img'],
  ['output', 'status'],
  ['input[type=checkbox]', 'checkbox'],
  ['input:not([type]), input[type=text], textarea', 'textbox'],
  ['h1, h2, h3, h4, h5, h6', 'heading'],
];

function roleOf(element: Element): string | undefined {
  const explicit = element.getAttribute('role')?.trim().split(/\s+/)[0];
  if (explicit !== undefined && explicit !== '') return explicit;
  return IMPLICIT_ROLES.find(([selector]) => element.matches(selector))?.[1];
}

/** True when assistive technology can perceive the element. */
function perceivable(element: Element): boolean {
  if (element.closest('[aria-hidden=true], [inert]') !== null) return false;
  const modal = document.querySelector('dialog:modal');
  if (modal !== null && !modal.contains(element)) return false;
  if ('checkVisibility' in element) return element.checkVisibility({ visibilityProperty: true });
  const old: Element = element; // Safari before 17.4
  return old.getClientRects().length > 0 && getComputedStyle(old).visibility === 'visible';
}

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
/** Compares whole words: "Haru" is not "Haru, who has left", whatever the order of the list. */
const beginsWith = (text: string, words: string): boolean => `${text} `.startsWith(`${fold(words)} `);

/** Text of an element without what is hidden from assistive technology; pictures count by their names. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.matches('[aria-hidden=true], [hidden], script, noscript, style, template'))
    return '';
  const label = node.getAttribute('aria-label') ?? node.getAttribute('alt');
  if (label !== null) return label;
  if (node instanceof SVGElement) return node.querySelector('title')?.textContent ?? '';
  const inline = getComputedStyle(node).display.startsWith('inline');
  const inner = [...node.childNodes].map(textOf).join('');
  return inline ? inner : ` ${inner} `;
}

/** Accessible name: a small part of accname 1.2 that is enough for this app, and the same in every browser. */
function nameOf(element: Element): string {
  const references = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const referenced = references.map((id) => document.getElementById(id)).filter((found) => found !== null);
  if (referenced.length > 0) return fold(referenced.map(textOf).join(' '));
  const label = element.getAttribute('aria-label');
  if (label !== null && label.trim() !== '') return fold(label);
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  if ((isField || element instanceof HTMLSelectElement) && element.labels?.length)
    return fold([...element.labels].map(textOf).join(' '));
  return fold(textOf(element));
}

/** One for each transfer. What was sent to several people is one card, and has theirs within it, perhaps behind a press. */
function rows(): Element[] {
  const list = findAll({ role: 'list', name: 'Transfers' })[0];
  const cards = list === undefined ? [] : [...list.children].filter((child) => roleOf(child) === 'listitem');
  return cards.flatMap((card) => {
    const people = [...card.querySelectorAll('.batch-person')];
    const behind = card.querySelector<HTMLDetailsElement>('.batch:not([open])');
    if (behind !== null) behind.open = true;
    return people.length > 0 ? people : [card];
  });
}

function rowFor(query: RowQuery): Element | undefined {
  return rows().find((row) => {
    const text = fold(textOf(row));
    return query.texts.every((part) => text.includes(fold(part)));
  });
}

function findAll(target: Target): Element[] {
  let roots: Element[] = [...document.querySelectorAll(':root')]; // none while one page replaces another
  const roles = typeof target.role === 'string' ? [target.role] : target.role;
  if (target.transfer !== undefined) roots = [rowFor(target.transfer)].filter((row) => row !== undefined);
  else if (target.in !== undefined) roots = findAll(target.in);
  return roots
    .flatMap((root) => [...root.querySelectorAll('*')])
    .filter((element) => roles.includes(roleOf(element) ?? '') && perceivable(element))
    .filter((element) => {
      if (target.name === undefined && target.prefix === undefined) return true;
      const name = nameOf(element);
      return target.name !== undefined ? name === fold(target.name) : beginsWith(name, target.prefix ?? '');
    });
}

/** The first thing that matches and can be used, or null. */
export function find(target: Target): Element | null {
  return findAll(target).find((element) => !element.matches(':disabled, [aria-disabled=true]')) ?? null;
}

function itemWith(list: string, texts: readonly string[]): string | undefined {
  const items = findAll({ role: 'listitem', in: { role: 'list', name: list } }).map((item) => fold(textOf(item)));
  return items.find((item) => texts.every((text) => item.includes(fold(text))));
}

/**
 * Whether a thumb could touch the thing now: `covered`: something lies over its middle; `outside`: its middle is not in the
 * window, or less than 24 pixels of it are (WCAG 2.2, 2.5.8).
 */
export type Sight = 'in sight' | 'covered' | 'outside';
const LEAST_TARGET_PX = 24;
/** Frames of the browser in which nothing has moved. */
const FRAMES_AT_REST = 10;

/** Asked once the thing has come to rest: a page that scrolls to it is given the time. */
export async function sightOf(target: Target): Promise<Sight | null> {
  let before: string | undefined;
  for (let still = 0; still < FRAMES_AT_REST; ) {
    await new Promise(requestAnimationFrame);
    const { left, top } = find(target)?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const now = `${left} ${top}`;
    still = now === before ? still + 1 : 0;
    before = now;
  }
  const element = find(target);
  return element === null ? null : sightNow(element);
}

function sightNow(element: Element): Sight {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (Math.min(width, height) < LEAST_TARGET_PX || x < 0 || y < 0 || x >= innerWidth || y >= innerHeight)
    return 'outside';
  const over = document.elementFromPoint(x, y);
  return over !== null && (element.contains(over) || over.contains(element)) ? 'in sight' : 'covered';
}

/** As a person does it in the list that the system shows. */
export function chooseEntry(target: Target, value: string): void {
  const select = find(target);
  if (!(select instanceof HTMLSelectElement)) throw new Error('this is no list of the system');
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

export function names(target: Target): string[] {
  return findAll(target).map(nameOf);
}

/** Texts of the page that are exactly one of `words` and stand alone in their element. */
function words<W extends string>(root: Element, wanted: readonly W[]): W[] {
  const found: W[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (!perceivable(element)) continue;
    const own = [...element.childNodes].filter((child) => child instanceof Text).map((child) => child.data);
    const word = wanted.find((candidate) => candidate === fold(own.join('')));
    if (word !== undefined && roleOf(element) !== 'button') found.push(word);
  }
  return found;
}

function readRow(row: Element): TransferRow {
  const text = fold(textOf(row));
  const states = words(row, STATES);
  const state = states[0];
  if (state === undefined || states.length > 1)
    throw new Error(`the transfer says ${states.length === 0 ? 'no state' : states.join(' and ')}: ${text}`);
  const bar = [...row.querySelectorAll('*')].find((element) => roleOf(element) === 'progressbar');
  const value = bar?.getAttribute('aria-valuenow') ?? null;
  return {
    text,
    state,
    progress: value === null ? undefined : Number(value),
    path: words(row, ['Direct', 'Relayed'] as const)[0],
    verified: words(row, ['Verified'] as const).length > 0,
    buttons: [...row.querySelectorAll('*')]
      .filter((element) => ['button', 'link'].includes(roleOf(element) ?? '') && perceivable(element))
      .map(nameOf),
  };
}

export function transfers(): TransferRow[] {
  return rows().map(readRow);
}

export function transfer(query: RowQuery): TransferRow | null {
  const row = rowFor(query);
  return row === undefined ? null : readRow(row);
}

export function devices(): string[] {
  return names({ role: 'button', in: { role: 'list', name: 'Devices' } });
}

const question = () => findAll({ role: ['dialog', 'alertdialog'], name: 'Incoming files' })[0];

export function offer(): OfferScreen | null {
  const dialog = question();
  if (dialog === undefined) return null;
  const boxes = [...dialog.querySelectorAll('*')].filter((element) => roleOf(element) === 'checkbox');
  return { text: fold(textOf(dialog)), checkboxes: boxes.map(nameOf) };
}

const ASKED = 'screenAsked';

/** Remembers the offer on the screen, for the probe `answered`: the next offer may look the same. */
export function rememberOffer(): void {
  Reflect.set(globalThis, ASKED, question());
}

export function status(): Status | null {
  for (const region of findAll({ role: 'status' })) {
    const word = (['Online', 'Reconnecting', 'Offline'] as const).find((candidate) =>
      new RegExp(`\\b${candidate}\\b`, 'u').test(textOf(region)),
    );
    if (word !== undefined) return word;
  }
  return null;
}

export function hasFocus(target: Target): boolean {
  return document.activeElement !== null && document.activeElement === find(target);
}

/** The HTML of controls that assistive technology could only call "button". */
export function namelessControls(): string[] {
  return [...document.querySelectorAll('*')]
    .filter((element) => ['button', 'link', 'checkbox', 'textbox', 'progressbar'].includes(roleOf(element) ?? ''))
    .filter((element) => perceivable(element) && nameOf(element) === '')
    .map((element) => element.outerHTML.slice(0, 200));
}

/** All text of the page, for error messages. */
export function everything(): string {
  return fold(textOf(document.body));
}

const SEND_NOW: Target = { role: 'button', name: 'Send now' };

/** What can be waited for. Each gives null until it is there. */
const PROBES = {
  find: (target: Target) => (find(target) === null ? null : true),
  gone: (target: Target) => (find(target) === null ? true : null),
  offer,
  offerOf: (name: string) => (offer()?.text.includes(name) ? offer() : null),
  answered: () => (question() !== undefined && question() === Reflect.get(globalThis, ASKED) ? null : true),
  status: (wanted: Status) => (status() === wanted ? wanted : null),
  device: (name: string) => devices().find((device) => beginsWith(device, name)) ?? null,
  noDevice: (name: string) => (devices().some((device) => beginsWith(device, name)) ? null : true),
  /** A send that can still be undone, or has left in the meantime. */
  departing: (rowsThen: number) => (find(SEND_NOW) !== null ? 'waits' : rows().length >= rowsThen ? 'left' : null),
  rowCount: (least: number) => (rows().length >= least ? rows().length : null),
  row: ({ query, states, progress }: { query: RowQuery; states: readonly State[]; progress: number }) => {
    const row = transfer(query);
    return row !== null && states.includes(row.state) && (row.progress ?? 0) >= progress ? row : null;
  },
  text: (wanted: string) => (everything().includes(fold(wanted)) ? true : null),
  listed: ({ list, texts }: InList) => itemWith(list, texts) ?? null,
  unlisted: ({ list, texts }: InList) => (itemWith(list, texts) === undefined ? true : null),
} as const;
export type Probes = typeof PROBES;

/**
 * Resolves with what the probe finds, as soon as the page has changed to fit; with null after `timeoutMs`. A page can
 * also become right without a change of its tree (a style, a dialog's top layer), hence the animation frame.
 */
export function waitFor<P extends keyof Probes>(
  probe: P,
  argument: Parameters<Probes[P]>[0],
  timeoutMs: number,
): Promise<unknown> {
  const ask = PROBES[probe] as (argument: unknown) => unknown;
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      observer.disconnect();
      clearTimeout(timer);
      settle();
    };
    const look = () => {
      try {
        const found = ask(argument);
        if (found !== null) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const observer = new MutationObserver(() => {
      look();
      requestAnimationFrame(look);
    });
    const timer = setTimeout(() => finish(() => resolve(null)), timeoutMs);
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
}

export function isChecked(target: Target): boolean {
  const box = find(target);
  return box instanceof HTMLInputElement ? box.checked : box?.getAttribute('aria-checked') === 'true';
}
