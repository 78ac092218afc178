#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "config/source.h"
#include "content/document.h"

namespace lobby::gather {

/// The news in a document of a source, named after it. Errs where there is none to take: a gate, a document that is cut
/// or empty. `remote` documents name no files of this machine. Of a feed only what can come to the screen: a hundred
/// with five hundred items each would fill 45 MiB. Pure.
Result<content::Reading> news_in(const content::Document& document, const config::Source& spec, bool remote,
                                 WallTime now);

/// Whether the feed that a page links to is about the same: half of the page's stories are in it. Pure.
bool covers(const content::Reading& feed, const std::vector<content::Headline>& page);

}  // namespace lobby::gather
