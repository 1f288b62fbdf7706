/** Words of the board. */
import type { Topic } from '../../../words/post.ts';
import type { Forms } from './forms.ts';

export type BoardWords = {
  readonly posts: string;
  readonly newPost: string;
  /** The field, what it is for, and its button. */
  readonly post: string;
  readonly publish: string;
  readonly everyone: string;
  readonly reply: string;
  readonly sendReply: string;
  readonly replies: Forms;

  readonly topic: string;
  readonly allTopics: string;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly find: string;
  readonly noneFits: string;

  readonly pinned: string;
  readonly own: string;
  readonly somebody: string;
  /** `{date}`. */
  readonly until: string;
  /** How long a post shall stand. */
  readonly lasts: string;

  /** A list of people, or a table, is about to be read by everybody. */
  readonly personal: string;
  readonly personalHelp: string;
  readonly anyway: string;
  readonly change: string;

  readonly takeBack: string;
  readonly takeBackAsk: string;

  readonly empty: string;
  readonly emptyHelp: string;
  readonly off: string;
  readonly away: string;
  readonly waiting: string;
  readonly notWhole: string;
  readonly gone: string;
};
