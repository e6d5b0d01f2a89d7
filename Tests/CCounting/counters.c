#include "CCounting.h"
#include "counters.h"

_Atomic int64_t counters[COUNTERS];

struct costs costs_now(void) {
    return (struct costs){
        .allocations = counters[ALLOCATIONS],
        .allocated_bytes = counters[ALLOCATED_BYTES],
        .retains = counters[RETAINS],
        .statements = counters[STATEMENTS],
        .engine_steps = counters[ENGINE_STEPS],
        .rows_scanned = counters[ROWS_SCANNED],
        .sorts = counters[SORTS],
        .rows_indexed = counters[ROWS_INDEXED],
        .disk_written = counters[DISK_WRITTEN],
        .disk_read = counters[DISK_READ],
        .disk_syncs = counters[DISK_SYNCS],
        .terminal_bytes = counters[TERMINAL_BYTES],
    };
}

void costs_begin(void) {
    statements_begin();
}
