#pragma once

#include <chrono>
#include <string>

#include "base/result.h"

namespace lobby::config {

/// A signed document of notices that is asked for again and again.
struct NoticeFeed {
  std::string url;
  std::string public_key;  ///< Of minisign, in base64.
  std::chrono::seconds every{15};
  Where key_at = {};  ///< Where `public_key` stands, for whoever finds that it is none; no part of the value.
  bool operator==(const NoticeFeed& other) const {
    return url == other.url && public_key == other.public_key && every == other.every;
  }
};

}  // namespace lobby::config
