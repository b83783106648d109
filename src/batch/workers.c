#include "workers.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SAID_MOST = 4096, EXIT_SYSTEM = 3 };

static const int stop_signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { STOP_SIGNALS = sizeof(stop_signals) / sizeof(*stop_signals) };

static volatile sig_atomic_t stopped_by;

struct worker {
    pid_t pid;   /* 0: none */
    int orders;  /* it reads the numbers of items */
    int answers; /* it writes a length, and so many bytes */
    int said;    /* what it writes to standard error */
    bool busy;
    size_t item;
    struct text answer; /* so far, its length before it */
};

struct crew {
    const struct work *work;
    struct worker *workers; /* work->jobs of them */
    size_t next, busy;
    sigset_t mask; /* of before */
    struct sigaction actions[STOP_SIGNALS];
};

static void note_signal(int signal_number) {
    stopped_by = signal_number;
}

/* Signals are let in where the parent waits, and nowhere else. */
static void hold_signals(struct crew *crew) {
    sigset_t held;
    stopped_by = 0;
    sigemptyset(&held);
    for (int i = 0; i < STOP_SIGNALS; i++)
        sigaddset(&held, stop_signals[i]);
    sigprocmask(SIG_BLOCK, &held, &crew->mask);
    const struct sigaction action = {.sa_handler = note_signal};
    for (int i = 0; i < STOP_SIGNALS; i++)
        sigaction(stop_signals[i], &action, &crew->actions[i]);
}

static void release_signals(const struct crew *crew) {
    for (int i = 0; i < STOP_SIGNALS; i++)
        sigaction(stop_signals[i], &crew->actions[i], NULL);
    sigprocmask(SIG_SETMASK, &crew->mask, NULL);
}

static bool write_all(int file, const void *bytes, size_t length) {
    for (const char *s = bytes; length > 0;) {
        ssize_t put = write(file, s, length);
        if (put < 0 && errno != EINTR)
            return false;
        s += put > 0 ? put : 0;
        length -= put > 0 ? (size_t)put : 0;
    }
    return true;
}

/* The life of a child. */
static _Noreturn void serve(const struct work *work, int orders, int answers) {
    struct text answer = {0};
    for (size_t item; read(orders, &item, sizeof(item)) == sizeof(item);) {
        text_clear(&answer);
        work->perform(work->context, item, &answer);
        if (!write_all(answers, &answer.length, sizeof(answer.length)) ||
            !write_all(answers, answer.bytes, answer.length))
            break;
    }
    _exit(0);
}

static void close_all(struct worker *worker) {
    const int files[] = {worker->orders, worker->answers, worker->said};
    for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++)
        if (files[i] >= 0)
            close(files[i]);
}

/* In the child: nothing of the parent's or of other children stays open, so that each sees when the parent is gone. */
static _Noreturn void become_child(struct crew *crew, struct worker *worker, int orders, int answers, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    dup2(worker->said, STDERR_FILENO);
    for (int i = 0; i < crew->work->jobs; i++)
        if (crew->workers[i].pid > 0 || &crew->workers[i] == worker)
            close_all(&crew->workers[i]);
    release_signals(crew);
    if (getppid() != parent)
        _exit(0);
    serve(crew->work, orders, answers);
}

/* False with errno where the system has no room for a child. */
static bool start(struct crew *crew, struct worker *worker) {
    int orders[2] = {-1, -1}, answers[2] = {-1, -1};
    *worker = (struct worker){.said = memfd_create("said", MFD_CLOEXEC), .orders = -1, .answers = -1};
    pid_t parent = getpid();
    bool good = worker->said >= 0 && pipe(orders) == 0 && pipe(answers) == 0;
    worker->orders = orders[1];
    worker->answers = answers[0];
    fflush(stderr);
    pid_t pid = good ? fork() : -1;
    if (pid == 0)
        become_child(crew, worker, orders[0], answers[1], parent);
    int number = errno;
    if (orders[0] >= 0)
        close(orders[0]);
    if (answers[1] >= 0)
        close(answers[1]);
    if (pid < 0)
        close_all(worker);
    worker->pid = pid > 0 ? pid : 0;
    errno = number;
    return pid > 0;
}

/* The end of what a child said on standard error. */
static void read_said(const struct worker *worker, char said[SAID_MOST]) {
    off_t size = lseek(worker->said, 0, SEEK_END), from = size >= SAID_MOST ? size - SAID_MOST + 1 : 0;
    ssize_t got = size > 0 ? pread(worker->said, said, SAID_MOST - 1, from) : 0;
    said[got > 0 ? got : 0] = '\0';
}

