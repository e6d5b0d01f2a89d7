#define _GNU_SOURCE
#include "CFullDisk.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

// The C library's function of a name. Threads come by at once: each may be the one that finds it.
static void *next(void *_Atomic *found, const char *name) {
    void *known = atomic_load(found);
    if (!known) {
        known = dlsym(RTLD_NEXT, name);
        atomic_store(found, known);
    }
    return known;
}

static int is_full(void) {
    const char *flag = getenv("SILAT_FULL_DISK");
    struct stat state;
    return flag && stat(flag, &state) == 0;
}

// Says how much room there is: none.
int statvfs(const char *path, struct statvfs *answer) {
    static void *_Atomic found;
    int (*real)(const char *, struct statvfs *) = next(&found, "statvfs");
    int result = real(path, answer);
    if (result == 0 && is_full()) answer->f_bavail = 0;
    return result;
}

int statvfs64(const char *path, struct statvfs64 *answer) {
    static void *_Atomic found;
    int (*real)(const char *, struct statvfs64 *) = next(&found, "statvfs64");
    int result = real(path, answer);
    if (result == 0 && is_full()) answer->f_bavail = 0;
    return result;
}

// How a write to this descriptor fails now; 0 where it goes through.
static int failure(int descriptor) {
    const char *flag = getenv("SILAT_FULL_DISK");
    struct stat state;
    if (!flag || stat(flag, &state) != 0) return 0;
    char link[64], name[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, name, sizeof name - 1);
    if (length <= 0) return 0;
    name[length] = 0;
    if (!strstr(name, ".db")) return 0;
    return state.st_size == 0 ? ENOSPC : EIO;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
    static void *_Atomic found;
    ssize_t (*real)(int, const void *, size_t, off64_t) = next(&found, "pwrite64");
    int code = failure(descriptor);
    if (code) {
        errno = code;
        return -1;
    }
    return real(descriptor, bytes, count, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    static void *_Atomic found;
    ssize_t (*real)(int, const void *, size_t, off_t) = next(&found, "pwrite");
    int code = failure(descriptor);
    if (code) {
        errno = code;
        return -1;
    }
    return real(descriptor, bytes, count, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    static void *_Atomic found;
    ssize_t (*real)(int, const void *, size_t) = next(&found, "write");
    int code = failure(descriptor);
    if (code) {
        errno = code;
        return -1;
    }
    return real(descriptor, bytes, count);
}
