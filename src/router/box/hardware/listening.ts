/** Ports that somebody has at every address, and where people are logged in from: of `ss` (iproute2). Parsers never fail. */

export type Listening = {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  /** Absent where the kernel does not tell us: not root. */
  readonly program?: string;
  readonly pid?: number;
};

/** Of `ss -H -l -n -t -u -p`: sockets at all addresses only (0.0.0.0, * and ::); one at 127.0.0.53 is in nobody's way. */
export function parseListening(output: string): readonly Listening[] {
  return output.split('\n').flatMap((line) => {
    const [protocol, , , , local = ''] = line.trim().split(/\s+/);
    const port = /^(?:0\.0\.0\.0|\*|\[::\]):(\d{1,5})$/.exec(local)?.[1];
    if ((protocol !== 'tcp' && protocol !== 'udp') || port === undefined) return [];
    const [, program, pid] = /users:\(\("([\w.@-]{1,64})",pid=(\d{1,10}),/.exec(line) ?? [];
    return [{ protocol, port: Number(port), ...(program !== undefined && { program, pid: Number(pid) }) }];
  });
}

/** Of `ss -H -n -t state established sport = :22`: our own IPv4 addresses at which somebody is logged in by SSH. */
export const parseLoggedIn = (output: string): readonly string[] =>
  output.split('\n').flatMap((line) => /\s(?:\[::ffff:)?(\d+\.\d+\.\d+\.\d+)(?:%\S+)?\]?:22\s/.exec(line)?.[1] ?? []);

/** The service that a process belongs to, of /proc/PID/cgroup (cgroup v2, or the systemd line of v1). */
export const serviceOf = (cgroup: string): string | undefined => /\/([^/\n]+\.service)(?:\/|$)/m.exec(cgroup)?.[1];
