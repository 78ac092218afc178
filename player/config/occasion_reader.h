#pragma once

#include "config/occasion.h"
#include "config/reader.h"

namespace lobby::config {

/// Reads the value of `when`: a map of `hours`, `weekdays`, `dates`, `lunar`, `days` and `not`. Each but `not` is one
/// value or a list of them, `not` is a map of the same kind or a list of such. What was wrong is reported and left out.
Occasion read_occasion(const Node& node, Report& report);

/// «07:30-18:00» as it is written: both ends may be equal here.
Scalar<Hours> part_of_day();

/// A time from «00:00» to «23:59».
Scalar<std::chrono::minutes> time_of_day();

}  // namespace lobby::config
