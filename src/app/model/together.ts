/** What was said as one, a text and its files, and comes in parts: shown as one, its text first, whatever came first. Pure. */
import type { AttachmentView, MessageView, Progress } from '../../bag/api/views.ts';
import type { EventId } from '../../protocol/event.ts';

/** A file of a message in parts: `of` is the part to which it belongs. */
export type PartAttachment = AttachmentView & { readonly of?: EventId };

/** A message as it is shown. It stands where, and has the id with which, the first part of it came. */
export type WholeMessage = Omit<MessageView, 'attachments'> & {
  readonly attachments: readonly PartAttachment[];
  /** In the order of their author; absent of what was said alone. */
  readonly parts?: readonly MessageView[];
  /** Others of its parts have not come. */
  readonly isLacking?: true;
};

export const partsOf = (message: WholeMessage): readonly MessageView[] => message.parts ?? [message];

/** How much each asks of the person here: of several, the first of these is said of the whole. */
const WORST: readonly Progress[] = ['refused', 'undelivered', 'sending', 'kept', 'left', 'carried', 'arrived'];

/** `messages`: with one person, the oldest first. Of `before`, what has not changed is taken over as it is. */
export function joined(
  messages: readonly MessageView[],
  before: readonly WholeMessage[] = [],
): readonly WholeMessage[] {
  const groups = new Map<string, MessageView[]>();
  for (const message of messages) {
    const { id, direction, together } = message;
    const key = together === undefined ? id : `${direction} ${together.id}`;
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  const known = new Map(before.map((one) => [one.id, one]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    if (first.together === undefined) return first;
    const parts = group.sort((a, b) => (a.together?.at ?? 0) - (b.together?.at ?? 0));
    const same = known.get(first.id);
    const isSame = same?.parts?.length === parts.length && same.parts.every((part, at) => part === parts[at]);
    return isSame ? same : wholeOf(first, parts);
  });
}

function wholeOf({ isNew, progress, why, ...first }: MessageView, parts: readonly MessageView[]): WholeMessage {
  const worst = [...parts].sort((a, b) => rank(a) - rank(b))[0];
  const { of = 0 } = first.together ?? {};
  return {
    ...first,
    text: parts.flatMap(({ text }) => text || []).join('\n'),
    attachments: parts.flatMap(({ id, attachments }) => attachments.map((file) => ({ ...file, of: id }))),
    ...(parts.some((part) => part.isNew) && { isNew: true }),
    ...(worst?.progress && { progress: worst.progress }),
    ...(worst?.why && { why: worst.why }),
    parts,
    ...(first.direction === 'received' && parts.length < of && { isLacking: true }),
  };
}

const rank = ({ progress }: MessageView): number => (progress === undefined ? WORST.length : WORST.indexOf(progress));

/** How far its parts have come: together what is the same of several, in the order of their author. */
export function standingOf(message: WholeMessage): readonly (readonly MessageView[])[] {
  const groups = new Map<string, MessageView[]>();
  for (const part of partsOf(message)) {
    const key = `${part.progress} ${part.why}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()];
}
