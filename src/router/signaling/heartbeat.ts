/** Whether the other side of a socket is there: hello in time, then a sign of life at least every two heartbeats. */

type HeartbeatTimes = {
  /** In milliseconds from the opening of the socket. */
  readonly helloMs: number;
  readonly heartbeatMs: number;
};

type Heartbeat = {
  /** Something came. */
  heard(): void;
  stop(): void;
};

/**
 * Calls `ask` when it was quiet for one heartbeat, and `silent`, once, when that had no answer either, or hello did not
 * come.
 */
export function startHeartbeat(times: HeartbeatTimes, ask: () => void, silent: () => void): Heartbeat {
  let asked = true; // One that has not said hello is not asked first.
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
