#!/bin/sh
# First process of a new process-id namespace, with its own mounts, network, host name and IPC: becomes systemd, on a root that
# looks like this machine's and changes nothing of it. $1: a folder with `upper` and `work` for what differs, and `root`. $2: the
# name of a control group. As systemd-nspawn does it, without asking for it to be installed.
set -e
disk=$1 group=$2

# systemd must rule its own control groups, not this machine's.
mount -t cgroup2 cgroup "$disk/group"
mkdir -p "$disk/group/$group"
echo $$ >"$disk/group/$group/cgroup.procs"
umount "$disk/group"

exec unshare --cgroup --mount --propagation private sh -ec '
disk=$1
mount -t overlay overlay -o "lowerdir=/,upperdir=$disk/upper,workdir=$disk/work" "$disk/root"
cd "$disk/root"
if [ ! -e "$disk/prepared" ]; then
  # Whatever this machine starts is not started there. Nor is what takes time for people who log in, or is everybody`s.
  rm -rf etc/systemd/system/*.wants etc/systemd/system/*.requires
  for unit in getty.target systemd-logind.service systemd-user-sessions.service systemd-firstboot.service \
    systemd-machine-id-commit.service systemd-modules-load.service systemd-binfmt.service systemd-remount-fs.service \
    systemd-update-utmp.service systemd-update-utmp-runlevel.service systemd-journal-flush.service \
    systemd-journald-audit.socket systemd-tmpfiles-clean.timer dev-hugepages.mount dev-mqueue.mount \
    sys-kernel-debug.mount sys-kernel-tracing.mount sys-kernel-config.mount sys-fs-fuse-connections.mount \
    proc-sys-fs-binfmt_misc.automount tmp.mount; do
    ln -sf /dev/null "etc/systemd/system/$unit"
  done
  ln -sf /usr/lib/systemd/system/multi-user.target etc/systemd/system/default.target
  mkdir -p etc/systemd/journald.conf.d
  printf "[Journal]\nStorage=volatile\n" > etc/systemd/journald.conf.d/lab.conf
  : > etc/fstab
  echo 0123456789abcdef0123456789abcdef > etc/machine-id
  touch "$disk/prepared"
fi

mount -t proc proc proc
# Parameters of the kernel are everybody else`s as well, except those of the network.
mount --bind proc/sys/net mnt
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount --move mnt proc/sys/net
# Read-only: systemd then leaves devices alone, which are everybody else`s.
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp

mount -t tmpfs -o mode=755 tmpfs mnt
for device in null zero full random urandom tty; do
  touch mnt/$device
  mount --bind /dev/$device mnt/$device
done
mkdir mnt/pts mnt/shm mnt/mqueue
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts mnt/pts
mount -t tmpfs -o mode=1777 tmpfs mnt/shm
ln -s pts/ptmx mnt/ptmx
ln -s /proc/self/fd mnt/fd
ln -s /proc/self/fd/0 mnt/stdin
ln -s /proc/self/fd/1 mnt/stdout
ln -s /proc/self/fd/2 mnt/stderr
mount --move mnt dev

ip link set lo up
exec env -i container=lab PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot . \
  /lib/systemd/systemd --log-target=journal --show-status=no
' sh "$disk"
