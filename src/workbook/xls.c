#include "workbook.h"
const struct workbook_format xls_format = {0};
