// The C library's calls on files, standing before its own; each goes to the system at once.
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <unistd.h>

#include "counters.h"

static ssize_t counted(enum counter counter, ssize_t result) {
    if (result > 0) count(counter, result);
    return result;
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
    ssize_t result = syscall(SYS_write, descriptor, bytes, size);
    return counted(descriptor == STDOUT_FILENO ? TERMINAL_BYTES : DISK_WRITTEN, result);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset) {
    return counted(DISK_WRITTEN, syscall(SYS_pwrite64, descriptor, bytes, size, offset));
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t offset) {
    return counted(DISK_READ, syscall(SYS_pread64, descriptor, bytes, size, offset));
}

int fsync(int descriptor) {
    count(DISK_SYNCS, 1);
    return (int)syscall(SYS_fsync, descriptor);
}

int fdatasync(int descriptor) {
    count(DISK_SYNCS, 1);
    return (int)syscall(SYS_fdatasync, descriptor);
}
