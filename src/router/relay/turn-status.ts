/** The state of STUN and TURN on this router, for operators and programs. */
export type TurnStatus = {
  readonly state: 'running' | 'off' | 'failed';
  readonly reason?: string;
  /** Why it is off, for programs. `state` and `reason` say the rest for people. */
  readonly cause?: 'not-installed' | 'switched-off' | 'no-network' | 'starting';
  /** Connections that are relayed now; only those of this router's own coturn. */
  readonly allocations?: number;
};
