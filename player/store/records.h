#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

#include "base/clock.h"
#include "base/geometry.h"

namespace lobby::store {

/// The last good answer of one source: its bytes and what the transport said of them.
struct StoredDocument {
  std::string bytes;
  std::string content_type = {};
  std::string url = {};  ///< Where it came from after redirects.
  std::string etag = {};
  std::string last_modified = {};
  WallTime fetched_at = {};  ///< When it was last known to be current.
  bool operator==(const StoredDocument&) const = default;
};

/// What is known of a picture or another media file besides its bytes.
struct MediaFacts {
  std::string content_type = {};
  Size size = {};  ///< Of the picture in pixels; zero when unknown.
  std::string etag = {};
  std::string last_modified = {};
  bool operator==(const MediaFacts&) const = default;
};

/// How much of one kind may be kept: bytes, and documents or files.
struct Bound {
  std::uint64_t bytes = 0;
  std::size_t count = 20'000;
};

/// Beyond these nothing more is taken, whatever is in use.
struct Limits {
  std::uint64_t document_bytes = std::uint64_t{128} << 20U;
  Bound media = {.bytes = std::uint64_t{1} << 30U, .count = 40'000};
};

/// A media file that is there and as long as it should be.
struct StoredMedia {
  std::filesystem::path file;  ///< Any thread may open and read it until it is evicted.
  MediaFacts facts = {};
  std::uint64_t length = 0;  ///< In bytes.
  bool operator==(const StoredMedia&) const = default;
};

}  // namespace lobby::store
