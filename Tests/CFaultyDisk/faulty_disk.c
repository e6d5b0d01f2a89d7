// A disk that fails when it is told to: a layer over SQLite's own way to files.

#include "CFaultyDisk.h"

#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// A write that was not synced yet, and what it wrote over.
struct unsynced {
    struct unsynced *earlier;
    sqlite3_file *file;
    sqlite3_int64 offset, size_before;
    int count, count_before;
    char *before, *after;
};

struct faulty_file {
    sqlite3_file base;
    sqlite3_file *real;
};

static sqlite3_vfs *system_disk;
static sqlite3_vfs faulty_disk;
static sqlite3_io_methods methods;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long operations, chosen;
static int fault, is_full;
static unsigned seed;
static struct unsynced *newest;

static sqlite3_file *real(sqlite3_file *file) { return ((struct faulty_file *)file)->real; }

// MARK: What has not reached the disk

static void forget(sqlite3_file *file) {
    struct unsynced **link = &newest;
    while (*link) {
        struct unsynced *write = *link;
        if (write->file == file) {
            *link = write->earlier;
            free(write->before);
            free(write->after);
            free(write);
        } else {
            link = &write->earlier;
        }
    }
}

static void remember(sqlite3_file *file, const void *data, int count, sqlite3_int64 offset) {
    struct unsynced *write = calloc(1, sizeof *write);
    if (!write) abort();
    write->before = malloc((size_t)count);
    write->after = malloc((size_t)count);
    if (!write->before || !write->after) abort();
    write->file = file;
    write->offset = offset;
    write->count = count;
    memcpy(write->after, data, (size_t)count);
    file->pMethods->xFileSize(file, &write->size_before);
    sqlite3_int64 there = write->size_before - offset;
    write->count_before = there <= 0 ? 0 : there < count ? (int)there : count;
    if (write->count_before) file->pMethods->xRead(file, write->before, write->count_before, offset);
    write->earlier = newest;
    newest = write;
}

static void cut_power(void) {
    // All of it is taken back, newest first, then a part of it comes again in its order.
    long number = 0;
    for (struct unsynced *write = newest; write; write = write->earlier, number++) {
        const sqlite3_io_methods *file = write->file->pMethods;
        if (write->count_before) file->xWrite(write->file, write->before, write->count_before, write->offset);
        if (write->offset + write->count > write->size_before) file->xTruncate(write->file, write->size_before);
    }
    struct unsynced **all = calloc((size_t)number + 1, sizeof *all);
    if (!all) abort();
    long position = number;
    for (struct unsynced *write = newest; write; write = write->earlier) all[--position] = write;
    for (long index = 0; index < number; index++) {
        // Of each write all, nothing, or its first half.
        int part = rand_r(&seed) % 3;
        int count = part == 0 ? all[index]->count : part == 1 ? 0 : all[index]->count / 2;
        if (count) all[index]->file->pMethods->xWrite(all[index]->file, all[index]->after, count, all[index]->offset);
    }
}

// MARK: Going wrong

static void end_process(void) {
    kill(getpid(), SIGKILL);
    pause();
}

/// Whether this operation goes wrong; returns the fault. A full disk still syncs, cuts off and deletes. The lock is held.
static int next_fault(int is_write) {
    operations++;
    if (fault == FAULTY_DISK_FULL && chosen && operations >= chosen) is_full = 1;
    if (is_full) return is_write ? FAULTY_DISK_FULL : FAULTY_DISK_NONE;
    if (!fault || operations != chosen) return FAULTY_DISK_NONE;
    switch (fault) {
    case FAULTY_DISK_KILL: end_process(); break;
    case FAULTY_DISK_POWER_CUT:
        cut_power();
        end_process();
        break;
    }
    return fault;
}

