#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "CCounting.h"

static int found_input = -1, found_output = -1;

// Takes what the terminal is sent, so that it never waits for room.
static void *drain(void *context) {
    int master = (int)(intptr_t)context;
    char bytes[4096];
    while (read(master, bytes, sizeof bytes) > 0) continue;
    close(master);
    return NULL;
}

bool terminal_take(int columns, int rows) {
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    char name[64];
    if (master < 0 || grantpt(master) || unlockpt(master) || ptsname_r(master, name, sizeof name)) return false;
    int terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
    pthread_t thread;
    if (terminal < 0 || ioctl(terminal, TIOCSWINSZ, &size) || pthread_create(&thread, NULL, drain, (void *)(intptr_t)master))
        return false;
    pthread_detach(thread);
    found_input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 10);
    found_output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 10);
    if (found_input < 0 || found_output < 0) return false;
    bool isTaken = dup2(terminal, STDIN_FILENO) >= 0 && dup2(terminal, STDOUT_FILENO) >= 0;
    close(terminal);
    return isTaken;
}

void terminal_give_back(void) {
    if (found_input < 0 || found_output < 0) return;
    dup2(found_input, STDIN_FILENO);
    dup2(found_output, STDOUT_FILENO);
    close(found_input);
    close(found_output);
    found_input = found_output = -1;
}