/* Waits for the end of a child, tells what it said, and gives why it ended: in `said`. */
static void bury(struct worker *worker, char said[SAID_MOST]) {
    static const char before[] = "boardpack: error: ";
    int status = 0;
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        ;
    read_said(worker, said);
    close_all(worker);
    text_free(&worker->answer);
    worker->pid = 0;
    bool told = WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SYSTEM && strncmp(said, before, strlen(before)) == 0;
    if (told) { /* the end of memory is told in a line */
        said[strcspn(said, "\n")] = '\0';
        memmove(said, said + strlen(before), strlen(said + strlen(before)) + 1);
        return;
    }
    fputs(said, stderr);
    if (WIFSIGNALED(status))
        snprintf(said, SAID_MOST, "its process ended by signal %d (%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
    else
        snprintf(said, SAID_MOST, "its process ended with exit status %d", WEXITSTATUS(status));
}

/* A child that ended while it waited is replaced. */
static bool give(struct crew *crew, struct worker *worker, size_t item) {
    char said[SAID_MOST];
    bool there = worker->pid > 0;
    if (there && !write_all(worker->orders, &item, sizeof(item))) {
        bury(worker, said);
        there = false;
    }
    if (!there && (!start(crew, worker) || !write_all(worker->orders, &item, sizeof(item))))
        return false;
    worker->item = item;
    worker->busy = true;
    crew->busy++;
    return true;
}

/* Sees to it that each child has something to do. */
static void give_out(struct crew *crew) {
    const struct work *work = crew->work;
    for (int i = 0; i < work->jobs && crew->next < work->count; i++) {
        if (crew->workers[i].busy)
            continue;
        bool given = give(crew, &crew->workers[i], work->items[crew->next]);
        if (!given && crew->busy > 0)
            return; /* with those that there are */
        if (!given)
            work->lose(work->context, work->items[crew->next], strerror(errno));
        crew->next++;
    }
}

static void lose(struct crew *crew, struct worker *worker) {
    char why[SAID_MOST];
    bury(worker, why);
    worker->busy = false;
    crew->busy--;
    crew->work->lose(crew->work->context, worker->item, why);
}

static void take(struct crew *crew, struct worker *worker) {
    const struct work *work = crew->work;
    struct text answer = {.bytes = worker->answer.bytes + sizeof(size_t),
                          .length = worker->answer.length - sizeof(size_t)};
    worker->busy = false;
    crew->busy--;
    work->take(work->context, worker->item, &answer);
    text_clear(&worker->answer);
}

/* Takes what a child has written so far. */
static void hear(struct crew *crew, struct worker *worker) {
    char bytes[16 * 1024];
    ssize_t got = read(worker->answers, bytes, sizeof(bytes));
    if (got < 0 && errno == EINTR)
        return;
    if (got <= 0) {
        lose(crew, worker);
        return;
    }
    text_append(&worker->answer, bytes, (size_t)got);
    size_t length = 0;
    if (worker->answer.length >= sizeof(length))
        memcpy(&length, worker->answer.bytes, sizeof(length));
    if (worker->answer.length >= sizeof(length) && worker->answer.length - sizeof(length) == length)
        take(crew, worker);
}

/* Waits until a child has something to say, or a signal comes. */
static void listen(struct crew *crew) {
    struct pollfd files[WORKERS_MAX];
    struct worker *heard[WORKERS_MAX];
    nfds_t count = 0;
    for (int i = 0; i < crew->work->jobs; i++)
        if (crew->workers[i].busy) {
            heard[count] = &crew->workers[i];
            files[count++] = (struct pollfd){.fd = crew->workers[i].answers, .events = POLLIN};
        }
    if (ppoll(files, count, NULL, &crew->mask) < 0)
        return;
    for (nfds_t i = 0; i < count; i++)
        if (files[i].revents != 0)
            hear(crew, heard[i]);
}

/* Children that wait end when their orders do; where the work was stopped, all are told to. */
static void dismiss(struct crew *crew) {
    char said[SAID_MOST];
    for (int i = 0; i < crew->work->jobs; i++)
        if (crew->workers[i].pid > 0) {
            if (stopped_by != 0)
                kill(crew->workers[i].pid, SIGTERM);
            close(crew->workers[i].orders);
            crew->workers[i].orders = -1;
        }
    for (int i = 0; i < crew->work->jobs; i++)
        if (crew->workers[i].pid > 0)
            bury(&crew->workers[i], said);
}

int workers_run(const struct work *work) {
    struct crew crew = {.work = work};
    crew.workers = memory_alloc((size_t)work->jobs * sizeof(*crew.workers));
    memset(crew.workers, 0, (size_t)work->jobs * sizeof(*crew.workers));
    hold_signals(&crew);
    while (stopped_by == 0 && (crew.next < work->count || crew.busy > 0)) {
        give_out(&crew);
        if (crew.busy > 0)
            listen(&crew);
    }
    dismiss(&crew);
    release_signals(&crew);
    free(crew.workers);
    return stopped_by;
}
