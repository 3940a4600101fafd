// The built-in copy of Templates/, embedded byte for byte.
#include "CTemplates.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

const ctemplates_entry ctemplates[] = {
    {0, 0, 0},
};
const size_t ctemplates_count = 0;
