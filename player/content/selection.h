#pragma once

#include "config/config.h"
#include "content/item.h"

// Which stories of a source may come to the screen. Pure; any thread.
namespace lobby::content {

/// Whether a headline has one of these marks. A section counts whole: «Tin» is not «Tin tức».
bool has_mark(const Headline& headline, const config::Marks& marks);

/// Whether the source's `include` and `exclude` let the headline pass.
bool is_wanted(const Headline& headline, const config::Source& source);

/// The same for a photo of a folder, a stick or a list. Words are looked for in its caption and its file name; it has
/// no section, so that sections neither let it pass nor keep it out.
bool is_wanted(const Photo& photo, const config::Source& source);

/// Whether the headline waits for a person: its source holds stories, and `approved` names neither its link, nor its
/// id, nor its title. An approved link or id stays approved when the story is edited; an approved title does not.
bool is_held(const Headline& headline, const config::Source& source);

/// The same for a photo: `approved` names its file or its address. Another picture under an approved name is approved.
bool is_held(const Photo& photo, const config::Source& source);

}  // namespace lobby::content
