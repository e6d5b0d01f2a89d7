#ifndef COUNTERS_H
#define COUNTERS_H

#include <stdatomic.h>
#include <stdint.h>

// Whatever counts does so here, from any thread.
enum counter {
    ALLOCATIONS,
    ALLOCATED_BYTES,
    RETAINS,
    STATEMENTS,
    ENGINE_STEPS,
    ROWS_SCANNED,
    SORTS,
    ROWS_INDEXED,
    DISK_WRITTEN,
    DISK_READ,
    DISK_SYNCS,
    TERMINAL_BYTES,
    COUNTERS,
};

extern _Atomic int64_t counters[COUNTERS];

static inline void count(enum counter counter, int64_t amount) {
    atomic_fetch_add_explicit(&counters[counter], amount, memory_order_relaxed);
}

void statements_begin(void);

#endif
