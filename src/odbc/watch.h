#ifndef ODBC_WATCH_H
#define ODBC_WATCH_H

/*
 * Ends the run, with a line and exit status 3, where a driver hangs: a server may stop to answer in the middle of a
 * word, and no driver has a time limit for that. The driver's own limits come first.
 */
struct watch;

/* source   the name of the data source, which outlives the watch */
struct watch *watch_start(const char *source, int seconds);

/* So many seconds more, from now on. */
void watch_renew(struct watch *watch, int seconds);

void watch_end(struct watch *watch);

#endif
