#pragma once

#include "store/store.h"

namespace lobby::app {

/// Tells the log what is wrong with a store that was just opened.
void report_health(const store::Store& store);

}  // namespace lobby::app
