#include "composer.h"

const struct indicator *composer_indicator(const struct composer *composer, const struct block *block) {
    return block->indicator != NULL ? block->indicator : composer->spec->indicator;
}
