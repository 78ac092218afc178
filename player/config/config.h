#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/geometry.h"
#include "base/local_time.h"
#include "base/result.h"
#include "config/calendars.h"
#include "config/finding.h"
#include "config/layers.h"
#include "config/movement.h"
#include "config/notice_feed.h"
#include "config/placards.h"
#include "config/playlist.h"
#include "config/programme.h"
#include "config/push.h"
#include "config/remote.h"
#include "config/screen.h"
#include "config/source.h"
#include "config/themes.h"
#include "config/ticker.h"

namespace lobby::config {

/// Shown from `from` on and until before `until`; nothing: no such limit. In YAML an `until` without a time of day
/// means the end of that day.
struct Notice {
  std::string text;
  std::string detail;  ///< A second, smaller paragraph; may be empty.
  std::optional<WallTime> from;
  std::optional<WallTime> until;
  bool urgent = false;
  bool operator==(const Notice&) const = default;
};

/// While it lasts the whole show is in mourning; nothing: no such limit.
struct Mourning {
  std::string text;  ///< What the mourning slide says; empty: there is none.
  std::string detail;
  std::optional<WallTime> from;
  std::optional<WallTime> until;
  bool operator==(const Mourning&) const = default;
};

/// Dwell by reading time: base + per_word × words, within [least, most].
struct Dwell {
  std::chrono::milliseconds base{2500};
  std::chrono::milliseconds per_word{300};
  std::chrono::milliseconds least{6000};
  std::chrono::milliseconds most{25000};
  std::optional<std::chrono::milliseconds> fixed = std::nullopt;  ///< Every slide stays exactly so long.
  bool operator==(const Dwell&) const = default;
};

/// All settings of a player. Every key has a default; what a default-constructed Config holds is the reference.
struct Config {
  std::string organisation;
  Screen screen;
  std::string theme = "hq";
  Themes themes;
  NamedThemes named_themes;
  std::vector<Source> sources;
  std::vector<std::string> calendars;                ///< As named, whether they were there or not.
  std::vector<calendar::Anniversary> anniversaries;  ///< Those of its calendars and its own.
  std::vector<Notice> notices;
  Placards placards;
  std::filesystem::path duty_folder;  ///< Where the duty officer drops notices; empty: in the state folder.
  std::optional<NoticeFeed> notice_feed;
  std::optional<Push> push;
  std::optional<Mourning> mourning;
  std::vector<PlaylistEntry> playlist;  ///< Where no programme rules. Never empty after parsing.
  std::vector<Programme> programmes;    ///< As in the file.
  Rotation rotation;
  Dwell dwell;
  Movement movement;
  PanelCare panel_care;
  bool qr = false;  ///< A code beside each story that leads to its article.
  std::optional<Ticker> ticker;
  std::filesystem::path ca_file;  ///< Roots (PEM) trusted besides the system's; empty: none.
  Device device;
  std::optional<Remote> remote;
  std::filesystem::path folder;  ///< Of the config file: relative paths start here.
  /// Of the file on this machine, where `folder` is that of a bundle. Its themes and fonts go before all others.
  std::filesystem::path local_folder = {};
  bool operator==(const Config&) const = default;
};

/// Parses a whole config. `file` is used in findings and gives `folder`; nothing is read from disk. At most 256 KiB.
/// An unknown key is a warning, so that this player survives the config of a newer one; all else is an error.
/// A `notices` step is put first where a playlist has none. `calendars` are those that the file may name; one that it
/// names and that is not among them is a warning. Pure; any thread.
Checked<Config> parse_config(std::string_view yaml, const std::filesystem::path& file, const Calendars& calendars = {});

/// The same of several files, merged as `merged` says. Relative paths begin at the folder of the first.
Checked<Config> parse_config(std::span<const Layer> layers, const Calendars& calendars = {});

/// Parses a file that holds a recipe alone, as it is or under the key `recipe`.
Checked<Recipe> parse_recipe(std::string_view yaml, const std::filesystem::path& file);

}  // namespace lobby::config
