#pragma once

#include <string>

#include "preview/show_changes.h"

namespace lobby::preview {

/// The page of `diff`, for people: what changes side by side, what comes, what goes. The pictures lie in `old/` and
/// `new/` beside it. `names` says which configs were compared, `at` of which moment the shows are. The same input gives
/// the same bytes.
std::string diff_page(const ShowChanges& changes, const DrawnShow& before, const DrawnShow& after,
                      const std::string& names, const std::string& at);

/// The same at a glance: a row for each slide that differs, before on the left and after on the right.
Canvas diff_sheet(const ShowChanges& changes, const DrawnShow& before, const DrawnShow& after);

}  // namespace lobby::preview
