/** Words of the screen about this router and this device, of how to bring somebody in, and of looking for somebody among many. */
export type HereWords = Readonly<
  Record<
    /** On every screen, once a newer version waits. */
    | 'newVersion'
    | 'title'
    | 'device'
    | 'noInternet'
    | 'nobody'
    | 'bringTitle'
    /** The first of two steps, and the code for it. */
    | 'wifi'
    | 'wifiCode'
    | 'network'
    | 'password'
    | 'noPassword'
    /** The second step, or the only one. */
    | 'open'
    | 'openCode'
    | 'sameWifi'
    | 'copy'
    | 'copied'
    | 'notCopied'
    | 'share'
    /** Above what the share sheet sends. */
    | 'shareText'
    | 'report'
    | 'reportHelp',
    string
  >
> & {
  readonly find: Readonly<Record<'label' | 'hint' | 'found' | 'nobody', string>>;
  /** The switch for sound and vibration when something comes. */
  readonly chime: Readonly<Record<'loud' | 'help', string>>;
  /** Somebody comes from another address of the same router. `{name}`; `{address}`. */
  readonly takeOver: Readonly<Record<'ask' | 'help' | 'yes' | 'no', string>>;
  /** The other address of the same router. */
  readonly secure: Readonly<Record<'title' | 'works' | 'stays' | 'busy' | 'go' | 'trust', string>>;
  readonly extras: Readonly<
    Record<'install' | 'installHelp' | 'installByHand' | 'installByHandHelp' | 'tellMe' | 'tellMeHelp', string>
  >;
};
