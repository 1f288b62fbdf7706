"""Passes frames between two interfaces, each a fixed time after it came: `delay.py MILLISECONDS ONE OTHER`.

The kernels this runs on may have no netem. Frames keep their virtio-net header, so that checksums and segments that the
sending kernel left undone stay marked as such. Writes `ready`, ends with its standard input, and then says how many
frames came and how many of them were lost: a measurement in which any were is one of something else.
"""

import collections
import os
import select
import socket
import struct
import sys
import time

ETH_P_ALL = 3
SOL_PACKET = 263
PACKET_STATISTICS = 6
PACKET_VNET_HDR = 15
PACKET_IGNORE_OUTGOING = 23
SO_RCVBUFFORCE = 33
BUFFER_BYTES = 32 * 1024 * 1024
LARGEST_FRAME_BYTES = 70_000
MOST_AT_ONCE = 64


def opened(name):
    port = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    port.setsockopt(SOL_PACKET, PACKET_VNET_HDR, 1)
    port.setsockopt(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1)
    port.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, BUFFER_BYTES)
    port.bind((name, ETH_P_ALL))
    port.setblocking(False)
    return port


def statistics(port):
    return struct.unpack("II", port.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8))


def before_all_others():
    """Browsers keep every processor busy; frames that wait for one would be delayed by more than was asked for."""
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    except PermissionError:
        os.nice(-10)


def main():
    before_all_others()
    delay = float(sys.argv[1]) / 1000
    one, other = opened(sys.argv[2]), opened(sys.argv[3])
    to = {one.fileno(): (one, other), other.fileno(): (other, one)}
    line = collections.deque()
    poll = select.epoll()
    for fileno in (*to, sys.stdin.fileno()):
        poll.register(fileno, select.EPOLLIN)
    refused = 0
    print("ready", flush=True)
    now = time.monotonic
    while True:
        wait = max(0.0, line[0][0] - now()) if line else -1
        for fileno, _ in poll.poll(wait):
            if fileno not in to:
                seen = [statistics(port) for port in (one, other)]
                frames, lost = (sum(column) for column in zip(*seen))
                print(f"{frames} frames, {lost + refused} lost", flush=True)
                return
            source, target = to[fileno]
            due = now() + delay
            try:
                for _ in range(MOST_AT_ONCE):
                    line.append((due, target, source.recv(LARGEST_FRAME_BYTES)))
            except BlockingIOError:
                pass
        time_now = now()
        while line and line[0][0] <= time_now:
            _, target, frame = line.popleft()
            try:
                target.send(frame)
            except OSError:
                refused += 1  # as by a switch whose queue is full


main()
