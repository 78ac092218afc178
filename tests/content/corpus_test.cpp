// Documents as portals serve them, each with what the player must get out of it. Beside NAME.xml, .json or .html lies
// NAME.expected.json: what is named there must come out so, the items in number and order; what is not named is free.
// «given» says what HTTP would have said; «absent» names words that must not appear anywhere.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "content/document.h"
#include "content/reading_json.h"

namespace lobby::content {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> documents() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(LOBBY_CORPUS)) {
    if (entry.is_regular_file() && !entry.path().string().ends_with(".expected.json")) found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

void expect_part(const Json& whole, const Json& part, const std::string& where) {
  for (const auto& [key, value] : part.items()) EXPECT_EQ(whole.value(key, Json()), value) << where << " " << key;
}

class Corpus : public testing::TestWithParam<fs::path> {};

TEST_P(Corpus, IsReadAsItsFormatSays) {
  const fs::path file = GetParam();
  Json expected = Json::parse(bytes_of(fs::path(file).replace_extension(".expected.json")));
  const Json given = expected.value("given", Json::object());
  const auto reading = read_document(
      {bytes_of(file), given.value("base_url", "https://portal.example/"), given.value("content_type", "")},
      Expect::anything);
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_EQ(reading->complete, expected.value("complete", true));
  const std::string text = to_json(*reading);
  for (const std::string word : expected.value("absent", Json::array())) EXPECT_EQ(text.find(word), text.npos) << word;
  const Json got = Json::parse(text);
  const Json items = expected.at("items");
  for (const char* key : {"given", "absent", "complete", "items"}) expected.erase(key);
  expect_part(got, expected, "document");
  ASSERT_EQ(got.at("items").size(), items.size()) << text;
  for (std::size_t i = 0; i < items.size(); ++i) expect_part(got["items"][i], items[i], "item " + std::to_string(i));
}

INSTANTIATE_TEST_SUITE_P(Documents, Corpus, testing::ValuesIn(documents()), [](const auto& document) {
  std::string name = document.param.parent_path().filename().string() + "_" + document.param.stem().string();
  std::ranges::replace_if(name, [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
});

}  // namespace
}  // namespace lobby::content
