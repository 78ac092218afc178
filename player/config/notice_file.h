#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "config/finding.h"

// Notices that come by themselves, not within a config. A slip must not pass where it decides what a whole house
// reads: an unknown key is an error. Pure; any thread.
namespace lobby::config {

/// The largest file of a notice, and the largest document of notices.
inline constexpr std::size_t most_notice_bytes = std::size_t{16} << 10U;
inline constexpr std::size_t most_notice_document_bytes = std::size_t{64} << 10U;

/// A file with the keys of one notice.
Checked<Notice> parse_notice_file(std::string_view yaml, const std::string& file, const TimeZone& zone);

/// A file of plain text: the first line is the text, the rest the detail. It is not urgent.
Checked<Notice> parse_notice_text(std::string_view bytes, const std::string& file);

/// What somebody signed: the notices of the moment, all of them.
struct NoticeDocument {
  std::int64_t serial = 0;  ///< Grows with every edition; an older one is never taken again.
  WallTime issued;
  WallTime expires;  ///< All its notices end then at the latest.
  std::vector<Notice> notices;
  std::string device = {};  ///< The one player that it is for; empty: others, too.
  std::string group = {};   ///< The group that it is for; both empty: all players.
  bool operator==(const NoticeDocument&) const = default;
};

/// YAML or JSON with the keys serial, issued, expires and notices, all of them required, and perhaps one of device and
/// group; `expires` at most 31 days after `issued`.
Checked<NoticeDocument> parse_notice_document(std::string_view yaml, const std::string& file, const TimeZone& zone);

}  // namespace lobby::config
