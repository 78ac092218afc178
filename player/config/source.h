#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "config/recipe.h"

namespace lobby::config {

/// Where a source's content lies: an http(s) URL, or a path relative to the folder of the config file.
struct FeedSource {
  std::string location;
  bool operator==(const FeedSource&) const = default;
};
struct PageSource {
  std::string location;
  std::optional<Recipe> recipe;
  bool operator==(const PageSource&) const = default;
};
struct PhotoFolder {
  std::filesystem::path folder;
  bool operator==(const PhotoFolder&) const = default;
};
/// Pictures named one by one.
struct PhotoList {
  struct Entry {
    std::string location;
    std::string caption;  ///< May be empty.
    bool operator==(const Entry&) const = default;
  };
  std::vector<Entry> photos;
  bool operator==(const PhotoList&) const = default;
};

/// The folder of that name on whichever USB stick is put in.
struct UsbStick {
  std::string folder;
  bool operator==(const UsbStick&) const = default;
};

/// A forecast for one place.
struct WeatherSource {
  std::string location;
  std::string place;  ///< As visitors read it; empty: as the document has it.
  bool operator==(const WeatherSource&) const = default;
};

/// Marks of stories: a name of their section, or words of their title or summary. Case, tone placement (hòa/hoà) and
/// spaces do not matter; words count whole.
struct Marks {
  std::vector<std::string> sections;
  std::vector<std::string> words;
  bool empty() const { return sections.empty() && words.empty(); }
  bool operator==(const Marks&) const = default;
};

/// What the items of a feed or a page become.
enum class ShownAs { news, photos };

struct Source {
  std::string name;
  std::variant<FeedSource, PageSource, PhotoFolder, PhotoList, UsbStick, WeatherSource> what;
  std::chrono::seconds every = std::chrono::minutes(10);
  int keep = 12;                                               ///< The newest so many items.
  std::optional<std::chrono::seconds> max_age = std::nullopt;  ///< Older items are dropped; nothing: kept.
  bool articles = true;  ///< Read the article behind each headline for its photos and captions.
  ShownAs shown_as = ShownAs::news;
  Marks include = {};                      ///< Only stories with one of these marks; empty: all.
  Marks exclude = {};                      ///< Never stories with one of these; stronger than `include`.
  bool hold = false;                       ///< Stories wait until `approved` names them.
  std::vector<std::string> approved = {};  ///< Links, ids or titles.
  int weight = 1;                          ///< Each of its items has so many turns where others have one.
  bool operator==(const Source&) const = default;
};

}  // namespace lobby::config
