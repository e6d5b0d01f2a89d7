// What the C library and the system offer about a program's memory, and Swift does not see.
#ifndef SILAT_MEMORY_H
#define SILAT_MEMORY_H

#include <malloc.h>

/// Lets go of the pages of the program's own code and constants. Those that are used again come back from the system's cache of files.
///
/// Starting touches much that nobody comes back to: relocations, the command line, set-up of libraries. The pages are the file's, unchanged: the
/// system writes nothing and reads nothing, and whoever needs memory finds them free.
void memory_let_go_of_code(void);

#endif
