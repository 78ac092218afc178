#pragma once

#include <string_view>

#include "base/result.h"

namespace lobby::stage {

/// Whether all tables that a font file (TrueType, OpenType, or the first font of a collection) lists lie within it. A
/// file that was cut still opens, with all its letters named and none drawn: its outlines lie at its end. Errs
/// (invalid) with the table that does not. Pure. The list is that of «The OpenType Font File» in Microsoft's
/// specification.
Result<void> check_tables(std::string_view bytes);

}  // namespace lobby::stage
