/** This browser keeps nothing here, or its storage does not answer: what that means, and what helps. */

import type { SiteData as State } from '../device/site-data.ts';
import { useLateText } from '../i18n/context.ts';
import { Notice } from '../pieces/Notice.tsx';

export function SiteData({ state }: { state: State | undefined }) {
  const { siteData } = useLateText().words.trouble;
  if (state === undefined || state === 'kept') return null;
  return (
    <Notice title={siteData[state]}>
      <p>{siteData[`${state}Help`]}</p>
    </Notice>
  );
}
