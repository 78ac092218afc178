#include "content/reading_json.h"

#include <gtest/gtest.h>

namespace lobby::content {
namespace {

using namespace std::chrono_literals;

Headline story() {
  Headline item;
  item.id = "tin-1";
  item.title = "Ra quân “bảo đảm”";
  item.link = "https://portal.example/1";
  item.published = std::chrono::sys_days(std::chrono::year(2022) / 6 / 15) + 1h;
  item.summary = "Sáng nay.";
  item.images = {{"https://portal.example/a.jpg", "Lễ"}};
  return item;
}

TEST(ReadingJson, PrintsAFeed) {
  Reading reading;
  reading.format = Format::rss;
  reading.title = "Tin tức";
  reading.items = {story()};
  EXPECT_EQ(to_json(reading), R"({
  "format": "rss",
  "title": "Tin tức",
  "items": [
    {
      "id": "tin-1",
      "title": "Ra quân “bảo đảm”",
      "link": "https://portal.example/1",
      "published": "2022-06-15T01:00:00Z",
      "summary": "Sáng nay.",
      "author": "",
      "images": [
        {
          "url": "https://portal.example/a.jpg",
          "caption": "Lễ"
        }
      ]
    }
  ]
}
)");
}

TEST(ReadingJson, PrintsNullForAMissingDate) {
  Reading reading;
  reading.format = Format::jsonfeed;
  reading.items = {Headline()};
  EXPECT_NE(to_json(reading).find("\"published\": null"), std::string::npos);
  EXPECT_NE(to_json(reading).find("\"images\": []"), std::string::npos);
}

TEST(ReadingJson, PrintsTheGateOfAGate) {
  Reading reading;
  reading.page_kind = PageKind::gate;
  reading.gate = "login page";
  EXPECT_EQ(to_json(reading), R"({
  "format": "page",
  "kind": "gate",
  "gate": "login page",
  "title": "",
  "items": []
}
)");
}

TEST(ReadingJson, PrintsTheContentOfAnArticle) {
  Reading reading;
  reading.page_kind = PageKind::article;
  reading.items = {story()};
  reading.content = {"Một.", "Hai."};
  EXPECT_NE(to_json(reading).find(R"(      "content": [
        "Một.",
        "Hai."
      ])"),
            std::string::npos);
}

TEST(ReadingJson, SurvivesBytesThatAreNoText) {
  Reading reading;
  reading.title = "caf\xE9";
  EXPECT_NE(to_json(reading).find("caf\uFFFD"), std::string::npos);
}

}  // namespace
}  // namespace lobby::content
