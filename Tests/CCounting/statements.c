#include <sqlite3.h>
#include <stddef.h>

#include "counters.h"

// A statement has come to its end: what it did is added up, and counted from nothing the next time.
static int ended(unsigned event, void *context, void *statement, void *unused) {
    (void)event, (void)context, (void)unused;
    // When the log of writes is folded into the file depends on all writes before: by luck, it would cost one path or another.
    // SQLite sets this itself once a connection is open, so it cannot be done earlier.
    sqlite3_wal_autocheckpoint(sqlite3_db_handle(statement), 0);
    count(STATEMENTS, 1);
    count(ENGINE_STEPS, sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1));
    count(ROWS_SCANNED, sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1));
    count(SORTS, sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_SORT, 1));
    count(ROWS_INDEXED, sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_AUTOINDEX, 1));
    return 0;
}

static int watch(sqlite3 *database, char **error, const void *api) {
    (void)error, (void)api;
    return sqlite3_trace_v2(database, SQLITE_TRACE_PROFILE, ended, NULL);
}

void statements_begin(void) { sqlite3_auto_extension((void (*)(void))watch); }
