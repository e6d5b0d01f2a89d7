// The processor's instructions are counted by valgrind's callgrind, which a program asks by a sequence of instructions that does nothing
// elsewhere (valgrind.h has it; it is repeated here, so that what is built does not depend on what is installed).
#define _GNU_SOURCE
#include <signal.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "CCounting.h"

#ifdef __x86_64__
// The tool's own requests begin with its two letters (callgrind.h).
enum request {
    CALLGRIND = 'C' << 24 | 'T' << 16,
    ZERO = CALLGRIND + 1,
    DUMP = CALLGRIND + 3,
    START = CALLGRIND + 4,
};

static void ask(enum request request, uintptr_t argument) {
    volatile uintptr_t arguments[6] = {request, argument};
    uintptr_t answer = 0;
    __asm__ volatile("rolq $3, %%rdi; rolq $13, %%rdi; rolq $61, %%rdi; rolq $51, %%rdi; xchgq %%rbx, %%rbx"
                     : "+d"(answer)
                     : "a"(&arguments[0])
                     : "cc", "memory");
}

void instructions_from_here(void) {
    // It does not stop: beginning again costs much more than what is counted between the paths, and is left out.
    ask(START, 0);
    ask(ZERO, 0);
}

void instructions_up_to_here(const char *path) { ask(DUMP, (uintptr_t)path); }

// Valgrind 3.19 changes the set of signals that it is handed, and libdispatch hands it one that cannot be written.
int sigsuspend(const sigset_t *set) {
    sigset_t copy = *set;
    return (int)syscall(SYS_rt_sigsuspend, &copy, _NSIG / 8);
}
#else
void instructions_from_here(void) {}
void instructions_up_to_here(const char *path) { (void)path; }
#endif
