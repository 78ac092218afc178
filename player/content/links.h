#pragma once

#include <string>
#include <string_view>

// Links as documents write them. Pure; any thread.
namespace lobby::content {

/// The absolute form of `reference` seen from `base`, after RFC 3986 §5.2, with what browsers forgive: spaces around
/// and line breaks inside are dropped, backslashes of http links are slashes, characters that no URL may hold are
/// percent-encoded. A session id (`;jsessionid=…`) is cut, because it changes with every visit. With an empty base a
/// relative reference stays relative.
std::string resolve(std::string_view base, std::string_view reference);

/// `resolve`, but empty for what leads nowhere a player could go: an empty reference, a fragment alone, and every
/// scheme but http, https and file.
std::string resolve_link(std::string_view base, std::string_view reference);

/// True where both lie on one site: the same last two labels of the host's name, three where these are short
/// («gov.vn»).
bool is_same_site(std::string_view a, std::string_view b);

/// True where the path ends as files of pictures do.
bool is_picture_file(std::string_view url);

/// True for «scheme:…».
bool is_absolute(std::string_view url);

/// A key under which links to the same story compare equal: scheme, «www.», fragment, tracking parameters and a final
/// slash are ignored. Empty for a link that tells no story apart: none at all, or the root of a site.
std::string link_key(std::string_view url);

}  // namespace lobby::content
