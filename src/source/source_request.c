#include "source_request.h"

const char *const form_words[FORM_COUNT] = {
    [FORM_WIDE] = "wide", [FORM_LONG] = "long", [FORM_ACROSS] = "across", [FORM_SINGLE] = "single"};
const char *const duplicates_words[DUPLICATES_COUNT] = {
    [DUPLICATES_ERROR] = "error", [DUPLICATES_FIRST] = "first", [DUPLICATES_LAST] = "last", [DUPLICATES_SUM] = "sum"};
const char *const unreadable_words[UNREADABLE_COUNT] = {[UNREADABLE_ERROR] = "error", [UNREADABLE_MISSING] = "missing"};
const char *const year_named_words[YEAR_NAMED_END + 1] = {
    [YEAR_NAMED_UNSAID] = "", [YEAR_NAMED_START] = "start", [YEAR_NAMED_END] = "end"};
const char *const quarters_words[QUARTERS_OF_CALENDAR + 1] = {
    [QUARTERS_UNSAID] = "", [QUARTERS_OF_YEAR] = "year", [QUARTERS_OF_CALENDAR] = "calendar"};
const char *const decimal_words[DECIMAL_MARK_COUNT] = {[DECIMAL_POINT] = "point", [DECIMAL_COMMA] = "comma"};
const char *const status_said_words[STATUSES_SAID] = {"present", "provisional",    "revised",
                                                      "missing", "not_applicable", "suppressed"};
const enum status statuses_said[STATUSES_SAID] = {STATUS_PRESENT, STATUS_PROVISIONAL,    STATUS_REVISED,
                                                  STATUS_MISSING, STATUS_NOT_APPLICABLE, STATUS_SUPPRESSED};
