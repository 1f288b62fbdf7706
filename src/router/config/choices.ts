/** Choices of the configuration on which other rooms act: only what may be chosen. */

/**
 * Ports on which what comes back may enter: those that were sent to, or any. The first is the default. See
 * `net/nft.ts`.
 */
export const NAT_KINDS = ['port-restricted', 'full-cone'] as const;
export type NatKind = (typeof NAT_KINDS)[number];

/** What `nat` does with its rules. */
export const NAT_ACTIONS = ['print', 'apply', 'remove'] as const;
export type NatAction = (typeof NAT_ACTIONS)[number];

/** What `dns` does with its configuration. */
export const DNS_ACTIONS = ['print'] as const;
export type DnsAction = (typeof DNS_ACTIONS)[number];

/** What `board` does. */
export const BOARD_ACTIONS = ['list', 'pin', 'hide', 'remove'] as const;
export type BoardAction = (typeof BOARD_ACTIONS)[number];

/** Paths of the operator's certificate and key, both PEM. */
export type PairFiles = { readonly cert: string; readonly key: string };

/** What makes a machine a box, and keeps it one (`box`). `client` is not for people. */
export const BOX_COMMANDS = ['setup', 'doctor', 'undo', 'links', 'watch', 'client'] as const;
export type BoxCommand = (typeof BOX_COMMANDS)[number];
