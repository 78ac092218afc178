#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "config/config.h"
#include "content/item.h"

namespace lobby::app {

/// What one source gave and when it is asked again.
struct SourceState {
  config::Source spec;
  std::vector<content::Headline> headlines;
  std::vector<content::Photo> photos;
  std::optional<WallTime> updated;  ///< The last time the source answered with something good, or «unchanged».
  int failures = 0;                 ///< In a row.
  std::string last_error;           ///< Why the last poll gave nothing; empty after a good one.
  bool changed = false;             ///< It answered well, but with something else than it used to (canary.h).
  SteadyTime due;
};

bool has_news(const config::Source& spec);

/// How many headlines can come to the screen: articles and pictures of others are not worth a request.
std::size_t shown_count(const SourceState& source);

/// The pictures of what can come to the screen that lie in the store, or should: those of the network and of sticks.
std::set<std::string> wanted_pictures(const SourceState& source);

/// The keys of the documents that its show is made of: its own and the articles of what can come to the screen.
std::set<std::string> wanted_documents(const SourceState& source, const std::string& location);

/// What came was no news at all: an operator should also hear what used to come.
Error with_expectation(Error error, const SourceState& source);

}  // namespace lobby::app
