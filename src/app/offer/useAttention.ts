/** How far an offer on this page has come with the person in front of it: the page is visible, and was touched. */
import { useEffect } from 'preact/hooks';
import type { Attention } from '../../protocol/peer.ts';

/** Events that only a person causes. Moves count too: a mouse that moves over the page is in somebody's hand. */
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Calls `tell` whenever that changes, as long as the component exists. */
export function useAttention(tell: (attention: Attention) => void): void {
  useEffect(() => {
    const look = () => tell(document.visibilityState === 'visible' ? 'ringing' : 'delivered');
    const touched = ({ isTrusted }: Event) => {
      if (!isTrusted || document.visibilityState !== 'visible') return;
      tell('seen');
      stop();
    };
    const stop = () => {
      document.removeEventListener('visibilitychange', look);
      for (const type of TOUCHES) removeEventListener(type, touched, true);
    };
    document.addEventListener('visibilitychange', look);
    for (const type of TOUCHES) addEventListener(type, touched, { capture: true, passive: true });
    look();
    return stop;
  }, []);
}
