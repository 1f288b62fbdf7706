/** How STUN and TURN of this router are, for operators and programs. */
export type TurnStatus = {
  readonly state: 'running' | 'off' | 'failed';
  readonly reason?: string;
  /** Why it is off, for programs. `state` and `reason` say the rest. */
  readonly cause?: 'not-installed' | 'switched-off' | 'no-network' | 'starting';
  /** Connections that are relayed now; of this router's own coturn only. */
  readonly allocations?: number;
};
