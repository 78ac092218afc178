#pragma once

#include <string>
#include <vector>

#include "show/compose.h"

namespace lobby::preview {

/// One written slide.
struct IndexEntry {
  std::string file;
  std::chrono::milliseconds dwell{};
  const show::Composition* composition = nullptr;
};

/// The index.json of a snapshot; ARCHITECTURE.md describes it. `at` is ISO 8601.
std::string snapshot_index(Size size, const std::string& at, const std::vector<IndexEntry>& entries);

}  // namespace lobby::preview
