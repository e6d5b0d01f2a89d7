#include "CSanitizer.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)

const char *__lsan_default_suppressions(void);

// What ncurses keeps of the terminal and Foundation of the processes it started, they keep until the end of the program. Whatever is lost of silat's
// own is still told.
const char *__lsan_default_suppressions(void)
{
    return "leak:libtinfo\nleak:libncurses\nleak:libFoundation\n";
}

#endif
#endif
