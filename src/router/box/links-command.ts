/** `hikyaku links up|down`: what `hikyaku-links.service` runs. */
import { Problem } from '../config/problem.ts';
import { linksDown, linksUp } from './links/links.ts';
import { decidedNow } from './state/decided.ts';

export async function linksCommand(
  action: string | undefined,
  { print, complain }: { readonly print: (line: string) => void; readonly complain: (line: string) => void },
): Promise<number> {
  if (action !== 'up' && action !== 'down') throw new Problem('links: expected links up or links down');
  const outcome = action === 'down' ? await linksDown() : await up();
  if ('problem' in outcome) {
    complain(outcome.problem);
    return 1;
  }
  for (const line of outcome.absent) print(line);
  return 0;
}

async function up(): ReturnType<typeof linksUp> {
  const decided = decidedNow();
  if (decided.is === 'nothing') return { problem: 'this machine is not set up: hikyaku setup' };
  if (decided.is === 'unreadable') return { problem: decided.problems.join('; ') };
  return linksUp(decided);
}
