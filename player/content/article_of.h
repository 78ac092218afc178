#pragma once

#include "content/item.h"

namespace lobby::content {

/// Whether a page can be the article behind a headline. A portal in maintenance, a captive portal and a page that is
/// gone answer every link with the same text, and what they say must not stand under anybody's headline. It is the
/// article where half of the headline's words are in its title, seven tenths in its title and lead, or half of the
/// headline's lead in its lead. Pure; any thread.
bool is_article_of(const Headline& article, const Headline& headline);

}  // namespace lobby::content
