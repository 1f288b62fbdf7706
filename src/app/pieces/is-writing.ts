/** Keys that belong to the word which is being composed in Japanese, Chinese or Korean. */

/**
 * True when Enter ends the composition and Escape gives it up. Safari tells its end before the key, whose code 229 is then
 * all that is left of it (UI Events, "Determine keydown / keyup keyCode").
 */
export const isWriting = ({ isComposing, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === 229;
