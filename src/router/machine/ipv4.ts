/** Ranges of IPv4 addresses as numbers. Pure. */

/** Both ends included. */
export type Range = { readonly first: number; readonly last: number };

/** Takes a literal that `isIPv4` accepts. */
export function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

export function toText(address: number): string {
  return [24, 16, 8, 0].map((bits) => (address >>> bits) & 0xff).join('.');
}

/** The range of a network such as 192.168.42.1/24; the address may be any of its addresses. */
export function rangeOf(cidr: string): Range {
  const [address = '', prefix = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(prefix));
  const first = toNumber(address) - (toNumber(address) % size);
  return { first, last: first + size - 1 };
}

export function contains({ first, last }: Range, address: string): boolean {
  const number = toNumber(address);
  return number >= first && number <= last;
}

export function overlap(a: Range, b: Range): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** The addresses that hosts of a network can have: all but those of the network itself and of its broadcast. */
export function hostsOf({ first, last }: Range): Range {
  return last - first < 3 ? { first, last } : { first: first + 1, last: last - 1 };
}

/** What is left of a range without single addresses, in as few ranges as possible. */
export function without(range: Range, addresses: readonly string[]): readonly Range[] {
  let left = [range];
  for (const address of addresses.map(toNumber)) {
    left = left.flatMap(({ first, last }) => {
      if (address < first || address > last) return [{ first, last }];
      const pieces = [
        { first, last: address - 1 },
        { first: address + 1, last },
      ];
      return pieces.filter((piece) => piece.first <= piece.last);
    });
  }
  return left;
}

/** Node writes an IPv4 address of a dual-stack socket as ::ffff:192.0.2.1 (RFC 4291 section 2.5.5.2). */
export const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
