#ifndef CFULLDISK_H
#define CFULLDISK_H

/// A library to preload: while the file that SILAT_FULL_DISK names exists, whatever the program writes to a file whose name has
/// ".db" in it fails, because there is no room, or with an error of the device where that file is not empty; and a disk that is asked
/// says that it has none.

#endif
