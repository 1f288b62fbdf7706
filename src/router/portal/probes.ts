/**
 * The requests by which systems find out whether a network leads to the Internet, and the answer that makes each believe it.
 * One table for all: the portal answers by it, the LAN's name server resolves its names to the router, the tests go through it.
 *
 * Names, paths and bodies as the systems have them: AOSP NetworkMonitor, the Wireless Broadband Alliance's list of
 * captive behaviour, Firefox `captivedetect.canonicalContent`, NetworkManager's `[connectivity]` of each distribution,
 * Microsoft's NCSI documentation.
 */

export type Success = {
  readonly status: 200 | 204;
  readonly contentType: string;
  /** To the byte: several systems compare it. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

type Probe = {
  readonly system: string;
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  /** Absent where the system opens a browser only to be led to a page; it always is. */
  readonly success?: Success;
};

const html = (body: string): Success => ({ status: 200, contentType: 'text/html', body });
const text = (body: string): Success => ({ status: 200, contentType: 'text/plain', body });
const NO_CONTENT: Success = { status: 204, contentType: 'text/plain', body: '' };

const APPLE = '<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>\n';
const FIREFOX = '<meta http-equiv="refresh" content="0;url=https://support.mozilla.org/kb/captive-portal"/>';
/** NetworkManager is content with the header alone. */
const NM_ONLINE = { 'X-NetworkManager-Status': 'online' };

export const PROBES: readonly Probe[] = [
  {
    system: 'Android, ChromeOS, Chrome',
    hosts: [
      'connectivitycheck.gstatic.com',
      'www.gstatic.com',
      'www.google.com',
      'play.googleapis.com',
      'clients1.google.com',
      'clients3.google.com',
      'clients4.google.com',
      'connectivitycheck.android.com',
      'android.clients.google.com',
      'www.androidbak.net',
    ],
    paths: ['/generate_204', '/gen_204'],
    success: NO_CONTENT,
  },
  {
    system: 'Android of other makers',
    hosts: [
      'connectivity.samsung.com.cn',
      'connect.rom.miui.com',
      'connectivitycheck.platform.hicloud.com',
      'connectivitycheck.oppomobile.com',
      'conn1.oppomobile.com',
      'conn2.oppomobile.com',
      'conn1.coloros.com',
      'conn2.coloros.com',
      'wifi.vivo.com.cn',
      'connectivitycheck.grapheneos.network',
      'fireoscaptiveportal.com',
    ],
    paths: ['/generate_204'],
    success: NO_CONTENT,
  },
  {
    system: 'iOS, macOS',
    hosts: [
      'captive.apple.com',
      'www.apple.com',
      'www.appleiphonecell.com',
      'www.airport.us',
      'www.ibook.info',
      'www.itools.info',
      'www.thinkdifferent.us',
    ],
    paths: ['/hotspot-detect.html', '/library/test/success.html'],
    success: html(APPLE),
  },
  {
    system: 'iOS, macOS, without a path',
    hosts: ['captive.apple.com'],
    paths: ['/'],
    success: html(APPLE),
  },
  {
    system: 'Windows 10 and 11',
    hosts: ['www.msftconnecttest.com', 'ipv6.msftconnecttest.com'],
    paths: ['/connecttest.txt'],
    success: text('Microsoft Connect Test'),
  },
  {
    system: 'Windows 7 to 8.1',
    hosts: ['www.msftncsi.com', 'ipv6.msftncsi.com'],
    paths: ['/ncsi.txt'],
    success: text('Microsoft NCSI'),
  },
  {
    system: 'Windows, opening the browser',
    hosts: ['www.msftconnecttest.com', 'www.msftncsi.com', 'go.microsoft.com'],
    paths: ['/redirect', '/fwlink/'],
  },
  {
    system: 'Firefox',
    hosts: ['detectportal.firefox.com'],
    paths: ['/canonical.html'],
    success: html(FIREFOX),
  },
  {
    system: 'Firefox, by address family and before 2021',
    hosts: ['detectportal.firefox.com'],
    paths: ['/success.txt'],
    success: text('success\n'),
  },
  {
    system: 'GNOME, Debian, Arch, openSUSE',
    hosts: ['nmcheck.gnome.org', 'network-test.debian.org', 'ping.archlinux.org', 'conncheck.opensuse.org'],
    paths: ['/check_network_status.txt', '/nm', '/nm-check.txt', '/'],
    success: { ...text('NetworkManager is online\n'), headers: NM_ONLINE },
  },
  {
    system: 'Ubuntu',
    hosts: ['connectivity-check.ubuntu.com'],
    paths: ['/'],
    success: { ...NO_CONTENT, headers: NM_ONLINE },
  },
  {
    system: 'Fedora',
    hosts: ['fedoraproject.org'],
    paths: ['/static/hotspot.txt'],
    success: { ...text('OK'), headers: NM_ONLINE },
  },
  {
    system: 'KDE',
    hosts: ['networkcheck.kde.org'],
    paths: ['/'],
    success: { ...text('OK\n'), headers: NM_ONLINE },
  },
];

/** Windows 7 to 8.1 also look this name up and want this address, whether or not it can be reached. */
export const NCSI_NAME = { name: 'dns.msftncsi.com', address: '131.107.255.255' } as const;

const BY_REQUEST = new Map(
  PROBES.flatMap((probe) =>
    probe.hosts.flatMap((host) => probe.paths.map((path) => [`${host}${path}`, probe] as const)),
  ),
);
export const PROBE_HOSTS: readonly string[] = [...new Set(PROBES.flatMap(({ hosts }) => hosts))].sort();

/** Phone makers copy Android's path to names of their own, and nothing but probes uses it. */
const ANDROID_PATH = /\/(?:generate|gen)_204$/;
const UNKNOWN_ANDROID: Probe = { system: 'Android of an unknown maker', hosts: [], paths: [], success: NO_CONTENT };

/** The probe that a request belongs to. Under names that are not in the table only Android's path counts. */
export function probeOf(host: string, path: string): Probe | undefined {
  return BY_REQUEST.get(`${host}${path}`) ?? (ANDROID_PATH.test(path) ? UNKNOWN_ANDROID : undefined);
}
