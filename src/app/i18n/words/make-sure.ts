/** Words of "make sure". */
import type { WhyNotCompared } from '../../../engine/api/comparison-view.ts';

/** A heading, and a sentence below it. */
type Said = { readonly title: string; readonly help: string };

/** `{name}`: the other person. */
export type MakeSureWords = {
  readonly button: string;
  readonly ways: Said &
    Readonly<Record<'compare' | 'compareHelp' | 'photo' | 'photoHelp' | 'mine' | 'mineHelp', string>>;
  /** The same, when it shows only from their code who they are. */
  readonly waysAny: Said;

  readonly calling: Said;
  readonly asking: Said;
  readonly asked: Said & { readonly accept: string; readonly notNow: string };
  readonly agreed: Said;
  readonly code: Said &
    Readonly<Record<'pictures' | 'number' | 'same' | 'different' | 'saidHere' | 'saidThere', string>>;
  readonly known: Readonly<Record<'title' | 'help' | 'oneSided' | 'label' | 'labelHint' | 'done', string>>;

  readonly different: Readonly<
    Record<'title' | 'me' | 'peer' | 'broken' | 'unproven' | 'other' | 'nothingSent' | 'what', string>
  > & {
    readonly steps: readonly string[];
  };
  readonly block: string;
  readonly failed: Readonly<Record<Exclude<WhyNotCompared, 'unproven' | 'broken'>, Said>>;

  readonly mine: Said & { readonly picture: string };
  readonly photo: Said & Readonly<Record<'take' | 'looking', string>>;
  readonly noPerson: Readonly<
    Record<'nothing' | 'unreadable' | 'missing' | 'foreign' | 'own' | 'absent' | 'blocked', Said>
  >;

  readonly again: string;
  readonly cancel: string;
  readonly close: string;
};
