/** Who sends to whom in a crowd. Pure. */

export const SHAPES = ['fan-out', 'fan-in', 'pairs'] as const;
/** One phone gives to many; one phone takes from many; as many pairs at once. */
export type Shape = (typeof SHAPES)[number];

/** A file from one phone to another: their places among the senders and among the receivers. */
export type Flow = { readonly from: number; readonly to: number };

export type Crowd = { readonly senders: number; readonly receivers: number; readonly flows: readonly Flow[] };

/** Everybody in a shape in which `many` phones have one phone opposite, or each has its own. */
export function crowdOf(shape: Shape, many: number): Crowd {
  const each = Array.from({ length: many }, (_, index) => index);
  switch (shape) {
    case 'fan-out':
      return { senders: 1, receivers: many, flows: each.map((to) => ({ from: 0, to })) };
    case 'fan-in':
      return { senders: many, receivers: 1, flows: each.map((from) => ({ from, to: 0 })) };
    case 'pairs':
      return { senders: many, receivers: many, flows: each.map((index) => ({ from: index, to: index })) };
  }
}

/** Splits a list into pieces of at most `size`. */
export function pieces<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const all: (readonly T[])[] = [];
  for (let at = 0; at < list.length; at += size) all.push(list.slice(at, at + size));
  return all;
}
