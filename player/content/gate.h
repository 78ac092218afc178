#pragma once

#include <string>
#include <string_view>

#include "content/markup.h"

namespace lobby::content {

/// What stands in front of the content, judged by marks that no page of news has: «cookie script», «meta refresh»,
/// «document moved», «captive portal», «browser check», «error page», «empty page». Empty where nothing does.
/// Pure; any thread.
std::string gate_name(const Markup& page, std::string_view html);

/// «login page» where the page asks for a password. News pages do so as well, in a corner: ask only where a page has
/// no news.
std::string login_name(const Markup& page);

}  // namespace lobby::content
