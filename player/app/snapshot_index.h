#pragma once

#include <string>
#include <vector>

#include "app/compose.h"

namespace lobby::app {

/// One written slide.
struct IndexEntry {
  std::string file;
  std::chrono::milliseconds dwell{};
  const Composition* composition = nullptr;
};

/// The index.json of a snapshot; ARCHITECTURE.md describes it. `at` is ISO 8601.
std::string snapshot_index(Size size, const std::string& at, const std::vector<IndexEntry>& entries);

}  // namespace lobby::app
