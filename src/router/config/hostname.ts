/**
 * The name under which every router is reached: one origin, whichever router a phone has joined. `.internal` is set
 * aside for private networks (ICANN, 2024): nobody outside will ever own it.
 */
export const DEFAULT_HOSTNAME = 'hikyaku.internal';
