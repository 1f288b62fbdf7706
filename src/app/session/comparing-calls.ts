/** What people do to make sure of each other, passed on to the engine. */
import type { HeldEngine } from '../engine/held-engine.ts';
import type { Model } from '../model/model.ts';
import type { EngineNews } from './engine-news.ts';
import type { Whom } from './whom.ts';

type ComparingCalls = Pick<Model, 'comparison' | 'compare' | 'compared'>;

export function comparingCalls(engine: HeldEngine, news: EngineNews, whom: Whom): ComparingCalls {
  return {
    comparison: news.comparison,
    compare(peer) {
      whom.wanted(peer);
      engine.get().post({ type: 'compare', peer, peerName: whom.nameOf(peer) });
    },
    compared: (peer, verdict) => engine.get().post({ type: 'compared', peer, verdict }),
  };
}
