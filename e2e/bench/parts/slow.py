"""A slower processor for the pages of one browser: `slow.py PID TIMES`.

Chromium can slow a page by itself, but not the workers of it. All threads of its renderers run for a short while and then
stand still for as long as it takes, side by side as on a phone with several cores. Writes `ready`, and ends with its
standard input.
"""

import os
import select
import signal
import sys
import time

RUNS_S = 0.002
LOOK_S = 0.05


def renderers(root):
    parents = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/stat") as file:
                parents[int(entry)] = int(file.read().rpartition(")")[2].split()[1])
        except OSError:
            continue
    tree = [root]
    for pid in tree:
        tree += [child for child, parent in parents.items() if parent == pid]
    found = []
    for pid in tree:
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                if b"--type=renderer" in file.read():
                    found.append(pid)
        except OSError:
            continue
    return found


def say(pids, what):
    for pid in pids:
        try:
            os.kill(pid, what)
        except ProcessLookupError:
            pass


def main():
    root, times = int(sys.argv[1]), float(sys.argv[2])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # nothing may be left standing still
    pids, looked = renderers(root), time.monotonic()
    print("ready", flush=True)
    try:
        while not select.select([sys.stdin], [], [], 0)[0]:
            if time.monotonic() - looked > LOOK_S:
                pids, looked = renderers(root), time.monotonic()
            begun = time.monotonic()
            time.sleep(RUNS_S)
            ran = time.monotonic() - begun
            say(pids, signal.SIGSTOP)
            time.sleep(ran * (times - 1))
            say(pids, signal.SIGCONT)
    finally:
        say(pids, signal.SIGCONT)


main()
