import { expect, it } from 'vitest';
import { meshDigest, type Status, statusPage } from './status.ts';

it('the digest of a mesh does not depend on the order in which its routers were found', () => {
  expect(meshDigest(['b', 'a', 'c'])).toBe(meshDigest(['c', 'b', 'a']));
  expect(meshDigest(['a', 'b'])).not.toBe(meshDigest(['ab']));
});

it('the page shows a name as text, whatever it holds', () => {
  const name = '<script>alert("&")</script>';
  const status: Status = {
    router: { id: 'r1', name, version: '1', uptime_s: 3 * 86_400 + 7200, rss_bytes: 57_000_000 },
    clients: 3,
    turn: { state: 'off', reason: 'not in this version' },
    mesh: { state: 'off', digest: 'd', routers: [{ id: 'r1', name, address: 'a', clients: 3, last_seen_ms: 0 }] },
  };
  const page = statusPage(status);
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)');
  expect(page).toContain('3 d 2 h');
  expect(page).toContain('57 MB');
});
