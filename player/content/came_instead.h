#pragma once

#include <expected>
#include <string_view>

#include "base/result.h"

// What an operator hears where another thing came than was asked for. Pure; any thread.
namespace lobby::content {

/// «a picture came instead of a feed»
std::unexpected<Error> came_instead(std::string_view what, std::string_view noun);

/// The same of a page, which is named after what it is: «a login page», or after its title.
std::unexpected<Error> page_came_instead(std::string_view html, std::string_view noun);

}  // namespace lobby::content
