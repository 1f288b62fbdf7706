/** One thing about a box that its operator should know. */

export type Fault = {
  /** `wrong`: something does not work. `known`: good to know, and nothing is wrong. */
  readonly is: 'wrong' | 'known';
  readonly says: string;
  /** What to do, often a command. */
  readonly todo?: string;
};

export const wrong = (says: string, todo: string): Fault => ({ is: 'wrong', says, todo });
export const known = (says: string, todo?: string): Fault => ({
  is: 'known',
  says,
  ...(todo !== undefined && { todo }),
});

export const isWell = (faults: readonly Fault[]): boolean => faults.every(({ is }) => is === 'known');

export const faultLine = ({ says, todo }: Fault): string => (todo === undefined ? says : `${says}: ${todo}`);
