// Stands between a program and its disk, by LD_PRELOAD: writes down what reaches the files of one
// folder and what is shown, and lets chosen writes and syncs fail.
//
//   ATTUNE_DISK_FOLDER   the folder whose files are watched
//   ATTUNE_DISK_LOG      where every operation is written down; see DiskLog.swift
//   ATTUNE_DISK_FAIL     "write 7 28": the 7th write fails with errno 28, as do all after it;
//                        "sync", "any" and "once write" likewise
//   ATTUNE_DISK_CLOCK    seconds since 1970 at which the clock on the wall begins to run
//   ATTUNE_DISK_NORMAL   SQLite is told synchronous=NORMAL where the program says FULL
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

enum { OPENED = 1, WRITTEN = 2, CUT = 3, SYNCED = 4, REMOVED = 5, SHOWN = 6, FOLDER_SYNCED = 7, RENAMED = 8 };
enum { MOST = 1024 };

static const char *folder, *failing_text;
static int log_fd = -2, fails_once, fail_at, fail_errno, calls;
static char fail_kind[16];
static char *watched[MOST];  // by descriptor: its path in the folder; "" is the folder itself

static void setup(void) {
  if (log_fd != -2) return;
  log_fd = -1;
  folder = getenv("ATTUNE_DISK_FOLDER");
  const char *log = getenv("ATTUNE_DISK_LOG");
  if (log) log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  failing_text = getenv("ATTUNE_DISK_FAIL");
  if (failing_text) {
    if (strncmp(failing_text, "once ", 5) == 0) { fails_once = 1; failing_text += 5; }
    sscanf(failing_text, "%15s %d %d", fail_kind, &fail_at, &fail_errno);
  }
}

static void note(uint32_t what, const char *path, uint64_t offset, const void *bytes, uint64_t count) {
  if (log_fd < 0) return;
  uint32_t head[2] = {what, (uint32_t)strlen(path)};
  uint64_t place[2] = {offset, count};
  syscall(SYS_write, log_fd, head, sizeof head);
  syscall(SYS_write, log_fd, place, sizeof place);
  syscall(SYS_write, log_fd, path, head[1]);
  if (bytes && count) syscall(SYS_write, log_fd, bytes, count);
}

static int fails(const char *kind) {
  if (!failing_text || (strcmp(fail_kind, "any") && strcmp(fail_kind, kind))) return 0;
  int now = ++calls;
  if (fails_once ? now != fail_at : now < fail_at) return 0;
  errno = fail_errno;
  return 1;
}

static const char *inside(const char *path) {
  setup();
  if (!folder || !path) return NULL;
  size_t length = strlen(folder);
  if (strncmp(path, folder, length)) return NULL;
  if (path[length] == '/') return path + length + 1;
  return path[length] == 0 ? "" : NULL;
}

static const char *name_of(int fd) { return fd >= 0 && fd < MOST ? watched[fd] : NULL; }

// The shared-memory index is rebuilt after a power cut, and the lock file holds nothing.
static int counts(const char *name) {
  size_t n = strlen(name);
  return !(n > 4 && !strcmp(name + n - 4, "-shm")) && !(n > 5 && !strcmp(name + n - 5, ".lock"));
}

static int opened(int fd, const char *path, int flags, int is_new) {
  const char *name = inside(path);
  if (fd >= 0 && fd < MOST) {
    free(watched[fd]);
    watched[fd] = name && counts(name) ? strdup(name) : NULL;
    if (watched[fd] && (flags & O_ACCMODE) != O_RDONLY && is_new) note(OPENED, name, 0, NULL, 0);
  }
  return fd;
}

static int is_new(const char *path, int flags) {
  struct stat about;
  return (flags & O_CREAT) && stat(path, &about) != 0;
}

