#pragma once

#include <string>
#include <string_view>

#include "content/markup.h"

namespace lobby::content {

/// What stands in front of the content, judged by marks that no page of news has: «cookie script», «meta refresh»,
/// «document moved», «captive portal», «browser check», «firewall page», «error page», «frameset», «script redirect»,
/// «empty page». Empty where nothing does. Pure; any thread.
std::string gate_name(const Markup& page, std::string_view html);

/// What a short page says it is, in words that news may use too: «maintenance page», «firewall page», «error page»,
/// «parked domain page», «directory listing». Empty where it says nothing of the kind. Ask only where a page has no
/// story with a date and no list.
std::string notice_name(const Markup& page);

/// «login page» where the page asks for a password. News pages do so as well, in a corner: ask only where a page has
/// no news.
std::string login_name(const Markup& page);

}  // namespace lobby::content
