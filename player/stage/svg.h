#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace lobby::stage {

/// The largest drawing that is read.
inline constexpr std::size_t most_svg_bytes = 256U * 1024U;

/// A drawing as the drawing library may see it: a root with a size, groups, shapes and grades, and nothing else.
///
/// The library takes what it does not know for nothing, so that a drawing with a text, a clip or a style sheet would
/// look wrong without a word; it leaks and hangs over sizes and numbers that no drawing has; and it reads other tags
/// than XML does. So whatever is drawn is read and written anew: what would be missing on the screen errs (invalid),
/// what is beyond any drawing (refused), both with the line; names, descriptions and the notes of editors are left out.
/// What was written anew is taken again as it is.
Result<std::string> plain_svg(std::string_view svg);

}  // namespace lobby::stage
