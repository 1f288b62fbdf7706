/** What a screen reader is given of a page: Chromium's accessibility tree (CDP, `Accessibility.getFullAXTree`). */
import type { Page } from 'playwright-core';

export type Spoken = {
  readonly role: string;
  readonly name: string;
  /** Texts below it, in their order. */
  readonly text: string;
  /** How it is announced when it changes; `undefined` of what is not. */
  readonly live?: string;
};

type Value = { readonly value?: unknown };
type Node = {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
};

const textOf = ({ value }: Value = {}): string => (typeof value === 'string' ? value : '');

/** Everything that is not hidden from it, in the order in which it is read. */
export async function spoken(page: Page): Promise<readonly Spoken[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly Node[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const below = (node: Node): string =>
    textOf(node.role) === 'StaticText'
      ? textOf(node.name)
      : (node.childIds ?? []).map((id) => below(byId.get(id) ?? node)).join(' ');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => {
      const live = textOf(node.properties?.find(({ name }) => name === 'live')?.value);
      return {
        role: textOf(node.role),
        name: textOf(node.name),
        text: below(node).replace(/\s+/g, ' ').trim(),
        ...(live !== '' && { live }),
      };
    });
}
