/* Makes calls of the system fail, for tests: loaded into a program by LD_PRELOAD, it counts calls that
 * touch files below a folder, and does something to the one of a given number.
 *
 *   FAULT_FOLDER  real path of the folder; a call counts where its file's path begins with it
 *   FAULT_CALLS   "write" (also opening for writing, syncing, cutting, renaming, making folders) or "read"
 *   FAULT_AT      the number of the call, from 1; 0: none, only count
 *   FAULT_KIND    "enospc", "eio", "eintr": the call fails so; "short": half of the bytes are taken;
 *                 "kill-before", "kill-after": SIGKILL before or after it; "full": it and all later
 *                 calls that take space fail with ENOSPC, as on a full disk
 *   FAULT_LOG     outside of the folder: gets a line "NUMBER CALL PATH" when it happens; where
 *                 FAULT_AT is 0, the number of calls at the end
 *
 * A kind that has no meaning for a call (a short rename) is put off to the next call for which it has. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum Fault { kNone, kFail, kShort, kKillAfter };

/* What a call asks: for space on the disk, to be interruptible, to move bytes. */
enum { kSpace = 1, kSlow = 2, kBytes = 4, kRead = 8 };

static atomic_ulong n_calls;
static atomic_int is_done;
static const char *folder, *kind, *log_path;
static unsigned long at;
static int wants_reads;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void note(unsigned long number, const char *call, const char *path) {
  char line[PATH_MAX + 64];
  const int size = snprintf(line, sizeof(line), "%lu %s %s\n", number, call, path);
  const int fd = REAL(open)(log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (fd < 0 || REAL(write)(fd, line, (size_t)size) != size) abort();
  close(fd);
}

__attribute__((constructor)) static void begin(void) {
  const char *number = getenv("FAULT_AT"), *calls = getenv("FAULT_CALLS");
  folder = getenv("FAULT_FOLDER");
  kind = getenv("FAULT_KIND");
  log_path = getenv("FAULT_LOG");
  wants_reads = calls != NULL && strcmp(calls, "read") == 0;
  at = number == NULL ? 0 : strtoul(number, NULL, 10);
}

__attribute__((destructor)) static void end(void) {
  if (folder != NULL && log_path != NULL && at == 0) note(n_calls, "calls", "");
}

static int is(const char *name) { return strcmp(kind, name) == 0; }

/* Does the kind of fault mean anything for such a call? */
static int suits(int what) {
  if (is("short")) return (what & kBytes) != 0;
  if (is("enospc") || is("full")) return (what & kSpace) != 0;
  if (is("eintr")) return (what & kSlow) != 0;
  return 1;
}

static enum Fault strike(const char *call, const char *path, int what) {
  if (folder == NULL || log_path == NULL || strncmp(path, folder, strlen(folder)) != 0) return kNone;
  if (((what & kRead) != 0) != wants_reads) return kNone;
  const unsigned long number = ++n_calls;
  if (at == 0 || number < at || !suits(what)) return kNone;
  const int first = !atomic_exchange(&is_done, 1);
  if (first) note(number, call, path);
  if (!first && !is("full")) return kNone;
  if (is("kill-before")) raise(SIGKILL);
  if (is("kill-after")) return kKillAfter;
  if (is("short")) return kShort;
  errno = is("eintr") ? EINTR : is("eio") ? EIO : ENOSPC;
  return kFail;
}

/* The path of an open file. */
static enum Fault strike_open(const char *call, int fd, int what) {
  char link[64], path[PATH_MAX];
  const int before = errno;
  snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
  const ssize_t size = folder == NULL ? -1 : readlink(link, path, sizeof(path) - 1);
  errno = before;
  if (size < 0) return kNone;
  path[size] = '\0';
  return strike(call, path, what);
}

/* A path as the program gave it, which may not exist yet. */
static enum Fault strike_path(const char *call, const char *given, int what) {
  char path[2 * PATH_MAX], here[PATH_MAX];
  if (folder == NULL || given == NULL) return kNone;
  if (given[0] == '/' || getcwd(here, sizeof(here)) == NULL) here[0] = '\0';
  snprintf(path, sizeof(path), "%s%s%s", here, here[0] == '\0' ? "" : "/", given);
  return strike(call, path, what);
}

/* Calls the real one unless it is to fail; `less` is the call with half of the bytes. */
#define ACT(fault, type, real, less)                  \
  do {                                                \
    const enum Fault f_ = (fault);                    \
    if (f_ == kFail) return (type)-1;                 \
    const type r_ = f_ == kShort ? (less) : (real);   \
    if (f_ == kKillAfter) raise(SIGKILL);             \
    return r_;                                        \
  } while (0)

#define HALF(n) ((n) > 1 ? (n) / 2 : (n))
#define WRITES (kSpace | kSlow | kBytes)
#define READS (kRead | kSlow | kBytes)

ssize_t write(int fd, const void *bytes, size_t n) {
  ACT(strike_open("write", fd, WRITES), ssize_t, REAL(write)(fd, bytes, n),
      REAL(write)(fd, bytes, HALF(n)));
}
ssize_t writev(int fd, const struct iovec *parts, int n) {
  ACT(strike_open("writev", fd, WRITES), ssize_t, REAL(writev)(fd, parts, n),
      REAL(writev)(fd, parts, HALF(n)));
}
ssize_t pwrite(int fd, const void *bytes, size_t n, off_t offset) {
  ACT(strike_open("pwrite", fd, WRITES), ssize_t, REAL(pwrite)(fd, bytes, n, offset),
      REAL(pwrite)(fd, bytes, HALF(n), offset));
}
ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t offset) {
  ACT(strike_open("pwrite64", fd, WRITES), ssize_t, REAL(pwrite64)(fd, bytes, n, offset),
      REAL(pwrite64)(fd, bytes, HALF(n), offset));
}
/* What the buffer of a FILE holds counts as written here. */
size_t fwrite(const void *bytes, size_t size, size_t n, FILE *file) {
  const enum Fault fault = strike_open("fwrite", fileno(file), kSpace | kBytes);
  if (fault == kFail) return 0;
  if (fault == kShort) {
    errno = ENOSPC;
    return REAL(fwrite)(bytes, size, n / 2, file);
  }
  const size_t written = REAL(fwrite)(bytes, size, n, file);
  if (fault == kKillAfter) raise(SIGKILL);
  return written;
}
ssize_t read(int fd, void *bytes, size_t n) {
  ACT(strike_open("read", fd, READS), ssize_t, REAL(read)(fd, bytes, n),
      REAL(read)(fd, bytes, HALF(n)));
}
ssize_t pread(int fd, void *bytes, size_t n, off_t offset) {
  ACT(strike_open("pread", fd, READS), ssize_t, REAL(pread)(fd, bytes, n, offset),
      REAL(pread)(fd, bytes, HALF(n), offset));
}
ssize_t pread64(int fd, void *bytes, size_t n, off64_t offset) {
  ACT(strike_open("pread64", fd, READS), ssize_t, REAL(pread64)(fd, bytes, n, offset),
      REAL(pread64)(fd, bytes, HALF(n), offset));
}
int fdatasync(int fd) {
  ACT(strike_open("fdatasync", fd, kSpace | kSlow), int, REAL(fdatasync)(fd), -1);
}
int fsync(int fd) { ACT(strike_open("fsync", fd, kSpace | kSlow), int, REAL(fsync)(fd), -1); }
int ftruncate(int fd, off_t size) {
  ACT(strike_open("ftruncate", fd, kSlow), int, REAL(ftruncate)(fd, size), -1);
}
int ftruncate64(int fd, off64_t size) {
  ACT(strike_open("ftruncate64", fd, kSlow), int, REAL(ftruncate64)(fd, size), -1);
}
int rename(const char *from, const char *to) {
  ACT(strike_path("rename", from, kSpace), int, REAL(rename)(from, to), -1);
}
int mkdir(const char *path, mode_t mode) {
  ACT(strike_path("mkdir", path, kSpace), int, REAL(mkdir)(path, mode), -1);
}
char *mkdtemp(char *pattern) {
  const enum Fault fault = strike_path("mkdtemp", pattern, kSpace);
  if (fault == kFail) return NULL;
  char *made = REAL(mkdtemp)(pattern);
  if (fault == kKillAfter) raise(SIGKILL);
  return made;
}

