#include "CSanitizer.h"

// A crash is the program's own to handle: it gives the terminal back, and ends by the signal that it was.
#define CRASHES_ARE_SILATS "handle_segv=0:handle_sigbus=0:handle_sigfpe=0"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)

const char *__asan_default_options(void);
const char *__lsan_default_suppressions(void);

const char *__asan_default_options(void) { return CRASHES_ARE_SILATS; }

// What ncurses keeps of the terminal, Foundation of the processes it started and XCTest of its suites, they keep until the end of the program. What Swift
// notes of an object that weak references lead to hangs on the object by a pointer in disguise, which the search for leaks does not see. Whatever is lost
// of silat's own is still told.
const char *__lsan_default_suppressions(void)
{
    return "leak:libtinfo\nleak:libncurses\nleak:libFoundation\nleak:libXCTest\nleak:formWeakReference\n";
}

#endif

#if __has_feature(thread_sanitizer)

const char *__tsan_default_options(void);
const char *__tsan_default_suppressions(void);

// It would wait a second at the end of every program for what other threads have yet to do wrong; the tests run thousands.
const char *__tsan_default_options(void) { return CRASHES_ARE_SILATS ":atexit_sleep_ms=0"; }

// Swift's Mutex is built without the sanitizer, which therefore takes what is done under it for unguarded. Closures that it is given are known by their
// type, which has a sending inout argument and a sending result; whatever is done elsewhere is still told.
const char *__tsan_default_suppressions(void) { return "race:zYuYTXEfU\n"; }

#endif
#endif
