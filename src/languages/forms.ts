/** Texts that depend on a number: one for each plural category of the language (CLDR). Pure. */

/** `#` is the number. */
export type Forms = { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** The text for this number, which is put in as `shown`. */
export function formFor(forms: Forms, category: Intl.LDMLPluralRule, shown: string): string {
  return (forms[category] ?? forms.other).replaceAll('#', shown);
}
