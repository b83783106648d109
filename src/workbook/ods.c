#include "workbook.h"
const struct workbook_format ods_format = {0};
