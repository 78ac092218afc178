#pragma once

#include <gtest/gtest.h>

#include <string>

#include "content/document.h"

// How these tests read documents: as if fetched from a portal, without a Content-Type.
namespace lobby::content {

inline const std::string portal = "https://portal.example/";

inline Reading read(const std::string& bytes, Expect expect = Expect::anything, const std::string& base = portal) {
  const auto reading = read_document({bytes, base, {}}, expect);
  if (!reading) ADD_FAILURE() << reading.error().message;
  return reading.value_or(Reading());
}

/// The only item of a document.
inline Headline read_item(const std::string& bytes) {
  const Reading reading = read(bytes);
  EXPECT_EQ(reading.items.size(), 1U);
  return reading.items.empty() ? Headline() : reading.items.front();
}

/// The reason why a document is refused; empty where it is read.
inline std::string reason(const std::string& bytes, Expect expect) {
  const auto reading = read_document({bytes, portal, {}}, expect);
  return reading ? std::string() : reading.error().message;
}

/// An RSS feed around some items.
inline std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" "
         "xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Tin tức</title>" +
         items + "</channel></rss>";
}

}  // namespace lobby::content
