// How often Swift counts a reference up stands for the work between allocations, of which nothing else tells: copies of arrays and
// texts, calls through protocols. Elsewhere than on x86-64 the function has a calling convention that C has no word for.
#ifdef __x86_64__
#define _GNU_SOURCE
#include <dlfcn.h>

#include "counters.h"

static void *(*_Atomic retain)(void *);
static void *(*_Atomic retain_n)(void *, uint32_t);

void *swift_retain(void *object) {
    if (!retain) retain = dlsym(RTLD_NEXT, "swift_retain");
    count(RETAINS, 1);
    return retain(object);
}

void *swift_retain_n(void *object, uint32_t times) {
    if (!retain_n) retain_n = dlsym(RTLD_NEXT, "swift_retain_n");
    count(RETAINS, times);
    return retain_n(object, times);
}
#endif
