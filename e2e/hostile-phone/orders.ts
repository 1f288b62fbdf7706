/** What the lab orders a hostile phone to do, and what it answers: one JSON object a line, both ways. */

export type Order =
  /** `connections` TCP connections, each with `requests` pipelined GETs of `path`, whose answers are never read. */
  | { readonly do: 'pipeline'; readonly path: string; readonly connections: number; readonly requests: number }
  /**
   * `connections` TCP connections that say nothing, or begin a request and never end it. Closed ones are opened again.
   */
  | { readonly do: 'idle'; readonly connections: number }
  /**
   * Requests `perSecond` sockets a second, from all our addresses in turn, as a page of the router would, but sends
   * nothing on them: not even the close frame that a refusal waits for.
   */
  | { readonly do: 'upgrade'; readonly perSecond: number }
  /** Pages that come and go without a goodbye, in bursts of `visits`, each as another device. */
  | { readonly do: 'visits'; readonly visits: number }
  /** `sockets` at a time, on each of which a hello is said that its key has not signed; then the next one. */
  | { readonly do: 'false-hellos'; readonly sockets: number }
  /** Pages that stay: as many sockets as the router allows, up to `sockets`, from `addresses` of our addresses. */
  | { readonly do: 'seats'; readonly sockets: number; readonly addresses: number }
  /**
   * Calls everybody named in `victims`, as a new device every `everyMs` milliseconds, and never answers. `sdp`: with a
   * description that a browser accepts, or with one that it rejects at once.
   */
  | {
      readonly do: 'calls';
      readonly victims: readonly string[];
      readonly everyMs: number;
      readonly addresses: number;
      readonly sdp: 'sound' | 'nonsense';
    }
  /** As `devices` devices, takes credentials for a call to `victim` and makes `allocations` relay allocations with them. */
  | {
      readonly do: 'allocate';
      readonly victim: string;
      readonly devices: number;
      readonly allocations: number;
      readonly addresses: number;
    }
  /** Requests `path` `perSecond` times a second, each on a new connection. */
  | { readonly do: 'ask'; readonly paths: readonly string[]; readonly perSecond: number }
  /** Requests `paths`, and a socket, as a page of `host` would after its name was pointed at the router. */
  | { readonly do: 'rebind'; readonly host: string; readonly paths: readonly string[] }
  /** Stays for `forMs` as a device called `name`, then goes without a goodbye, as a phone does in its file picker. */
  | { readonly do: 'stay'; readonly name: string; readonly forMs: number };

/** Sent on standard input: an order, or `enough` to stop. */
export type Word = Order | 'enough';

/** Counts events. The first count of all tells the lab that the attack is under way. */
export type Count = (what: string, times?: number) => void;

/** `isSaid`: the lab has said `enough`; `word` resolves when it does. */
export type Enough = { readonly isSaid: boolean; readonly word: Promise<void> };

/** What is counted while an order is carried out, by name: connections made, calls sent, allocations granted, ... */
export type Tally = Readonly<Record<string, number>>;

/** Written on standard output. `underway`: the order has had its first effect, or is already carried out. */
export type Said = { readonly said: 'ready' } | { readonly said: 'underway' } | { readonly said: 'over'; tally: Tally };
