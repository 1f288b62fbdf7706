/** The address at which newcomers find the router of this page, and the last router that was reached. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { keepLastRouter, type LastRouter, lastRouter } from '../device/last-router.ts';
import type { Model } from '../model/model.ts';
import { askRouter } from './secure-way.ts';

/** The address of this page; on a secure page the plain one, as soon as the router has stated it. */
export function watchAddress({ connection }: Pick<Model, 'connection'>): ReadonlySignal<string> {
  const address = signal(location.origin);
  effect(() => {
    if (location.protocol !== 'https:' || connection.value !== 'online') return;
    void askRouter().then((router) => {
      if (router !== undefined) address.value = new URL(router.plain).origin;
    });
  });
  return address;
}

/** The last router that was reached, in this visit or an earlier one; stored for the next. */
export function watchLastRouter({ router }: Pick<Model, 'router'>): ReadonlySignal<LastRouter | undefined> {
  const last = signal<LastRouter | undefined>(undefined);
  void lastRouter().then((known) => {
    last.value ??= known;
  });
  effect(() => {
    if (router.value === undefined) return;
    const reached = { name: router.value.name, address: location.origin };
    last.value = reached;
    void keepLastRouter(reached);
  });
  return last;
}
