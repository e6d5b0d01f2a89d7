#define _GNU_SOURCE
#include "CFullDisk.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static int is_full(void) {
    const char *flag = getenv("SILAT_FULL_DISK");
    struct stat state;
    return flag && stat(flag, &state) == 0;
}

// Says how much room there is: none.
int statvfs(const char *path, struct statvfs *answer) {
    static int (*real)(const char *, struct statvfs *);
    if (!real) real = dlsym(RTLD_NEXT, "statvfs");
    int result = real(path, answer);
    if (result == 0 && is_full()) answer->f_bavail = 0;
    return result;
}

int statvfs64(const char *path, struct statvfs64 *answer) {
    static int (*real)(const char *, struct statvfs64 *);
    if (!real) real = dlsym(RTLD_NEXT, "statvfs64");
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
    static ssize_t (*real)(int, const void *, size_t, off64_t);
    if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
    int code = failure(descriptor);
    if (code) {
        errno = code;
        return -1;
    }
    return real(descriptor, bytes, count, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    static ssize_t (*real)(int, const void *, size_t, off_t);
    if (!real) real = dlsym(RTLD_NEXT, "pwrite");
    int code = failure(descriptor);
    if (code) {
        errno = code;
        return -1;
    }
    return real(descriptor, bytes, count, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    int code = failure(descriptor);
    if (code) {
        errno = code;
        return -1;
    }
    return real(descriptor, bytes, count);
}
