/** What the lab tells a hostile phone to do, and what it says of it: one JSON object a line, both ways. */

export type Order =
  /** `connections` TCP connections, each with `requests` pipelined GETs of `path`, whose answers are never read. */
  | { readonly do: 'pipeline'; readonly path: string; readonly connections: number; readonly requests: number }
  /** So many TCP connections that say nothing, or begin a request and never end it. Those that are closed come again. */
  | { readonly do: 'idle'; readonly connections: number }
  /**
   * Asks for a socket so often a second, from all our addresses in turn, as a page of the router's own would, but speaks no word on it: not even the close that a
   * refusal waits for.
   */
  | { readonly do: 'upgrade'; readonly perSecond: number }
  /** Pages that come and go without a word, in bursts of `visits`, each as another device. */
  | { readonly do: 'visits'; readonly visits: number }
  /** Pages that stay: as many sockets as the router lets us have, up to `sockets`, from so many of our addresses. */
  | { readonly do: 'seats'; readonly sockets: number; readonly addresses: number }
  /**
   * Calls everybody named in `victims`, as a new device every `everyMs` milliseconds, and never answers. `sdp`: with a
   * description that a browser takes, or with one that it throws out at once.
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
  /** Asks for `path` so often a second, on connections of its own. */
  | { readonly do: 'ask'; readonly path: string; readonly perSecond: number }
  /** Asks for `paths`, and for a socket, as a page of `host` would after its name was pointed at the router. */
  | { readonly do: 'rebind'; readonly host: string; readonly paths: readonly string[] }
  /** Stays for `forMs` as a device called `name`, then goes without a word, as a phone does in its file picker. */
  | { readonly do: 'stay'; readonly name: string; readonly forMs: number };

/** Sent on standard input: an order, or the word that it is enough. */
export type Word = Order | 'enough';

/** Counts what happens. The first count of all tells the lab that the attack is under way. */
export type Count = (what: string, times?: number) => void;

/** Whether the lab has said that it is enough; `word` resolves when it does. */
export type Enough = { readonly isSaid: boolean; readonly word: Promise<void> };

/** What is counted while an order is carried out, by name: connections made, calls sent, allocations granted, ... */
export type Tally = Readonly<Record<string, number>>;

/** Written on standard output. `underway`: the order has had its first effect, or was carried out whole. */
export type Said = { readonly said: 'ready' } | { readonly said: 'underway' } | { readonly said: 'over'; tally: Tally };
