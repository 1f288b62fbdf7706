/** Words of the screen about this router and this device, and of the one that brings somebody in. */
export type HereWords = Readonly<Record<'title' | 'device', string>> & {
  /** The switch for sound and vibration when something comes. */
  readonly chime: Readonly<Record<'loud' | 'help', string>>;
};