static int write_file(sqlite3_file *file, const void *data, int count, sqlite3_int64 offset) {
    pthread_mutex_lock(&lock);
    int result, now = next_fault(1);
    switch (now) {
    case FAULTY_DISK_FULL: result = SQLITE_FULL; break;
    case FAULTY_DISK_ERROR: result = SQLITE_IOERR_WRITE; break;
    case FAULTY_DISK_TORN:
    case FAULTY_DISK_TORN_KILL:
        real(file)->pMethods->xWrite(real(file), data, count / 2, offset);
        if (now == FAULTY_DISK_TORN_KILL) end_process();
        result = SQLITE_IOERR_WRITE;
        break;
    default:
        if (fault == FAULTY_DISK_POWER_CUT) remember(real(file), data, count, offset);
        result = real(file)->pMethods->xWrite(real(file), data, count, offset);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

static int sync_file(sqlite3_file *file, int flags) {
    pthread_mutex_lock(&lock);
    int now = next_fault(0);
    if (now == FAULTY_DISK_TORN_KILL) end_process();
    int result = now ? SQLITE_IOERR_FSYNC : real(file)->pMethods->xSync(real(file), flags);
    if (result == SQLITE_OK) forget(real(file));
    pthread_mutex_unlock(&lock);
    return result;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
    pthread_mutex_lock(&lock);
    int now = next_fault(0);
    if (now == FAULTY_DISK_TORN_KILL) end_process();
    int result = now ? SQLITE_IOERR_TRUNCATE : real(file)->pMethods->xTruncate(real(file), size);
    // What was cut off cannot be taken back, so it counts as synced.
    if (result == SQLITE_OK) forget(real(file));
    pthread_mutex_unlock(&lock);
    return result;
}

static int delete_file(sqlite3_vfs *disk, const char *name, int sync_folder) {
    (void)disk;
    pthread_mutex_lock(&lock);
    int now = next_fault(0);
    if (now == FAULTY_DISK_TORN_KILL) end_process();
    int result = now ? SQLITE_IOERR_DELETE : system_disk->xDelete(system_disk, name, sync_folder);
    pthread_mutex_unlock(&lock);
    return result;
}

static int close_file(sqlite3_file *file) {
    pthread_mutex_lock(&lock);
    forget(real(file));
    int result = real(file)->pMethods->xClose(real(file));
    pthread_mutex_unlock(&lock);
    return result;
}

// MARK: What goes through as it is

static int read_file(sqlite3_file *file, void *data, int count, sqlite3_int64 offset) {
    return real(file)->pMethods->xRead(real(file), data, count, offset);
}
static int file_size(sqlite3_file *file, sqlite3_int64 *size) { return real(file)->pMethods->xFileSize(real(file), size); }
static int lock_file(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
static int unlock_file(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
static int check_lock(sqlite3_file *file, int *result) {
    return real(file)->pMethods->xCheckReservedLock(real(file), result);
}
static int control_file(sqlite3_file *file, int operation, void *argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
static int sector_size(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
static int characteristics(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
static int map_memory(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
static int lock_memory(sqlite3_file *file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
static void memory_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
static int unmap_memory(sqlite3_file *file, int should_delete) {
    return real(file)->pMethods->xShmUnmap(real(file), should_delete);
}

static int open_file(sqlite3_vfs *disk, sqlite3_filename name, sqlite3_file *file, int flags, int *flags_out) {
    (void)disk;
    struct faulty_file *faulty = (struct faulty_file *)file;
    faulty->real = (sqlite3_file *)(faulty + 1);
    faulty->base.pMethods = NULL;
    int result = system_disk->xOpen(system_disk, name, faulty->real, flags, flags_out);
    if (faulty->real->pMethods) faulty->base.pMethods = &methods;
    return result;
}

// MARK: Outside

int faulty_disk_install(void) {
    if (system_disk) return SQLITE_OK;
    system_disk = sqlite3_vfs_find(NULL);
    if (!system_disk) return SQLITE_ERROR;
    methods = (sqlite3_io_methods){
        .iVersion = 2,
        .xClose = close_file,
        .xRead = read_file,
        .xWrite = write_file,
        .xTruncate = truncate_file,
        .xSync = sync_file,
        .xFileSize = file_size,
        .xLock = lock_file,
        .xUnlock = unlock_file,
        .xCheckReservedLock = check_lock,
        .xFileControl = control_file,
        .xSectorSize = sector_size,
        .xDeviceCharacteristics = characteristics,
        .xShmMap = map_memory,
        .xShmLock = lock_memory,
        .xShmBarrier = memory_barrier,
        .xShmUnmap = unmap_memory,
    };
    faulty_disk = *system_disk;
    faulty_disk.zName = "faulty";
    faulty_disk.szOsFile = (int)sizeof(struct faulty_file) + system_disk->szOsFile;
    faulty_disk.xOpen = open_file;
    faulty_disk.xDelete = delete_file;
    return sqlite3_vfs_register(&faulty_disk, 1);
}

void faulty_disk_arm(long operation, int what, unsigned number) {
    pthread_mutex_lock(&lock);
    operations = 0;
    chosen = operation;
    fault = what;
    is_full = 0;
    seed = number;
    pthread_mutex_unlock(&lock);
}

void faulty_disk_mend(void) {
    pthread_mutex_lock(&lock);
    fault = FAULTY_DISK_NONE;
    is_full = 0;
    pthread_mutex_unlock(&lock);
}

long faulty_disk_operations(void) {
    pthread_mutex_lock(&lock);
    long count = operations;
    pthread_mutex_unlock(&lock);
    return count;
}
