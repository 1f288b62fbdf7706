/**
 * What the two ends of a bridged channel say to each other, besides the channel's own messages, which are text and
 * buffers. Both ends are built together: anything else is a bug, which throws and does nothing to the channel.
 */

/** What the page's end reports. `left`: bytes that have left this device, in all. */
export type BridgeReport =
  | { readonly bridge: 'opened' }
  | { readonly bridge: 'closed' }
  | { readonly bridge: 'left'; readonly left: number };

/** The engine's end sends this order, the only one, to close the channel. */
export const BRIDGE_CLOSE = { bridge: 'close' } as const;

class BridgeFault extends Error {
  override readonly name = 'BridgeFault';
}

/** Throws `BridgeFault` unless it is a message for the channel or `BRIDGE_CLOSE`. */
export function parseBridgeOrder(data: unknown): string | ArrayBuffer | typeof BRIDGE_CLOSE {
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data;
  const [bridge, ...more] = fields(data);
  if (bridge === BRIDGE_CLOSE.bridge && more.length === 0) return BRIDGE_CLOSE;
  throw new BridgeFault('no message for a bridged channel');
}

/** Throws `BridgeFault` unless it is a message that has come over the channel or a report. */
export function parseBridgeReport(data: unknown): string | ArrayBuffer | BridgeReport {
  if (typeof data === 'string' || data instanceof ArrayBuffer || isLeft(data)) return data;
  const [bridge, ...more] = fields(data);
  if ((bridge === 'opened' || bridge === 'closed') && more.length === 0) return { bridge };
  throw new BridgeFault('no report of a bridged channel');
}

/** Comes with every message that leaves, so it is taken as it is. */
function isLeft(data: unknown): data is Extract<BridgeReport, { readonly bridge: 'left' }> {
  if (typeof data !== 'object' || data === null || !('bridge' in data) || !('left' in data)) return false;
  return data.bridge === 'left' && typeof data.left === 'number' && Object.keys(data).length === 2;
}

/** The value of `bridge`, and those of all other fields. */
function fields(data: unknown): readonly unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  const { bridge, ...more } = data as { readonly bridge?: unknown };
  return [bridge, ...Object.values(more)];
}
