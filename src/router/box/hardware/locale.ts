/** The country of the language that a machine speaks: worth proposing, never worth believing. */

/**
 * Of the variables of locale(7), in their order, then of /etc/default/locale: JP of ja_JP.UTF-8. English of the United States is
 * what machines speak whose owner never chose, all over the world: it says nothing.
 */
export function localeCountry(
  environment: Readonly<Record<string, string | undefined>>,
  defaults: string,
): string | undefined {
  const given = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']];
  const file = /^LANG="?([^"\n]*)/m.exec(defaults)?.[1];
  for (const locale of [...given, file]) {
    const [, country] = /^[a-z]{2,3}_([A-Z]{2})(?:[.@]|$)/.exec(locale ?? '') ?? [];
    if (country !== undefined && !locale?.startsWith('en_US')) return country;
  }
  return undefined;
}