static mode_t mode_of(int flags, va_list more) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
}
static enum Fault strike_flags(const char *call, const char *path, int flags) {
  const int writes = (flags & O_ACCMODE) != O_RDONLY;
  return strike_path(call, path, writes ? kSpace | kSlow : kRead | kSlow);
}
#define OPEN(name)                                                                    \
  int name(const char *path, int flags, ...) {                                        \
    va_list more;                                                                     \
    va_start(more, flags);                                                            \
    const mode_t mode = mode_of(flags, more);                                         \
    va_end(more);                                                                     \
    ACT(strike_flags(#name, path, flags), int, REAL(name)(path, flags, mode), -1);    \
  }
OPEN(open)
OPEN(open64)

#define FOPEN(name)                                                                   \
  FILE *name(const char *path, const char *how) {                                     \
    const int writes = strpbrk(how, "wa+") != NULL;                                   \
    const enum Fault fault =                                                          \
        strike_path(#name, path, writes ? kSpace | kSlow : kRead | kSlow);            \
    if (fault == kFail) return NULL;                                                  \
    FILE *file = REAL(name)(path, how);                                               \
    if (fault == kKillAfter) raise(SIGKILL);                                          \
    return file;                                                                      \
  }
FOPEN(fopen)
FOPEN(fopen64)
