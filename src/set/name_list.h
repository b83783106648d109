#ifndef SET_NAME_LIST_H
#define SET_NAME_LIST_H

#include "icon.h"

/* Names of measures one below the other, each behind its icon, and leading to its page. */
struct listed_name {
    const char *words;
    enum icon icon;                  /* ICON_COUNT: none */
    size_t link_spec;                /* 1 + the page_spec that it leads to; 0: none */
    const struct indicator *link_to; /* to a row about it there; NULL: to the first page of them */
};

struct name_list {
    struct listed_name *items;
    size_t count, capacity;
};

/* The least width: that of the widest word, behind an icon. */
double name_list_least_width(const struct pen *pen, const struct name_list *list);

double name_list_height(const struct pen *pen, const struct name_list *list, double width_pt);

/* Draws it with its top left corner at (x, top), read as a list below the pen's element. */
void name_list_set(const struct pen *pen, const struct name_list *list, double x, double top, double width_pt);

#endif
