#pragma once

#include <array>
#include <string_view>

namespace lobby::config {

/// The kinds of slides, in the order in which people look at them. A layout of that name draws each.
inline constexpr std::array<std::string_view, 13> slide_kinds{
    "headline", "photo",  "photo-pair", "headline-list", "anniversary", "notice", "mourning",
    "welcome",  "roster", "figures",    "quotation",     "weather",     "standby"};

}  // namespace lobby::config
