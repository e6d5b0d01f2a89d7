#ifndef CFAULTYDISK_H
#define CFAULTYDISK_H

/// What goes wrong at the chosen operation.
enum faulty_disk_fault {
    FAULTY_DISK_NONE = 0,
    /// No room, and none until faulty_disk_mend().
    FAULTY_DISK_FULL = 1,
    /// The device reports an error, once.
    FAULTY_DISK_ERROR = 2,
    /// Half of what was to be written is, then the device reports an error.
    FAULTY_DISK_TORN = 3,
    /// The process is killed before the operation.
    FAULTY_DISK_KILL = 4,
    /// Half of what was to be written is, then the process is killed.
    FAULTY_DISK_TORN_KILL = 5,
    /// The power goes: of what was not synced a part, chosen by the seed, never reached the disk.
    FAULTY_DISK_POWER_CUT = 6,
};

/// Makes the faulty disk the one that SQLite works on in this process. Call before a file is opened.
/// Returns SQLite's code, 0 where it is done.
int faulty_disk_install(void);

/// Has the n-th write, sync, truncation or deletion from now on go wrong, counted from 1; 0 for none, which only counts.
void faulty_disk_arm(long operation, int fault, unsigned seed);

/// Has nothing go wrong any more.
void faulty_disk_mend(void);

/// How many operations there were since it was armed.
long faulty_disk_operations(void);

#endif
