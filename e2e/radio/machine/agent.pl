# Runs commands in the machine for the process that booted it, over a virtio port. Perl, because every Debian system has it.
#
#   from the host   run ID COMMAND INPUT    for /bin/sh; INPUT is its standard input
#                   kill ID SIGNAL          to its process group
#   to the host     ready VERSION           once
#                   out ID BYTES, err ID BYTES
#                   end ID STATUS           128 + N where signal N ended it
#
# One message a line; COMMAND, INPUT and BYTES in hexadecimal digits. A command ends when its process ends; what goes on in the
# background may keep its output open, which is read and thrown away. With an argument the agent speaks over that Unix socket instead
# of a port: its test runs it on the host.
use strict;
use warnings;
use IO::Select;
use IO::Socket::UNIX;
use POSIX ':sys_wait_h';

my $name = 'hikyaku.agent';
my $device;
until (@ARGV || defined $device) {
  for my $file (glob '/sys/class/virtio-ports/*/name') {
    open(my $in, '<', $file) or next;
    chomp(my $said = <$in> // '');
    $device = "/dev/$1" if $said eq $name && $file =~ m{/(vport[^/]+)/name$};
  }
  select(undef, undef, undef, 0.05) unless defined $device;
}
my $port;
if (@ARGV) { $port = IO::Socket::UNIX->new(Peer => $ARGV[0]) or die "$ARGV[0]: $!" }
else { open($port, '+<:raw:unix', $device) or die "$device: $!" }

sub tell_host {
  my $line = join(' ', @_) . "\n";
  while (length $line) {
    my $n = syswrite($port, $line);
    if (defined $n) { substr($line, 0, $n, '') } else { select(undef, undef, undef, 0.01) }
  }
}

my %commands;    # by id: { pid, out, err }
my %ids;         # by pid
my %streams;     # by file number: [id, 'out' or 'err', handle]
my $select = IO::Select->new($port);

sub start {
  my ($id, $command, $input) = @_;
  open(my $in, '+>', undef) or die "no temporary file: $!";
  binmode $in;
  syswrite($in, $input) if length $input;
  sysseek($in, 0, 0);
  pipe(my $out, my $out_end) or die;
  pipe(my $err, my $err_end) or die;
  my $pid = fork() // die "fork: $!";
  if ($pid == 0) {
    setpgrp(0, 0);
    $SIG{$_} = 'DEFAULT' for qw(CHLD PIPE);
    POSIX::dup2(fileno($in), 0);
    POSIX::dup2(fileno($out_end), 1);
    POSIX::dup2(fileno($err_end), 2);
    POSIX::close($_) for 3 .. 255;
    { exec('/bin/sh', '-c', $command) }
    POSIX::_exit(127);
  }
  setpgrp($pid, $pid);
  $commands{$id} = { pid => $pid, out => $out, err => $err };
  $ids{$pid} = $id;
  for (['out', $out], ['err', $err]) {
    my ($which, $handle) = @$_;
    $streams{ fileno $handle } = [$id, $which, $handle];
    $select->add($handle);
  }
}

# True when there may be more.
sub pass_on {
  my ($handle) = @_;
  my ($id, $which) = @{ $streams{ fileno $handle } };
  my $n = sysread($handle, my $bytes, 16384);
  if ($n) {
    tell_host($which, $id, unpack('H*', $bytes)) if $commands{$id};
    return 1;
  }
  $select->remove($handle);
  delete $streams{ fileno $handle };
  close $handle;
  return 0;
}

sub ready_now { my ($handle) = @_; return IO::Select->new($handle)->can_read(0) }

sub reap {
  while ((my $pid = waitpid(-1, WNOHANG)) > 0) {
    my $status = $?;
    my $id = delete $ids{$pid};
    next unless defined $id;
    for my $handle (@{ $commands{$id} }{qw(out err)}) {
      while (defined fileno($handle) && ready_now($handle)) { last unless pass_on($handle) }
    }
    delete $commands{$id};
    tell_host('end', $id, WIFSIGNALED($status) ? 128 + WTERMSIG($status) : WEXITSTATUS($status));
  }
}

$SIG{CHLD} = sub { };    # wakes select
$SIG{PIPE} = 'IGNORE';
$ENV{PATH} = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
$ENV{HOME} = '/root';
chdir '/';
tell_host('ready', (POSIX::uname())[2]);

my $buffer = '';
while (1) {
  reap();
  for my $handle ($select->can_read(0.5)) {
    if ($handle != $port) { pass_on($handle); next }
    my $n = sysread($port, my $bytes, 65536);
    exit if !$n && @ARGV;
    if (!$n) { select(undef, undef, undef, 0.05); next }    # nobody has the other end open
    $buffer .= $bytes;
    while ($buffer =~ s/^([^\n]*)\n//) {
      my ($word, $id, @rest) = split / /, $1, -1;
      if ($word eq 'run') { start($id, map { pack 'H*', $_ } @rest) }
      elsif ($word eq 'kill' && $commands{$id}) { kill $rest[0], -$commands{$id}{pid} }
    }
  }
}
