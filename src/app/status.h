#ifndef APP_STATUS_H
#define APP_STATUS_H

/* Exit statuses of the program. */
enum exit_status { EXIT_STATUS_DONE = 0, EXIT_STATUS_INPUT = 1, EXIT_STATUS_USAGE = 2, EXIT_STATUS_SYSTEM = 3 };

#endif