#define OPEN(NAME)                                                                   \
  int NAME(const char *path, int flags, ...) {                                       \
    int mode = 0;                                                                    \
    if (flags & O_CREAT) { va_list rest; va_start(rest, flags); mode = va_arg(rest, int); va_end(rest); } \
    int created = is_new(path, flags);                                               \
    return opened((int)syscall(SYS_openat, AT_FDCWD, path, flags, mode), path, flags, created); \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (fd >= 0 && fd < MOST) { free(watched[fd]); watched[fd] = NULL; }
  return (int)syscall(SYS_close, fd);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  setup();
  const char *name = name_of(fd);
  if (fd == 1) note(SHOWN, "", 0, bytes, count);
  if (!name) return syscall(SYS_write, fd, bytes, count);
  if (fails("write")) return -1;
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = syscall(SYS_write, fd, bytes, count);
  if (done > 0) note(WRITTEN, name, (uint64_t)at, bytes, (uint64_t)done);
  return done;
}

static ssize_t placed(int fd, const void *bytes, size_t count, off_t at) {
  const char *name = name_of(fd);
  if (name && fails("write")) return -1;
  ssize_t done = syscall(SYS_pwrite64, fd, bytes, count, at);
  if (name && done > 0) note(WRITTEN, name, (uint64_t)at, bytes, (uint64_t)done);
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return placed(fd, bytes, count, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) { return placed(fd, bytes, count, at); }

static int cut(int fd, off_t length) {
  const char *name = name_of(fd);
  if (name && fails("write")) return -1;
  int done = (int)syscall(SYS_ftruncate, fd, length);
  if (name && done == 0) note(CUT, name, (uint64_t)length, NULL, 0);
  return done;
}
int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off_t length) { return cut(fd, length); }

static int synced(int fd, long call) {
  const char *name = name_of(fd);
  if (name && fails("sync")) return -1;
  // What is synced is written down; the real disk need not be waited for.
  int done = log_fd >= 0 ? 0 : (int)syscall(call, fd);
  if (name && done == 0) note(*name ? SYNCED : FOLDER_SYNCED, name, 0, NULL, 0);
  return done;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

int unlink(const char *path) {
  const char *name = inside(path);
  int done = (int)syscall(SYS_unlink, path);
  if (name && counts(name) && done == 0) note(REMOVED, name, 0, NULL, 0);
  return done;
}

int rename(const char *old, const char *new) {
  const char *name = inside(old), *other = inside(new);
  int done = (int)syscall(SYS_renameat2, AT_FDCWD, old, AT_FDCWD, new, 0);
  if (name && other && done == 0) note(RENAMED, name, 0, other, strlen(other));
  return done;
}

// The clock on the wall; the others run on.
int clock_gettime(clockid_t clock, struct timespec *now) {
  static time_t begun;
  int done = (int)syscall(SYS_clock_gettime, clock, now);
  const char *wall = getenv("ATTUNE_DISK_CLOCK");
  if (done != 0 || clock != CLOCK_REALTIME || !wall) return done;
  if (!begun) begun = now->tv_sec;
  now->tv_sec = now->tv_sec - begun + atoll(wall);
  return 0;
}

// The mutant: the program believes that it asked for FULL.
typedef int (*prepare_v2)(void *, const char *, int, void **, const char **);
typedef int (*prepare_v3)(void *, const char *, int, unsigned, void **, const char **);

static const char *mutated(const char *sql) {
  if (!getenv("ATTUNE_DISK_NORMAL") || !sql) return NULL;
  if (!strcmp(sql, "PRAGMA synchronous = FULL")) return "PRAGMA synchronous = NORMAL";
  if (!strcmp(sql, "PRAGMA synchronous")) return "SELECT 2";
  return NULL;
}

int sqlite3_prepare_v2(void *db, const char *sql, int count, void **statement, const char **tail) {
  prepare_v2 real = (prepare_v2)dlsym(RTLD_NEXT, "sqlite3_prepare_v2");
  const char *other = mutated(sql);
  int code = real(db, other ? other : sql, other ? -1 : count, statement, tail);
  if (other && tail) *tail = sql + strlen(sql);
  return code;
}

int sqlite3_prepare_v3(void *db, const char *sql, int count, unsigned flags, void **statement, const char **tail) {
  prepare_v3 real = (prepare_v3)dlsym(RTLD_NEXT, "sqlite3_prepare_v3");
  const char *other = mutated(sql);
  int code = real(db, other ? other : sql, other ? -1 : count, flags, statement, tail);
  if (other && tail) *tail = sql + strlen(sql);
  return code;
}
