#include "picture/confine.h"

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <string_view>
#include <vector>

namespace lobby::picture {

namespace {

void limit(decltype(RLIMIT_AS) what, rlim_t most) {
  const rlimit value{most, most};
  setrlimit(what, &value);
}

/// The kernel looks for the process with the highest score when memory runs out; anybody may raise one's own.
void volunteer_for_the_kernel() {
  constexpr std::string_view highest = "1000";
  const int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  [[maybe_unused]] const auto written = write(file, highest.data(), highest.size());
  close(file);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;  // They take terabytes of address space and calls of their own.
#elif defined(__has_feature)
constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool sanitized = false;
#endif

/// What the C library and the decoders need to compute, to keep memory, and to talk over what is open. All else is
/// answered as if it were forbidden, which no decoder minds.
constexpr std::array needed{
    __NR_brk,          __NR_clock_gettime, __NR_close,     __NR_exit,      __NR_exit_group, __NR_fcntl,
    __NR_fstat,        __NR_futex,         __NR_getpid,    __NR_getrandom, __NR_getrusage,  __NR_gettid,
    __NR_lseek,        __NR_madvise,       __NR_mmap,      __NR_mprotect,  __NR_mremap,     __NR_munmap,
    __NR_newfstatat,   __NR_ppoll,         __NR_prlimit64, __NR_read,      __NR_recvmsg,    __NR_rt_sigprocmask,
    __NR_rt_sigreturn, __NR_sched_yield,   __NR_sendmsg,   __NR_tgkill,    __NR_write,
};

#if defined(__x86_64__)
constexpr unsigned architecture = 0xC000003E;  // AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
constexpr unsigned architecture = 0xC00000B7;  // AUDIT_ARCH_AARCH64
#else
constexpr unsigned architecture = 0;
#endif

/// What a thread needs besides, but for the call that begins it.
constexpr std::array needed_by_threads{__NR_rseq, __NR_sched_getaffinity, __NR_set_robust_list};

/// A filter of the kernel's: architecture, then one comparison a call (Documentation/userspace-api/seccomp_filter.rst).
void forbid_other_calls(Threads threads) {
  if (architecture == 0) return;
  const auto load = [](std::size_t at) {
    return sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(at));
  };
  const auto answer = [](unsigned value) { return sock_filter BPF_STMT(BPF_RET | BPF_K, value); };
  std::vector<sock_filter> steps{load(offsetof(seccomp_data, arch)),
                                 BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
                                 answer(SECCOMP_RET_KILL_PROCESS), load(offsetof(seccomp_data, nr))};
  const auto add = [&](int call, unsigned result) {
    steps.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1));
    steps.push_back(answer(result));
  };
  for (const auto call : needed) add(call, SECCOMP_RET_ALLOW);
  if (threads == Threads::own) {
    for (const auto call : needed_by_threads) add(call, SECCOMP_RET_ALLOW);
    // A filter cannot see what clone3 is asked for; without it the C library takes clone.
    add(__NR_clone3, SECCOMP_RET_ERRNO | ENOSYS);
    steps.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 3));
    steps.push_back(load(offsetof(seccomp_data, args)));
    steps.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1));
    steps.push_back(answer(SECCOMP_RET_ALLOW));
  }
  steps.push_back(answer(SECCOMP_RET_ERRNO | EPERM));
  const sock_fprog filter{static_cast<unsigned short>(steps.size()), steps.data()};
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

}  // namespace

void confine(std::size_t memory, Threads threads) {
  constexpr unsigned long kill_signal = 9;
  prctl(PR_SET_PDEATHSIG, kill_signal, 0, 0, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  volunteer_for_the_kernel();
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, 16);
  if (sanitized) return;
  if (memory > 0) limit(RLIMIT_AS, memory);
  forbid_other_calls(threads);
}

void allow_time(std::chrono::seconds time) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const rlim_t until = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + time.count());
  const rlimit value{until, RLIM_INFINITY};
  setrlimit(RLIMIT_CPU, &value);
}

}  // namespace lobby::picture
