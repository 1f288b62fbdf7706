/**
 * The receiving side of one transfer as a value: `(state, event) -> [state, effects]`. It knows no channel, storage or
 * clock. `saved` is reachable only from `verifying`: every accepted byte arrived in its place, was stored, and matched
 * the digests of its block and of its file. After an interruption stored bytes are kept, and the transfer goes on from
 * there when its sender offers it again.
 */
import type { Attention, ManifestEntry, Ranges } from '../protocol/peer.ts';
import { collect, entriesOf } from './collecting.ts';
import { totalBytes } from './manifest.ts';
import { took } from './pictures.ts';
import { seek } from './plan.ts';
import { expand, fits } from './ranges.ts';
import { flow } from './receiving-flow.ts';
import { fail, halt, RELEASE, reopen, stop, type Underway, unforeseen, violation } from './receiving-halt.ts';
import type {
  Agreement,
  Announcement,
  Inflow,
  Receiving,
  ReceivingEffect,
  ReceivingEvent,
  ReceivingStep,
} from './receiving-state.ts';

export type * from './receiving-state.ts';

export function startReceiving(announcement: Announcement): Receiving {
  return { phase: 'announced', announcement, collected: undefined };
}

/** A transfer that an earlier visit to this page did not finish. */
export function resumeReceiving(agreement: Agreement): Receiving {
  return { phase: 'interrupted', agreement, cause: 'connection-lost', isPaused: false };
}

/** `entries`: the files of an offer that `ranges` names. */
export function agreementOn(entries: readonly ManifestEntry[], ranges: Ranges): Agreement {
  return { ranges, files: expand(ranges), entries, totalBytes: totalBytes(entries) };
}

/** One step of the receiving side. Events without a meaning in a state leave it unchanged. */
export function receiving(now: Receiving, event: ReceivingEvent): ReceivingStep {
  switch (now.phase) {
    case 'saved':
      return [now, event.type === 'offered-again' ? [{ type: 'tell-complete', digest: now.digest }, RELEASE] : []];
    case 'cancelled':
      return [now, event.type === 'offered-again' ? [{ type: 'tell-cancel' }, RELEASE] : []];
    case 'declined':
      return [now, event.type === 'offered-again' ? [{ type: 'tell-decline' }, RELEASE] : []];
    case 'failed':
      return [now, event.type === 'offered-again' ? [{ type: 'tell-fail', reason: now.reason }, RELEASE] : []];
    case 'verifying':
      return verifying(now.agreement, now, event);
    default:
      return underway(now, event);
  }
}

/** Everything is here: events at the other side or on the link no longer matter. */
function verifying(
  agreement: Agreement,
  now: Extract<Receiving, { readonly phase: 'verifying' }>,
  event: ReceivingEvent,
): ReceivingStep {
  switch (event.type) {
    case 'sealed':
      return [
        { phase: 'saved', agreement, digest: event.digest },
        [{ type: 'tell-complete', digest: event.digest }, RELEASE],
      ];
    case 'store-failed':
      return fail(now, event.failure);
    default:
      return [now, []];
  }
}

function underway(now: Underway, event: ReceivingEvent): ReceivingStep {
  switch (event.type) {
    case 'cancel-pressed':
      return stop({ phase: 'cancelled', by: 'me' }, { type: 'tell-cancel' });
    case 'peer-cancelled':
      return stop({ phase: 'cancelled', by: 'peer' });
    case 'peer-failed':
      return halt(now, event.reason);
    case 'link-lost':
      // An interrupted transfer keeps its first cause: a failed attempt to meet again is no news.
      return now.phase === 'interrupted' ? [now, []] : halt(now, event.cause);
    case 'store-failed':
      return fail(now, event.failure);
    case 'digest-mismatched':
      return fail(now, 'digest-mismatch');
    case 'violated':
      return violation(now);
    default:
      return inPhase(now, event);
  }
}

function inPhase(now: Underway, event: ReceivingEvent): ReceivingStep {
  switch (now.phase) {
    case 'announced':
      return announced(now, event);
    case 'offered':
      return answer(now, event);
    case 'opening':
      return opening(now, event);
    case 'receiving':
      return flow(now, event);
    case 'interrupted':
      return interrupted(now, event);
  }
}

