/** What the bag is told of the router at which this page is, out of what the page knows of its connection. Pure, but for what it was told. */
import type { SituationMessage } from '../../bag/api/api.ts';
import type { RouterIdentity } from '../../protocol/signaling.ts';
import type { Connection } from '../model/model.ts';

type AtRouter = Extract<SituationMessage, { readonly type: 'router' }>;

/** `base`: the address of the page up to the last slash. */
export function whereabouts(base: string): (state: Connection, own: RouterIdentity | undefined) => AtRouter {
  let at: AtRouter = { type: 'router', router: undefined };
  let again = 0;
  let wasLost = false;
  return (state, own) => {
    if (state === 'online' && own) {
      // The same network took the page's socket away: the line of the bag may be as dead, and nothing would tell it.
      if (wasLost) again += 1;
      wasLost = false;
      at = { type: 'router', router: { ...own, base }, again };
    } else if (state === 'connecting' || state === 'reconnecting') {
      // While the page only looks for its router, the line of the bag may still stand.
      wasLost ||= state === 'reconnecting';
    } else at = { type: 'router', router: undefined };
    return at;
  };
}
