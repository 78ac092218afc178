#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/local_time.h"
#include "content/document.h"

// Notices when a page has suddenly become another one: a redesign, a login, a captive portal that answers 200. Pure;
// any thread.
namespace lobby::content {

/// What a good reading of a source looked like; enough to tell whether the next one is of the same kind.
struct Shape {
  std::size_t items = 0;
  std::size_t dated = 0;
  std::string host;               ///< Where most of its links lead; empty where they lead to no single one.
  std::vector<std::string> keys;  ///< Of titles and links: what comes again is the same page.
  bool operator==(const Shape&) const = default;
};

Shape shape_of(const std::vector<Headline>& items);

/// «12 headlines with dates, linked to portal.example».
std::string description(const Shape& shape);

/// Nothing where `reading` can be the next state of what `before` was; else one sentence that says what was expected
/// and what came. `before` may be empty (no items), then only rubbish is refused. Rules:
///  * Titles that repeat («Xem thêm» twelve times) are rubbish.
///  * A list that is one article now («Hệ thống bảo trì») has changed.
///  * As long as one story of `before` is still there, the page is the same.
///  * Without any: it has changed where most links lead to another host, where the dates are gone, or where a list of
///    eight or more has shrunk to a quarter.
std::optional<std::string> change_of(const Shape& before, const Reading& reading);

/// Whether a reading that `change_of` refuses may be the same portal in new clothes: three or more different titles,
/// hardly any of them twice, and most links to the host that they led to before. A login, a captive portal or a notice
/// of maintenance is none.
bool may_be_genuine(const Shape& before, const Reading& reading);

/// How often a page that may be genuine has come instead of the usual one, without one good answer in between.
struct Trial {
  WallTime since;
  int times = 1;
  bool operator==(const Trial&) const = default;
};

/// The trial after such a page has come at `now`; a clock that went back begins it anew.
Trial continued(const std::optional<Trial>& trial, WallTime now);

/// Whether the page has stood its trial: it has come for three days, twelve times at least.
bool is_passed(const Trial& trial, WallTime now);

/// What an operator should know of it: since when it comes, when it is accepted, and how to accept it at once.
std::string outlook(const Trial& trial, const TimeZone& zone);

/// A trial as it is kept across restarts, and back; nothing for text that is none.
std::string to_text(const Trial& trial);
std::optional<Trial> trial_from(std::string_view text);

}  // namespace lobby::content
