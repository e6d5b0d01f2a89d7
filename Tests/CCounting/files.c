// The C library's calls on files, standing before its own; each goes to the system at once.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "counters.h"

static ssize_t counted(enum counter counter, ssize_t result) {
    if (result > 0) count(counter, result);
    return result;
}

// A file that is in memory alone, which the system knows by its seals.
static bool is_memory(int descriptor) { return fcntl(descriptor, F_GET_SEALS) >= 0; }

ssize_t write(int descriptor, const void *bytes, size_t size) {
    ssize_t result = syscall(SYS_write, descriptor, bytes, size);
    if (isatty(descriptor)) return counted(TERMINAL_BYTES, result);
    return is_memory(descriptor) ? result : counted(DISK_WRITTEN, result);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset) {
    return counted(DISK_WRITTEN, syscall(SYS_pwrite64, descriptor, bytes, size, offset));
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t offset) {
    ssize_t result = syscall(SYS_pread64, descriptor, bytes, size, offset);
    return is_memory(descriptor) ? result : counted(DISK_READ, result);
}

int fsync(int descriptor) {
    count(DISK_SYNCS, 1);
    return (int)syscall(SYS_fsync, descriptor);
}

int fdatasync(int descriptor) {
    count(DISK_SYNCS, 1);
    return (int)syscall(SYS_fdatasync, descriptor);
}
