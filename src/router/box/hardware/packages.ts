/** In which package of Debian a program is. Pure. */

const WITH_ANOTHER_NAME: Readonly<Record<string, string>> = {
  ip: 'iproute2',
  dnsmasq: 'dnsmasq-base',
  wpa_supplicant: 'wpasupplicant',
  nft: 'nftables',
  turnserver: 'coturn',
};

export const packageOf = (program: string): string => WITH_ANOTHER_NAME[program] ?? program;
