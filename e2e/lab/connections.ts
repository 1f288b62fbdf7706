/**
 * Runs in the page (`drive/page/inject.ts` brings it there). `remember`, before the app's own scripts, keeps every
 * RTCPeerConnection that the page makes; `report` asks them for their candidates. The app knows nothing of this.
 */

export type CandidateType = 'host' | 'srflx' | 'prflx' | 'relay';
export type Candidate = {
  readonly type: CandidateType;
  /** Empty when the browser hides it (mDNS), or has learned it only from the other side's checks. */
  readonly address: string;
  readonly port: number;
};
export type Pair = { readonly local: Candidate; readonly remote: Candidate };
export type ConnectionReport = {
  /** The pair that carries the connection; `null` while there is none. */
  readonly pair: Pair | null;
  /** All candidates of this side. */
  readonly candidates: readonly Candidate[];
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly connectedAt: number | null;
  /** True for a further connection that carries only bulk frames (`protocol/README.md`): it has no control channel. */
  readonly isLane: boolean;
};

type Remembered = {
  readonly connection: RTCPeerConnection;
  readonly madeAt: number;
  connectedAt: number | null;
  isLane: boolean;
};
type Stat = { readonly [field: string]: unknown };

const KEY = 'labConnections';

/** Uses a proxy, so `instanceof` and everything else stays as it was. */
export function remember(): void {
  if (typeof RTCPeerConnection === 'undefined') return;
  const connections: Remembered[] = [];
  Object.defineProperty(globalThis, KEY, { value: connections });
  globalThis.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, words, newTarget) {
      const connection = Reflect.construct(target, words, newTarget) as RTCPeerConnection;
      const remembered: Remembered = { connection, madeAt: Date.now(), connectedAt: null, isLane: true };
      const createDataChannel = connection.createDataChannel.bind(connection);
      connection.createDataChannel = (label, init) => {
        if (label === 'control') remembered.isLane = false;
        return createDataChannel(label, init);
      };
      connection.addEventListener('iceconnectionstatechange', () => {
        if (connection.iceConnectionState === 'connected') remembered.connectedAt ??= Date.now();
      });
      connections.push(remembered);
      return connection;
    },
  });
}

/** The open connections, the oldest first. */
export function report(): Promise<readonly ConnectionReport[]> {
  const connections = (Reflect.get(globalThis, KEY) ?? []) as readonly Remembered[];
  return Promise.all(connections.filter(({ connection }) => connection.connectionState !== 'closed').map(describe));
}

async function describe({ connection, madeAt, connectedAt, isLane }: Remembered): Promise<ConnectionReport> {
  const stats = new Map<unknown, Stat>();
  (await connection.getStats()).forEach((stat: Stat) => {
    stats.set(stat['id'], stat);
  });
  const all = [...stats.values()];
  const transport = all.find(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId);
  // Firefox itself marks the selected pair.
  const chosen =
    stats.get(transport?.['selectedCandidatePairId']) ??
    all.find(({ type, selected }) => type === 'candidate-pair' && selected === true);
  const pair = chosen && {
    local: candidate(stats.get(chosen['localCandidateId'])),
    remote: candidate(stats.get(chosen['remoteCandidateId'])),
  };
  const candidates = all.filter(({ type }) => type === 'local-candidate').map(candidate);
  return { pair: pair ?? null, candidates, madeAt, connectedAt, isLane };
}

function candidate(stat: Stat | undefined): Candidate {
  return {
    type: String(stat?.['candidateType']) as CandidateType,
    address: String(stat?.['address'] ?? ''),
    port: Number(stat?.['port'] ?? 0),
  };
}
