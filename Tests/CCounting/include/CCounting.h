#ifndef CCOUNTING_H
#define CCOUNTING_H

#include <stdbool.h>
#include <stdint.h>

/// What this process has cost since it began.
struct costs {
    /// Calls that take memory, and how many bytes they asked for.
    int64_t allocations, allocated_bytes;
    /// References to objects that Swift counted up: how often they were handed around.
    int64_t retains;
    /// SQL statements that were run, those of the search index included.
    int64_t statements;
    /// Instructions of the database engine.
    int64_t engine_steps;
    /// Rows that were passed over because no index led to what was sought.
    int64_t rows_scanned;
    /// Times that rows had to be sorted, and rows put into an index made for one statement.
    int64_t sorts, rows_indexed;
    /// What went to and came from files, and how often the disk was waited for.
    int64_t disk_written, disk_read, disk_syncs;
    /// Bytes that the terminal was sent.
    int64_t terminal_bytes;
};

/// The costs up to now.
struct costs costs_now(void);

/// Begins to count what SQL costs. Call before a file is opened.
void costs_begin(void);

/// Has valgrind's callgrind count the processor's instructions from here on, where it runs this program; elsewhere, this does nothing.
void instructions_from_here(void);

/// Has callgrind write down how many there were since, under a path's name.
void instructions_up_to_here(const char *path);

/// Puts a terminal of its own on standard input and output, which takes what is written and shows it to nobody.
/// Returns whether there is one.
bool terminal_take(int columns, int rows);

/// Puts standard input and output back as they were.
void terminal_give_back(void);

#endif
