#pragma once

#include <string>

#include "config/config.h"

namespace lobby::gather {

/// A source that is a feed, as a config with these further keys has it: «, keep: 2».
inline config::Source feed_source(const std::string& rules) {
  const auto config =
      config::parse_config("sources: [{name: Tin, feed: \"https://portal.example/rss.xml\"" + rules + "}]", "/c.yaml");
  return config.value->sources.front();
}

}  // namespace lobby::gather
