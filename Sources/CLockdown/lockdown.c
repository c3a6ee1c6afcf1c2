#include "lockdown.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/resource.h>

static int limit(int what, rlim_t most) {
    struct rlimit value = {most, most};
    return setrlimit(what, &value);
}

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define IF_CALL(name) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 1), ALLOW

static int filter_calls(void) {
    struct sock_filter program[] = {
        LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        LOAD(nr),
        IF_CALL(read), IF_CALL(pread64), IF_CALL(lseek), IF_CALL(close), IF_CALL(fstat),
        IF_CALL(mmap), IF_CALL(munmap), IF_CALL(mremap), IF_CALL(mprotect), IF_CALL(brk),
        IF_CALL(madvise), IF_CALL(futex), IF_CALL(rt_sigaction), IF_CALL(rt_sigprocmask),
        IF_CALL(rt_sigreturn), IF_CALL(sigaltstack), IF_CALL(exit), IF_CALL(exit_group),
        IF_CALL(getrandom), IF_CALL(clock_gettime), IF_CALL(sched_yield), IF_CALL(gettid),
        IF_CALL(getpid), IF_CALL(tgkill), IF_CALL(newfstatat),
        // To standard output and standard error, and nowhere else.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_write, 0, 4),
        LOAD(args[0]),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 1, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 2, 0, 5),
        ALLOW,
        // For reading only: tables of character sets are files.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 3),
        LOAD(args[2]),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 1, 0),
        ALLOW,
        REFUSE,
    };
    struct sock_fprog filter = {
        .len = (unsigned short)(sizeof program / sizeof program[0]), .filter = program};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

#else

static int filter_calls(void) { return 1; }

#endif

int lockdown_enter(size_t bytes, unsigned seconds) {
    if (limit(RLIMIT_CORE, 0) != 0) return -1;
    if (limit(RLIMIT_FSIZE, 0) != 0) return -1;
    if (limit(RLIMIT_CPU, seconds) != 0) return -1;
#if defined(__linux__)
    if (limit(RLIMIT_AS, bytes) != 0) return -1;
#else
    // macOS takes no limit of the address space below what is mapped already.
    (void)bytes;
#endif
    return filter_calls();
}
