/** Forgetting everything: there before anybody presses, because what keeps the app is removed, too. */
import { late } from '../late/late.tsx';

const button = late(async () => (await import('../late/later.ts')).Forget, null);
const end = late(async () => (await import('../late/later.ts')).Forgotten, <main class="page" aria-busy="true" />);

export function fetchForget(): void {
  button.fetch();
  end.fetch();
}

export const LateForget = button.Late;
export const LateForgotten = end.Late;
