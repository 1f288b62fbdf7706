/** Types for the test; see `oldest-engines.d.mts`. */
export function routerProxy(
  target: string,
): Readonly<Record<string, { readonly target: string; readonly ws: boolean }>>;
