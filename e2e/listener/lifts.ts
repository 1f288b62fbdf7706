/** What stops a listener: without one of these, something that it replays must get through. */
import type { Lift } from '../drive/lifted.ts';

/** `notices`: the beginning of a check that fails without it. */
export const LIFTS: readonly (Lift & { readonly notices: string })[] = [
  {
    name: 'challenge',
    file: 'src/router/signaling/socket.ts',
    find: "randomBytes(CHALLENGE_BYTES).toString('base64url') as Challenge",
    by: "'A'.repeat(22) as Challenge",
    notices: 'there: hello 1, said to r1, at r1',
  },
  {
    name: 'signature',
    file: 'src/router/signaling/greet.ts',
    find: "if (!isProvenTo(router, { key, challenge, claim, signature })) return 'signature';",
    by: "if (key === '') return 'signature';",
    notices: 'there: hello 1, said to r1, at r2',
  },
];
