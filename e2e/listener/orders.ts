/** What the lab tells a listener to say, and what the listener hears in answer: one JSON object a line, both ways. */

/**
 * Opens a socket at the router and says these frames as they are. `nobody`: they are all it says. `itself`: it says hello
 * with its own key first.
 */
export type Replay = { readonly as: 'nobody' | 'itself'; readonly frames: readonly string[] };

export type Answer = {
  /** The id by which the router knows the listener. Absent: it was not welcome. */
  readonly self?: string;
  /** Code with which the router closed the socket. Absent: it did not. */
  readonly closed?: number;
  /** Types of all that the router said, in order. */
  readonly heard: readonly string[];
};
