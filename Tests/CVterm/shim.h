// The emulator and the pseudo-terminal of the end-to-end tests, as Swift can call them.
#ifndef SILAT_VTERM_SHIM_H
#define SILAT_VTERM_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <vterm.h>

// Declared here and not by a feature macro, which would make this module's view of the C library differ from Swift's.
extern int posix_openpt(int);
extern int grantpt(int);
extern int unlockpt(int);
extern int ptsname_r(int, char *, size_t);

// Opens the master's side of a new pseudo-terminal of a size; -1 where that fails.
static inline int desk_open_terminal(int columns, int rows)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (master < 0)
        return -1;
    struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
    if (grantpt(master) != 0 || unlockpt(master) != 0 || ioctl(master, TIOCSWINSZ, &size) != 0) {
        close(master);
        return -1;
    }
    return master;
}

// The system tells the foreground job of the change by itself.
static inline bool desk_resize_terminal(int master, int columns, int rows)
{
    struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
    return ioctl(master, TIOCSWINSZ, &size) == 0;
}

// Starts a program as the leader of a session on the pseudo-terminal; returns its process id, or -1.
//
// Between fork and exec the child calls only what is safe there, since the parent has other threads.
static inline pid_t desk_start(
    int master, const char *program, char *const arguments[], char *const environment[], const char *folder)
{
    char slave[128];
    if (ptsname_r(master, slave, sizeof slave) != 0)
        return -1;
    pid_t child = fork();
    if (child != 0)
        return child;
    setsid();
    int terminal = open(slave, O_RDWR);
    if (terminal < 0 || ioctl(terminal, TIOCSCTTY, 0) != 0 || dup2(terminal, 0) < 0 || dup2(terminal, 1) < 0
        || dup2(terminal, 2) < 0 || chdir(folder) != 0)
        _exit(126);
    syscall(SYS_close_range, 3u, ~0u, 0u);
    // The threads of the tests block signals, and a child inherits that.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < 32; number++)
        signal(number, SIG_DFL);
    execve(program, arguments, environment);
    _exit(127);
}

// A descriptor that can be read once the process has ended; -1 where that fails.
static inline int desk_watch(pid_t process)
{
    return (int)syscall(SYS_pidfd_open, process, 0);
}

// How a process ended: its exit code, or 256 and the number of the signal that killed it; -1 while it runs.
static inline int desk_ending(pid_t process)
{
    int status = 0;
    if (waitpid(process, &status, WNOHANG) != process)
        return -1;
    return WIFSIGNALED(status) ? 256 + WTERMSIG(status) : WEXITSTATUS(status);
}

enum {
    DESK_BOLD = 1,
    DESK_REVERSE = 2,
    DESK_UNDERLINE = 4,
    DESK_COLOR = 8,
};

// What a cell shows: up to six scalars, 0 after the last; the width in columns, 0 for the right half of a wide character.
static inline int desk_cell(const VTermScreen *screen, int row, int column, uint32_t scalars[6], int *style)
{
    VTermScreenCell cell;
    VTermPos place = {.row = row, .col = column};
    if (!vterm_screen_get_cell(screen, place, &cell) || cell.chars[0] == (uint32_t)-1)
        return 0;
    for (int i = 0; i < 6; i++)
        scalars[i] = cell.chars[i];
    *style = (cell.attrs.bold ? DESK_BOLD : 0) | (cell.attrs.reverse ? DESK_REVERSE : 0)
        | (cell.attrs.underline ? DESK_UNDERLINE : 0)
        | (VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) && VTERM_COLOR_IS_DEFAULT_BG(&cell.bg) ? 0 : DESK_COLOR);
    return cell.width;
}

// Where the cursor stands.
static inline void desk_cursor(VTerm *terminal, int *row, int *column)
{
    VTermPos place;
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &place);
    *row = place.row;
    *column = place.col;
}

// What the emulator was told besides text.
struct desk_modes {
    bool shows_cursor;
    bool is_alternate;
};

static inline int desk_note_mode(VTermProp property, VTermValue *value, void *modes)
{
    if (property == VTERM_PROP_CURSORVISIBLE)
        ((struct desk_modes *)modes)->shows_cursor = value->boolean;
    if (property == VTERM_PROP_ALTSCREEN)
        ((struct desk_modes *)modes)->is_alternate = value->boolean;
    return 1;
}

// A new emulator that keeps its modes where told; free it with vterm_free.
static inline VTerm *desk_emulator(int columns, int rows, struct desk_modes *modes)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = desk_note_mode};
    VTerm *terminal = vterm_new(rows, columns);
    if (!terminal)
        return NULL;
    vterm_set_utf8(terminal, 1);
    VTermScreen *screen = vterm_obtain_screen(terminal);
    vterm_screen_set_callbacks(screen, &callbacks, modes);
    vterm_screen_enable_altscreen(screen, 1);
    vterm_screen_reset(screen, 1);
    return terminal;
}

#endif
