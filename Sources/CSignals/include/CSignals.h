// Signals, in C: what runs within a signal handler may call next to nothing, and C says exactly what runs.
#ifndef SILAT_SIGNALS_H
#define SILAT_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/// Catches signals: each then comes as one byte, its number, out of the descriptor returned.
///
/// The descriptor is the same each time. Returns -1 where no pipe can be had, or signals are caught already; nothing more is caught then.
int signals_catch(const int *signals, size_t count);

/// Gives the signals back their former meaning. The descriptor stays open, and nothing comes out of it until they are caught again.
///
/// Where the line is gone, SIGHUP is ignored from now on: the system ends the input first, and its SIGHUP may come when everything is
/// written and the program about to end as it should.
void signals_release(bool line_is_gone);

/// Stops this process, or its whole job, as Ctrl-Z would; returns when it goes on.
///
/// Where no shell could wake us, the system does not stop us, and this returns at once.
void signals_stop(bool whole_job);

/// Whether the terminal on standard input is another job's at present.
bool signals_are_in_background(void);

/// Stops until the terminal is ours again; returns at once where it is.
void signals_await_foreground(void);

/// From now on a crash, and an exit that nobody prepared, write these bytes to a terminal and give it these settings.
///
/// A crash then takes its usual course. More than 256 bytes are cut.
void rescue_arm(int descriptor, const void *bytes, size_t count, const struct termios *settings);

/// The terminal needs no rescue any more.
void rescue_disarm(void);

/// From now on a crash writes no core file, and no program of the same user reads this one's memory.
void crash_leaves_nothing(void);

#endif
