#define _GNU_SOURCE
#include "CSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { SIGNALS = 65, RESCUE_BYTES = 256 };

// Signals that come out of a pipe

// Made once and never closed: a handler that another thread is in may still write while the signals are given back, and what was the pipe's number may
// be a file's by then.
static int pipe_ends[2] = {-1, -1};
static bool is_catching;
static bool is_caught[SIGNALS];
static struct sigaction former[SIGNALS];

static void pass_on(int signal)
{
    int error = errno;
    unsigned char number = (unsigned char)signal;
    // A full pipe holds thousands of signals that nobody has read yet: one more says nothing new.
    (void)!write(pipe_ends[1], &number, 1);
    errno = error;
}

static void catch_one(int signal, struct sigaction *old)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = pass_on;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, old);
}

int signals_catch(const int *signals, size_t count)
{
    if (is_catching || (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0))
        return -1;
    is_catching = true;
    // What came since the last release is nobody's.
    unsigned char old[SIGNALS];
    while (read(pipe_ends[0], old, sizeof old) > 0) {
    }
    for (size_t i = 0; i < count; i++) {
        if (signals[i] <= 0 || signals[i] >= SIGNALS)
            continue;
        is_caught[signals[i]] = true;
        catch_one(signals[i], &former[signals[i]]);
    }
    return pipe_ends[0];
}

void signals_release(bool line_is_gone)
{
    struct sigaction ignore;
    memset(&ignore, 0, sizeof ignore);
    sigemptyset(&ignore.sa_mask);
    ignore.sa_handler = SIG_IGN;
    for (int signal = 1; signal < SIGNALS; signal++) {
        if (is_caught[signal])
            sigaction(signal, line_is_gone && signal == SIGHUP ? &ignore : &former[signal], NULL);
        is_caught[signal] = false;
    }
    is_catching = false;
}

bool signals_are_in_background(void)
{
    pid_t foreground = tcgetpgrp(STDIN_FILENO);
    return foreground > 0 && foreground != getpgrp();
}

// Stops as a program does that reaches for a terminal which is another's. Where no shell could wake us the system does not
// stop us: then one must go on some time.
static void stay_out_of_background(void)
{
    sigset_t stops, mask;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTTOU);
    pthread_sigmask(SIG_UNBLOCK, &stops, &mask);
    for (int tries = 0; signals_are_in_background() && tries < 1000; tries++)
        raise(SIGTTOU);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

void signals_stop(bool whole_job)
{
    struct sigaction ignore, by_default, stop, proceed;
    memset(&ignore, 0, sizeof ignore);
    sigemptyset(&ignore.sa_mask);
    by_default = ignore;
    ignore.sa_handler = SIG_IGN;
    by_default.sa_handler = SIG_DFL;

    // Worker threads block signals, and this one must stop here, not some lines further on.
    sigset_t stops, mask;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stops, &mask);
    // Waking is the caller's to see: it is what returning from here means.
    sigaction(SIGCONT, &by_default, &proceed);
    sigaction(SIGTSTP, &ignore, &stop);
    if (whole_job)
        kill(0, SIGTSTP);
    sigaction(SIGTSTP, &by_default, NULL);
    raise(SIGTSTP);
    stay_out_of_background();
    sigaction(SIGTSTP, &stop, NULL);
    sigaction(SIGCONT, &proceed, NULL);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

void signals_await_foreground(void)
{
    struct sigaction by_default, proceed;
    memset(&by_default, 0, sizeof by_default);
    sigemptyset(&by_default.sa_mask);
    by_default.sa_handler = SIG_DFL;
    sigaction(SIGCONT, &by_default, &proceed);
    stay_out_of_background();
    sigaction(SIGCONT, &proceed, NULL);
}

// Rescue of the terminal

static const int deadly[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGQUIT};
enum { DEADLY = sizeof deadly / sizeof deadly[0] };

static volatile sig_atomic_t is_armed;
static struct sigaction former_deadly[DEADLY];
static int rescue_descriptor;
static char rescue_bytes[RESCUE_BYTES];
static size_t rescue_count;
static struct termios rescue_settings;

static void rescue(void)
{
    if (!is_armed)
        return;
    is_armed = false;
    size_t written = 0;
    while (written < rescue_count) {
        ssize_t count = write(rescue_descriptor, rescue_bytes + written, rescue_count - written);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        written += (size_t)count;
    }
    tcsetattr(rescue_descriptor, TCSANOW, &rescue_settings);
}

static void die(int signal, siginfo_t *info, void *context)
{
    (void)context;
    rescue();
    for (size_t i = 0; i < DEADLY; i++)
        sigaction(deadly[i], &former_deadly[i], NULL);
    // A fault comes again by itself when its instruction is run anew; a signal that was sent must be sent again.
    if (info->si_code <= 0 || info->si_code == SI_KERNEL)
        raise(signal);
}

void rescue_arm(int descriptor, const void *bytes, size_t count, const struct termios *settings)
{
    static bool runs_at_exit;

    rescue_descriptor = descriptor;
    rescue_count = count < RESCUE_BYTES ? count : RESCUE_BYTES;
    memcpy(rescue_bytes, bytes, rescue_count);
    rescue_settings = *settings;
    if (!runs_at_exit)
        runs_at_exit = atexit(rescue) == 0;

    if (!is_armed) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_sigaction = die;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigemptyset(&action.sa_mask);
        for (size_t i = 0; i < DEADLY; i++)
            sigaction(deadly[i], &action, &former_deadly[i]);
    }
    is_armed = true;
}

void rescue_disarm(void)
{
    if (!is_armed)
        return;
    is_armed = false;
    for (size_t i = 0; i < DEADLY; i++)
        sigaction(deadly[i], &former_deadly[i], NULL);
}

void crash_leaves_nothing(void) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // A core that is piped to a program heeds no limit, only this.
    prctl(PR_SET_DUMPABLE, 0);
}
