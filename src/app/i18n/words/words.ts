/**
 * All that the app says, as plain data: each language has what the first screen needs in one chunk, and all the rest in
 * a second one.
 */
import type { BoardWords } from './board.ts';
import type { ChoiceWords } from './choice.ts';
import type { ClosedWords } from './closed.ts';
import type { FailureWords } from './failures.ts';
import type { FirstWords } from './first-screen.ts';
import type { ForgetWords } from './forget.ts';
import type { GroupWords } from './group.ts';
import type { HereWords } from './here.ts';
import type { InboxWords } from './inbox.ts';
import type { MakeSureWords } from './make-sure.ts';
import type { CarriedWords, MessageWords } from './messages.ts';
import type { OfferWords } from './offers.ts';
import type { OngoingWords } from './ongoing.ts';
import type { BlockingWords, PersonWords } from './person.ts';
import type { PreviewWords } from './preview.ts';
import type { ReportingWords } from './reporting.ts';
import type { SharedWords } from './shared.ts';
import type { TransferWords } from './transfers.ts';
import type { TroubleWords } from './trouble.ts';
import type { WarningWords } from './warning.ts';

export type LateWords = ChoiceWords &
  OfferWords &
  TransferWords &
  FailureWords & {
    readonly inbox: InboxWords;
    readonly messages: MessageWords;
    readonly carried: CarriedWords;
    readonly onBoard: BoardWords;
    readonly closed: ClosedWords;
    readonly warning: WarningWords;
    readonly person: PersonWords;
    readonly blocking: BlockingWords;
    /** Who is known or blocked could not be stored. */
    readonly notKept: string;
    readonly group: GroupWords;
    readonly makeSure: MakeSureWords;
    readonly forget: ForgetWords;
    readonly reporting: ReportingWords;
    readonly shared: SharedWords;
    readonly here: HereWords;
    readonly trouble: TroubleWords;
    readonly ongoing: OngoingWords;
    readonly preview: PreviewWords;
  };

export type Words = FirstWords & LateWords;
