export function filesWithGrids(): string[];
