#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "portal.h"
#include "program.h"
#include "temporary_folder.h"

namespace lobby {

using Json = nlohmann::json;

/// One player with its own config, state and output folders, and a portal that it can read.
class Workplace : public testing::Test {
 protected:
  Workplace();

  /// Writes config.yaml in the test's folder.
  std::filesystem::path configure(const std::string& yaml) const;
  /// The config of a player that reads the portal's feed.
  std::string feed_config() const;
  /// The config of a player that reads the portal's list page by a recipe.
  std::string page_config(const std::string& item = "//div[@class='item-news']") const;

  /// Runs the player to its end.
  Outcome player(const Arguments& arguments, const std::string& input = {}) const;
  Outcome fetch() const { return player({"fetch", "--config", config().string()}); }
  /// The index of a snapshot on 1 July 2024 unless said otherwise; it must be made.
  Json snapshot(const Arguments& more = {}, const std::string& at = "2024-07-01T08:00:00") const;
  Json offline_snapshot() const { return snapshot({"--offline"}); }

  std::filesystem::path config() const { return folder.path() / "config.yaml"; }

  TemporaryFolder folder;
  Portal portal;
  Environment environment;
};

std::vector<std::string> kinds_of(const Json& index);
/// The titles of the slides of that kind, in the order of the show.
std::vector<std::string> titles_of(const Json& index, const std::string& kind);
/// The slide that shows the story; fails the test where there is none.
Json headline_slide(const Json& index, int story);
/// The lines of every text of a slide.
std::vector<std::string> lines_of(const Json& slide);

}  // namespace lobby
