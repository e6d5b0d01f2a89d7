// These stand before the C library's own, for this program and every library in it, and hand on to them.
#include <errno.h>
#include <stdlib.h>

#include "counters.h"

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

static void count_allocation(size_t size) {
    count(ALLOCATIONS, 1);
    count(ALLOCATED_BYTES, (int64_t)size);
}

void *malloc(size_t size) {
    count_allocation(size);
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count_allocation(number * size);
    return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
    count_allocation(size);
    return __libc_realloc(memory, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count_allocation(size);
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
    if (alignment < sizeof(void *) || (alignment & (alignment - 1))) return EINVAL;
    count_allocation(size);
    void *found = __libc_memalign(alignment, size);
    if (!found) return ENOMEM;
    *memory = found;
    return 0;
}
