/** Builds and serves the page over a fake model once for all files that open it. */
import type { TestProject } from 'vitest/node';
import { serveUi } from './serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the page; `state` comes behind it. */
    readonly fakeApp: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await serveUi();
  project.provide('fakeApp', url(''));
  return close;
}
