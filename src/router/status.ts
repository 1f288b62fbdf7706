/** What the router tells its operator: one value, as JSON and as a page without scripts. No file names, no people. */
import { createHash } from 'node:crypto';
import type { RouterIdentity } from '../protocol/signaling.ts';
import type { StrangerReason } from './mesh/bus.ts';
import type { TlsStatus } from './tls/https.ts';

export type TurnStatus = { readonly state: 'running' | 'off' | 'failed'; readonly reason?: string };
export type RouterInReach = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly clients: number;
  readonly last_seen_ms: number;
};

export type Status = {
  readonly router: RouterIdentity & {
    readonly version: string;
    readonly uptime_s: number;
    readonly rss_bytes: number;
  };
  readonly clients: number;
  readonly turn: TurnStatus;
  readonly tls: TlsStatus;
  readonly mesh: MeshStatus;
};

export type MeshStatus = {
  /** `alone`: nobody else is in reach. */
  readonly state: 'off' | 'alone' | 'joined';
  readonly reason?: string;
  /** Whether routers must know the mesh key. */
  readonly trust?: 'key' | 'open';
  readonly digest: string;
  /** This router first. */
  readonly routers: readonly RouterInReach[];
  /** Devices behind all of them, and a digest of who is where: equal on routers that know the same. */
  readonly devices?: number;
  readonly presence?: string;
  /** Routers in reach that do not belong to this mesh, and why. */
  readonly strangers?: readonly {
    readonly address: string;
    readonly reason: StrangerReason;
    readonly last_seen_ms: number;
  }[];
};

/** The same on all routers that see the same set of routers, whatever the order. */
export function meshDigest(ids: readonly string[]): string {
  return createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}

export const STATUS_CSS = `:root{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.5}
body{max-width:44rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;padding:.4rem .6rem;border-block-end:1px solid color-mix(in srgb,currentColor 25%,transparent);overflow-wrap:anywhere}
th[scope=row]{font-weight:normal;opacity:.75}
td.n{text-align:end;font-variant-numeric:tabular-nums}`;

export function statusPage({ router, clients, turn, tls, mesh }: Status): string {
  const rows = [
    ['Router <span lang="ja">ルーター</span>', `${escapeHtml(router.name)} (${escapeHtml(router.id)})`],
    ['Version <span lang="ja">バージョン</span>', escapeHtml(router.version)],
    ['Running for <span lang="ja">稼働時間</span>', duration(router.uptime_s)],
    ['Memory <span lang="ja">メモリ</span>', `${Math.round(router.rss_bytes / 1e6)} MB`],
    ['Devices connected <span lang="ja">接続中の端末</span>', String(clients)],
    [
      'Relay (TURN) <span lang="ja">中継</span>',
      escapeHtml(turn.reason ? `${turn.state}: ${turn.reason}` : turn.state),
    ],
    ['Secure address (HTTPS) <span lang="ja">安全なアドレス</span>', tlsWords(tls)],
    ['Other routers (mesh) <span lang="ja">他のルーター</span>', escapeHtml(meshWords(mesh))],
    ...(mesh.strangers ?? []).map(({ address, reason }) => [
      'Ignored <span lang="ja">つながないルーター</span>',
      escapeHtml(`${address}: ${STRANGERS[reason]}`),
    ]),
  ];
  const routers = mesh.routers.map(
    (other) =>
      `<tr><td>${escapeHtml(other.name)}</td><td>${escapeHtml(other.address)}</td>` +
      `<td class="n">${other.clients}</td><td class="n">${(other.last_seen_ms / 1000).toFixed(1)} s</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="5">
<title>Hikyaku: ${escapeHtml(router.name)}</title>
<link rel="stylesheet" href="/status.css">
<h1>Hikyaku <span lang="ja">飛脚</span></h1>
<table>
${rows.map(([head, value]) => `<tr><th scope="row">${head}</th><td>${value}</td></tr>`).join('\n')}
</table>
<h2>Routers in reach <span lang="ja">つながっているルーター</span></h2>
<table>
<tr><th scope="col">Name <span lang="ja">名前</span></th><th scope="col">Address <span lang="ja">アドレス</span></th><th scope="col">Devices <span lang="ja">端末</span></th><th scope="col">Last heard <span lang="ja">最終通信</span></th></tr>
${routers.join('\n')}
</table>
<p><a href="/poster">Poster to print <span lang="ja">掲示用ポスター</span></a></p>
</html>
`;
}

const STRANGERS: Readonly<Record<StrangerReason, string>> = {
  'other-key': 'it has another mesh key',
  'no-key': 'it has no mesh key',
  'has-key': 'it has a mesh key, and this router has none',
  forged: 'what it sends is damaged or forged',
  'too-many': 'it sends too much, or there are too many routers',
  misbehaves: 'it says what no router says',
};

function meshWords({ state, reason, trust, digest, devices }: MeshStatus): string {
  const key = trust === 'open' ? 'open: any router may join' : trust === 'key' ? 'only routers with the mesh key' : '';
  const count = devices === undefined ? '' : `${devices} devices in all`;
  return [state, reason, key, count, `digest ${digest}`].filter(Boolean).join(', ');
}

/** HTML. */
function tlsWords(tls: TlsStatus): string {
  if (tls.state !== 'on') return escapeHtml(`${tls.state}: ${tls.reason}`);
  const whose = tls.certificate === 'own' ? 'certificate of this router' : "operator's certificate";
  const until = `until ${tls.expires.slice(0, 10)}, ${tls.days_left < 0 ? 'expired' : `${tls.days_left} days left`}`;
  const words = [`port ${tls.port}, ${whose} for ${tls.names.join(', ')}, ${until}`, tls.problem, tls.authority];
  const lines = words.filter((line) => line !== undefined).map(escapeHtml);
  if (tls.authority !== undefined) lines.push('<a href="/trust">How phones trust it</a>');
  return lines.join('<br>');
}

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min ${Math.floor(seconds % 60)} s`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
