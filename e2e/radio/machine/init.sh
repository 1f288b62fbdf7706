#!/bin/busybox sh
# First process of the machine: finds its root folder, lays the agent into /run, and hands over.
#
#   hikyaku.root=host   the host's root folder under what Debian's packages add, all of it under a memory file system
#   hikyaku.root=disk   /dev/vda, as its own system starts it
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
echo 'The kernel runs.' # who tried an accelerator waits for it
mount -t devtmpfs dev /dev
while read -r module; do insmod "/modules/$module"; done < /modules/list
nine() { mount -t 9p -o trans=virtio,version=9p2000.L,msize=512000,cache=loose,ro "$1" "$2"; }
mkdir -p /extra /new
nine extra /extra

case " $(cat /proc/cmdline) " in
*' hikyaku.root=host '*)
  mkdir -p /host /memory
  nine root /host
  mount -t tmpfs -o size=75% memory /memory
  mkdir /memory/upper /memory/work
  mount -t overlay -o lowerdir=/extra:/host,upperdir=/memory/upper,workdir=/memory/work overlay /new
  mount -t tmpfs -o mode=1777 tmp /new/tmp
  mount -t proc proc /new/proc
  mount -t sysfs sys /new/sys
  mount -t debugfs debug /new/sys/kernel/debug
  mount -t cgroup2 cgroup2 /new/sys/fs/cgroup
  mount -t devtmpfs dev /new/dev
  mkdir -p /new/dev/pts /new/dev/shm
  mount -t devpts -o gid=5,mode=620,ptmxmode=666 devpts /new/dev/pts
  mount -t tmpfs -o mode=1777 shm /new/dev/shm
  ln -sf /proc/self/fd /new/dev/fd
  ln -sf fd/0 /new/dev/stdin
  ln -sf fd/1 /new/dev/stdout
  ln -sf fd/2 /new/dev/stderr
  rm -f /new/etc/resolv.conf
  echo radio > /proc/sys/kernel/hostname
  ip link set lo up
  first='/usr/bin/perl /run/lab/agent.pl'
  ;;
*)
  mount -t ext4 /dev/vda /new
  mkdir -p /new/usr/lib/modules
  mount --bind /extra/usr/lib/modules /new/usr/lib/modules
  first=/sbin/init
  ;;
esac

mount -t tmpfs -o mode=755,nosuid,nodev run /new/run
mkdir -p /new/run/lab /new/run/systemd/system/sysinit.target.wants /new/run/lock
cp /agent.pl /new/run/lab/agent.pl
cp /agent.service /new/run/systemd/system/lab-agent.service
ln -s ../lab-agent.service /new/run/systemd/system/sysinit.target.wants/lab-agent.service
umount /proc /sys
# shellcheck disable=SC2086
exec switch_root /new $first
