#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include "audited.h"

/*
 * Works every cell of a published table out again, and looks for the slip behind each that differs. A cell agrees if
 * the exact figure rounds to what it shows; where it differs, the causes left are those that neighbours share, if any
 * do.
 */
struct audit *audit_table(struct arena *arena, const struct published_table *table, const struct figures *figures);

#endif
