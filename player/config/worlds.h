#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "config/ground.h"

namespace lobby::config {

/// A layout that tells more facts apart is looked at where the rest of them do not hold.
inline constexpr std::size_t most_facts = 14;

/// The slides that a layout tells apart, as far as there can be such slides.
struct Worlds {
  std::vector<World> all;
  std::size_t facts_left_out = 0;  ///< They hold in none of them.
};

/// Those of a layout with what lies over it. The name of its file says of what kind the slides are. Pure; any thread.
Worlds worlds_of(const Layout& layout, const Layout& trim, std::string_view file);

}  // namespace lobby::config
