// Settings of SQLite that its own interface takes in a way that Swift cannot say.
#ifndef SILAT_SQLITE_SETTINGS_H
#define SILAT_SQLITE_SETTINGS_H

/// SQLite no longer counts the memory that it takes, which nobody asks it for: counting locks, at each piece taken and given back.
///
/// It has to come before the first file is opened; later, nothing happens.
void sqlite_counts_no_memory(void);

#endif
