/** Types of texts that have several forms. */

/** One text per plural category of the language (CLDR); `#` is the number. */
export type Forms = { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string };
/** One text for the device that sends, one for the device that receives. */
export type BothSides = { readonly sending: string; readonly receiving: string };
