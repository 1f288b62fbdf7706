/**
 * Checks that the other side of a socket is there: hello in time, then a sign of life at least every two heartbeats.
 */

type HeartbeatTimes = {
  /** In milliseconds from the opening of the socket. */
  readonly helloMs: number;
  readonly heartbeatMs: number;
};

type Heartbeat = {
  /** Call it for every frame that arrives. */
  heard(): void;
  stop(): void;
};

/** Calls `ask` after one quiet heartbeat, and `silent`, once, when there was no answer, or no hello in time. */
export function startHeartbeat(times: HeartbeatTimes, ask: () => void, silent: () => void): Heartbeat {
  let asked = true; // before hello there is no ping
  let timer = setTimeout(expire, times.helloMs);
  function expire(): void {
    if (asked) {
      silent();
      return;
    }
    asked = true;
    ask();
    timer = setTimeout(expire, times.heartbeatMs);
  }
  return {
    heard() {
      asked = false;
      clearTimeout(timer);
      timer = setTimeout(expire, times.heartbeatMs);
    },
    stop: () => clearTimeout(timer),
  };
}
