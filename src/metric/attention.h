#ifndef METRIC_ATTENTION_H
#define METRIC_ATTENTION_H

#include "published.h"
#include "unjudged.h"

/*
 * Which indicators a reader should look at first, and why: those that need a decision, those that changed since an
 * earlier period or issue, those to watch. Source of the rules: docs/definitions.md, "What needs attention".
 *
 * Words and pages are no matter of this file: a reason is a word of an enum, and figures and periods that it rests on.
 */

enum attention_group {
    ATTENTION_DECISION,
    ATTENTION_CHANGED,
    ATTENTION_SIGNAL, /* its control chart signals a concern that it did not signal then */
    ATTENTION_WATCH,
    ATTENTION_NEWS,    /* the same of what is good, or neither good nor bad */
    ATTENTION_UNUSUAL, /* its control chart goes on to signal what is neither good nor bad */
    ATTENTION_WORSE,   /* most measures stand in no way, and of those the catalogue calls it worse, by its threshold */
    ATTENTION_MOST,    /* most measures stand in no way, and of those it moved most, though not unusually */
    ATTENTION_WORST,   /* nothing else lists it, it stands in no way, and is the worst of all figures: it has no row */
    ATTENTION_TOLD,    /* the catalogue calls it worse, and its counterpart, which is listed, tells as much: no row */
    ATTENTION_BETTER,  /* nor has what the catalogue calls better, by its threshold, */
    ATTENTION_BEST,    /* and what is the best of all figures */
    ATTENTION_REST,
    ATTENTION_GROUP_COUNT
};

/* Why one is watched, the likelier to matter first. */
enum attention_watch {
    WATCH_ALONE,   /* its latest period alone would be red */
    WATCH_CONCERN, /* its control chart says so */
    WATCH_WORSE,   /* it moved for the worse, by more than it usually does */
    WATCH_LOWEST,  /* amber, and worse than any of the last figures */
    WATCH_LONG,    /* amber for long */
    WATCH_QUARTER, /* in the last quartile of all organisations */
    WATCH_MOVED,   /* it moved, by more than it usually does; neither way is better */
    WATCH_BETTER,  /* the same for the better */
    WATCH_OVERDUE, /* what is done about it is overdue */
    WATCH_NOTHING
};

/* How an indicator stands in a period, by the first of these that it has. */
enum attention_basis { STANDING_NONE, STANDING_BAND, STANDING_TARGET, STANDING_QUARTER, STANDING_COUNT };
struct attention_standing {
    enum attention_basis basis;
    int word; /* enum band_colour, enum target_status, enum quartile: from good to bad */
};

/* The highest or lowest figure for some time. */
struct attention_extreme {
    bool is;
    bool highest;
    bool of_all; /* of all figures, whose first is in `since`; else one of that period was as high, or higher */
    bool level;  /* that one is printed alike */
    int since;
};

struct attention_item {
    const struct indicator *indicator;
    enum attention_group group;
    enum attention_watch watch;
    int period;       /* of its figure: the latest in which it was due */
    enum field field; /* of its figure: the period's, or the year to date where that is judged */
    struct figure value;
    struct attention_standing now, before;
    enum unjudged unjudged;       /* what it lacks to be judged by a letter or a target; of one that is no matter */
    const char *printed_before;   /* its figure then, as it is printed; NULL where there was none */
    int period_before;            /* of that */
    bool changed, worse;          /* how it stands; for the worse. To be on target and better than it is one */
    int run, run_first;           /* so many periods in a row it stands so, and the first of them */
    bool run_of_all;              /* it never stood otherwise */
    bool run_gaps;                /* between them are periods without a figure */
    enum spc_variation variation; /* what its control chart says; common cause where it has none */
    bool signalled;               /* which is a signal, and another than it was then */
    size_t marked;                /* so many figures in a row are marked alike */
    int other;                /* enum band_colour of its latest period alone, or of the year to date where the period is
                                 judged, where that stands otherwise; else -1 */
    int year_ago;             /* the same period then; PERIOD_NONE where it has no figure */
    struct fraction worsened; /* for the worse since the period before, in percent of then; may be none */
    struct attention_extreme extreme;
    int step_from;                    /* the period before that of its figure */
    struct fraction step, usual_step; /* from that, and what is usual; none where too few are there */
    size_t usual_steps;               /* of which that is the mean */
    bool held, similar;               /* its step is held against a threshold of the catalogue, and does not reach it */
    const struct indicator *told_by;  /* its counterpart, which tells what it would be listed for; NULL: none does */
    struct fraction edge;             /* the end of its target range that it lies beyond; may be none */
    struct fraction shortfall;        /* from its target or that end, in percent of it; may be none */
    size_t open, overdue;             /* actions */
    bool expects_action;              /* it is off target, amber, or in the last quartile */
    int place;                        /* among the rest */
};

struct attention {
    struct attention_item *items; /* by group, in each the first to look at first; those of the rest in order */
    size_t count;
    size_t groups[ATTENTION_GROUP_COUNT]; /* how many are in each */
    size_t stand[STANDING_COUNT];         /* all, by what they stand by */
    size_t decisions[STANDING_COUNT];     /* those for decision */
    size_t decisions_by_year;             /* those of them that stand by their years to date */
    size_t unjudged[UNJUDGED_COUNT];      /* those that stand in no way, by what they lack */
    size_t last_quarter;                  /* those in the last quartile of all organisations */
    size_t changed, worse;                /* that changed, in any group; for the worse */
    size_t overdue;                       /* actions that are overdue */
    size_t untargeted;                    /* without a letter and a target */
    size_t without_action, amber_without; /* red or off target, and amber, that have no open action; counted where the
                                             catalogue tells actions */
    size_t last_without;                  /* the same, in the last quartile */
    size_t concerns_without;              /* the same, a concern by their control charts and neither */
    size_t called_worse, called_better; /* by the catalogue's threshold, of those that stand in no way: in any group */
    struct fraction threshold;          /* in percent, shared by these since the period before; or none */
    bool by_percent;                    /* what moved most is told by its percent: see definitions */
    size_t concerns, signals;           /* a concern by their control charts; those with a new signal, in any group */
    int since; /* the period that all is held against; PERIOD_NONE where nothing has a figure then */
    const struct comparator *against; /* that figures are held against as well; NULL for none */
};

struct attention_request {
    const struct indicator *const *indicators;
    size_t count;
    int period;                          /* of the pack */
    int day;                             /* on which it speaks, as a period of calendar_days */
    int since;                           /* an earlier period */
    size_t most;                         /* rows of the list: what moved most fills up those that are free */
    const struct published_table *issue; /* in its place figures as the last issue printed them; NULL for none */
    const struct comparator *against;    /* that figures are held against as well; NULL for none */
};

struct attention attention_find(struct arena *arena, const struct figures *figures,
                                const struct attention_request *request);

/* How many need attention, and may have a row. */
size_t attention_urgent(const struct attention *attention);

/* How many measures stand in some way. */
size_t attention_judged(const struct attention *attention);

/* By its catalogue's threshold, of one that stands in no way and has no target, in whatever group, and tells it itself:
 * below zero for worse, above it for better. A count is left to its share, and what has a control chart to that. */
int attention_called(const struct attention_item *item);

/* It stands by its year to date, though it reports its periods. */
bool attention_is_by_year(const struct attention_item *item);

/* Watched since it moved. */
bool attention_is_step(enum attention_watch watch);

#endif
