/** Types of texts that have several forms. */

export type { Forms } from '../../../languages/forms.ts';
/** One text for the device that sends, one for the device that receives. */
export type BothSides = { readonly sending: string; readonly receiving: string };
