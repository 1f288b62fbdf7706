/** What is wrong with what the operator gave, in one line that says what would be right. */
export class Problem extends Error {}
