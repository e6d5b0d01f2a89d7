// ncurses as Swift can call it: its macros, variable arguments and mutable globals behind functions of fixed form.
#ifndef SILAT_NCURSES_SHIM_H
#define SILAT_NCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// term.h defines hundreds of short macros; these are all of it that is needed.
extern int setupterm(const char *, int, int *);

enum { SIMPLE_TERMINAL = 2 };

// 1 where terminfo knows the terminal in TERM, SIMPLE_TERMINAL where it says that programs can't steer it, else 0 or less.
static inline int terminfo_open(void)
{
    int verdict = -1;
    if (setupterm(NULL, STDOUT_FILENO, &verdict) == OK)
        return 1;
    return verdict == 1 ? SIMPLE_TERMINAL : verdict;
}

// The string of a capability; NULL where the terminal has none.
static inline const char *terminfo_string(const char *capability)
{
    const char *value = tigetstr((char *)capability);
    return value == (const char *)-1 ? NULL : value;
}

// Opens the screen on standard input and a stream for its output; NULL where that fails.
static inline SCREEN *screen_open(FILE *output)
{
    return newterm(NULL, output, stdin);
}

// The headers of the C library have these for GNU's own programs only.
extern int memfd_create(const char *, unsigned int);
extern int dup3(int, int, int);

// A file that is nowhere but in memory, closed on exec; less than 0 where the system has none.
static inline int memory_file(void) { return memfd_create("screen", 1); }

// Makes a descriptor stand for what another one does; less than 0 where that fails. Neither is open in programs begun later.
static inline int descriptor_point(int descriptor, int other) { return dup3(other, descriptor, O_CLOEXEC); }

// Keys unechoed and at once, signals and flow control off, so that every key comes to us.
static inline void screen_take_keys(void)
{
    raw();
    noecho();
    nonl();
    intrflush(stdscr, FALSE);
    keypad(stdscr, TRUE);
    leaveok(stdscr, FALSE);
    scrollok(stdscr, FALSE);
    idlok(stdscr, FALSE);
}

static inline int screen_rows(void) { return LINES; }
static inline int screen_columns(void) { return COLS; }
static inline int screen_color_pairs(void) { return COLOR_PAIRS; }
static inline int screen_colors(void) { return COLORS; }

// Whether the terminal's own colours can be mixed with others.
static inline bool screen_start_colors(void)
{
    return start_color() == OK && use_default_colors() == OK;
}

enum {
    SCREEN_BOLD = 1,
    SCREEN_DIM = 2,
    SCREEN_REVERSE = 4,
    SCREEN_UNDERLINE = 8,
};

// Puts one character with its marks on the virtual screen.
static inline void screen_put(int row, int column, const wchar_t *text, int style, short pair)
{
    attr_t attributes = A_NORMAL;
    if (style & SCREEN_BOLD)
        attributes |= A_BOLD;
    if (style & SCREEN_DIM)
        attributes |= A_DIM;
    if (style & SCREEN_REVERSE)
        attributes |= A_REVERSE;
    if (style & SCREEN_UNDERLINE)
        attributes |= A_UNDERLINE;
    cchar_t cell;
    if (setcchar(&cell, text, attributes, pair, NULL) == OK)
        mvwadd_wch(stdscr, row, column, &cell);
}

// Writes what changed to the terminal; all of it where asked. A row below 0 hides the cursor.
static inline void screen_flush(int cursor_row, int cursor_column, bool everything)
{
    if (everything)
        clearok(curscr, TRUE);
    curs_set(cursor_row >= 0);
    wmove(stdscr, cursor_row >= 0 ? cursor_row : 0, cursor_row >= 0 ? cursor_column : 0);
    wnoutrefresh(stdscr);
    doupdate();
}

static inline void screen_blank(void)
{
    werase(stdscr);
}

// The terminal's size as the system knows it; false where it knows none.
static inline bool terminal_size(int *columns, int *rows)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        return false;
    *columns = size.ws_col;
    *rows = size.ws_row;
    return true;
}

// Whether the terminal behind a descriptor is still there.
static inline bool terminal_is_there(int descriptor)
{
    struct pollfd look = {.fd = descriptor, .events = POLLOUT};
    return poll(&look, 1, 0) >= 0 && !(look.revents & (POLLERR | POLLHUP | POLLNVAL));
}

// Whether bytes can be read at once.
static inline bool terminal_has_input(void)
{
    struct pollfd look = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&look, 1, 0) == 1 && (look.revents & POLLIN);
}

static inline bool names_utf8(const char *name)
{
    return name && (strcasestr(name, "UTF-8") || strcasestr(name, "UTF8"));
}

// The columns of a character by the C library's table; -1 where it can't be shown.
extern int wcwidth(wchar_t);
static inline int character_width(wchar_t character) { return wcwidth(character); }

// Takes the character set of the environment; true where it is UTF-8. Only LC_CTYPE is set, so that numbers in files and
// in SQL keep their points. A locale that is named but not installed, as often over ssh, still says what the terminal shows.
static inline bool locale_is_utf8(void)
{
    const char *name = getenv("LC_ALL");
    if (!name || !*name)
        name = getenv("LC_CTYPE");
    if (!name || !*name)
        name = getenv("LANG");
    /* Where nobody named a locale, today's terminals speak UTF-8; a locale that is named but not installed is taken at its word. */
    bool unnamed = !name || !*name;
    if (unnamed || (!setlocale(LC_CTYPE, "") && names_utf8(name)))
        setlocale(LC_CTYPE, "C.UTF-8");
    return names_utf8(nl_langinfo(CODESET));
}

#endif
