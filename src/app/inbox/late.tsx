/** The inbox: received files are there after a transfer at the earliest. */
import { late } from '../late/late.tsx';

export const { fetch: fetchInbox, Late: LateInbox } = late(
  async () => (await import('../late/later.ts')).InboxScreen,
  <main class="page" aria-busy="true" />,
);
