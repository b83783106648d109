#ifndef ODBC_SECRETS_H
#define ODBC_SECRETS_H

#include "arena.h"

/* What must not be told: user and password, of the environment or of odbc.ini. */
struct secrets {
    const char *user, *password;         /* of the environment; NULL: odbc.ini says them, or nobody */
    const char *ini_user, *ini_password; /* of odbc.ini; "" for none */
};

/* The secrets of a data source. */
struct secrets secrets_of(struct arena *arena, const char *source);

/* What a driver says, without what must not be told: neither the secrets, nor what stands behind `PWD=` or `UID=`. */
const char *secrets_cleanse(struct arena *arena, const struct secrets *secrets, const char *text);

#endif
