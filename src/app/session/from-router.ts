/** Passes each message of the router to its recipient. */
import type { Links } from '../net/links.ts';
import type { SignalingListener } from '../net/signaling-client.ts';
import type { Neighbourhood } from './neighbourhood.ts';

type Ears = {
  readonly links: Links;
  readonly neighbourhood: Neighbourhood;
  /** The devices in reach may have changed. */
  readonly changed: () => void;
};

export function fromRouter(
  message: Parameters<SignalingListener['message']>[0],
  { links, neighbourhood, changed }: Ears,
): void {
  switch (message.type) {
    case 'welcome':
      neighbourhood.welcomed(message);
      changed();
      links.online();
      return;
    case 'delta':
      neighbourhood.changed(message);
      changed();
      return;
    case 'ice':
      links.ice(message);
      return;
    case 'signal':
      links.signalled(message);
      return;
    case 'unreachable':
      links.unreachable(message);
      return;
  }
}
