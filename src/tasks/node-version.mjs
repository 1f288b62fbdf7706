// Checks that this Node is new enough for package.json.

/** Why it is not: what is wanted, what is there, what to do. `undefined` when it is. `wanted`: `>=20.19`, as in `engines.node`. */
export function lacksNode(wanted, present) {
  const least = /^>=(\d+(?:\.\d+){0,2})$/.exec(wanted)?.[1];
  if (least === undefined) return `package.json wants a Node that this cannot read: "${wanted}"; expected ">=20.19"`;
  if (!isOlder(present, least)) return undefined;
  return `Node ${least} or newer is needed; this is ${present}. Install a newer one (https://nodejs.org), or put the folder of one that is here first in PATH`;
}

/** Number by number: 20.9 is older than 20.19. What is left out is 0; what follows a `-` does not count. */
function isOlder(version, least) {
  const [have, need] = [version, least].map((text) => text.split('-')[0].split('.').map(Number));
  for (const [index, number] of need.entries()) {
    const own = have[index] ?? 0;
    if (own !== number) return own < number;
  }
  return false;
}