function announced(now: Extract<Receiving, { readonly phase: 'announced' }>, event: ReceivingEvent): ReceivingStep {
  switch (event.type) {
    case 'manifest': {
      const { files, bytes, pictures, note } = now.announcement;
      const collected = collect(now.collected, event.first, event.entries);
      if (!collected || collected.count > files) return violation(now);
      if (collected.count < files) return [{ ...now, collected }, []];
      const entries = entriesOf(collected);
      if (totalBytes(entries) !== bytes) return violation(now);
      const attention: Attention = 'delivered';
      const said = { ...(pictures && { pictures }), ...(note !== undefined && { note }) };
      return [{ phase: 'offered', said, entries, attention, isSilent: false }, [{ type: 'tell-attention', attention }]];
    }
    case 'refused':
      return fail(now, event.reason);
    default:
      return unforeseen(now, event);
  }
}

type Offered = Extract<Receiving, { readonly phase: 'offered' }>;

/** Pictures that were under way when the link was lost are asked for again: once on each link. */
function again(now: Offered, isNewLink: boolean): ReceivingStep {
  const tell: ReceivingEffect = { type: 'tell-attention', attention: now.attention };
  if (!now.looked || !isNewLink) return [{ ...now, isSilent: false }, [tell]];
  return [{ ...now, isSilent: false, looked: [] }, [tell, { type: 'tell-look' }]];
}

function look(now: Offered, { file, jpeg }: Extract<ReceivingEvent, { readonly type: 'picture' }>): ReceivingStep {
  const looked = now.looked && jpeg && took(now.looked, file, now.entries);
  if (!looked || !jpeg) return violation(now);
  return [{ ...now, looked: looked.taken }, looked.isShown ? [{ type: 'show-picture', file, jpeg }] : []];
}

function answer(now: Offered, event: ReceivingEvent): ReceivingStep {
  switch (event.type) {
    case 'decline-pressed':
      return stop({ phase: 'declined' }, { type: 'tell-decline' });
    case 'noticed':
      // An offer that was seen stays seen, even if the screen goes dark again.
      if (event.attention === now.attention || now.attention === 'seen') return [now, []];
      return [{ ...now, attention: event.attention }, [{ type: 'tell-attention', attention: event.attention }]];
    case 'offered-again':
      // The sender noticed before this side that the link was lost, and knows nothing of this side's person.
      return again(now, event.isNewLink);
    case 'look-asked':
      if (now.looked || !now.said.pictures) return [now, []];
      return [{ ...now, looked: [] }, [{ type: 'tell-look' }]];
    case 'picture':
      return look(now, event);
    case 'fell-silent':
      return [{ ...now, isSilent: true }, []];
    case 'heard-again':
      return [{ ...now, isSilent: false }, []];
    case 'accept-pressed': {
      if (now.isSilent) return [now, []]; // the button was about to be disabled
      if (!fits(event.files, now.entries.length)) return [now, []];
      const entries = expand(event.files).flatMap((file) => now.entries[file] ?? []);
      const agreement = agreementOn(entries, event.files);
      return [{ phase: 'opening', agreement, isPaused: false }, [{ type: 'open-store', agreement }]];
    }
    default:
      return unforeseen(now, event);
  }
}

function opening(now: Extract<Receiving, { readonly phase: 'opening' }>, event: ReceivingEvent): ReceivingStep {
  const { agreement, isPaused } = now;
  switch (event.type) {
    case 'store-opened': {
      const { at, offset, bytes } = seek(agreement.entries, event.have.blocks);
      const inflow: Inflow = { at, offset, begunBytes: bytes, storedBytes: bytes, toldBytes: bytes, pending: 0 };
      return [
        { phase: 'receiving', agreement, isPaused, sender: 'due', flow: inflow },
        [{ type: 'tell-accept', files: agreement.ranges, have: event.have }],
      ];
    }
    case 'peer-paused':
      return [{ ...now, isPaused: true }, []];
    case 'peer-resumed':
      return [{ ...now, isPaused: false }, []];
    default:
      return unforeseen(now, event); // pending steps of an earlier flow report, and offers are repeated
  }
}

function interrupted(now: Extract<Receiving, { readonly phase: 'interrupted' }>, event: ReceivingEvent): ReceivingStep {
  const { agreement } = now;
  switch (event.type) {
    case 'offered-again':
      return reopen(agreement);
    case 'met-another':
      return [{ ...now, cause: 'unproven' }, []]; // stored bytes wait for the right device
    case 'resume-pressed':
      return [{ ...now, isPaused: false }, [{ type: 'ask-resume' }]];
    default:
      return [now, []];
  }
}
