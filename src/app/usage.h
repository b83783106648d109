#ifndef APP_USAGE_H
#define APP_USAGE_H

/* Says on standard error what is wrong with the command line; gives the exit status of that. */
int usage_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
