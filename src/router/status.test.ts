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
    tls: { state: 'off', reason: 'see --https-port' },
    mesh: { state: 'off', digest: 'd', routers: [{ id: 'r1', name, address: 'a', clients: 3, last_seen_ms: 0 }] },
  };
  const page = statusPage(status);
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)');
  expect(page).toContain('3 d 2 h');
  expect(page).toContain('57 MB');
});

it('the page says whom the mesh trusts, and who is ignored and why', () => {
  const page = statusPage({
    router: { id: 'r1', name: 'R1', version: '1', uptime_s: 1, rss_bytes: 1 },
    clients: 0,
    turn: { state: 'running' },
    tls: { state: 'failed', reason: 'port 8443 cannot be listened on (EADDRINUSE); see --https-port' },
    mesh: {
      state: 'alone',
      trust: 'open',
      digest: 'd',
      routers: [],
      devices: 0,
      strangers: [{ address: '192.168.1.9', reason: 'has-key', last_seen_ms: 10 }],
    },
  });
  expect(page).toContain('alone, open: any router may join, 0 devices in all, digest d');
  expect(page).toContain('192.168.1.9: it has a mesh key, and this router has none');
});
