#include "workplace.h"

namespace lobby {

Workplace::Workplace() : environment(plain_environment()) {
  environment["HOME"] = folder.path();
  environment["XDG_STATE_HOME"] = folder.path() / "state";
}

std::filesystem::path Workplace::configure(const std::string& yaml) const { return write(config(), yaml); }

std::string Workplace::feed_config() const {
  return "organisation: Công an tỉnh Vân Lam\nsources:\n  - {name: Tin tức, feed: \"" + portal.url("/rss.xml") +
         "\"}\n";
}

std::string Workplace::page_config(const std::string& item) const {
  return "organisation: Công an tỉnh Vân Lam\nsources:\n  - name: Tin tức\n    page: " + portal.url("/") +
         "\n    recipe: {item: \"" + item + "\", title: .//h2, link: .//h2/a/@href, date: .//span, summary: .//p}\n";
}

Outcome Workplace::player(const Arguments& arguments, const std::string& input) const {
  return Program(lobby_player(arguments), environment, input).outcome();
}

Json Workplace::snapshot(const Arguments& more, const std::string& at) const {
  const auto out = folder.path() / "out";
  std::filesystem::remove_all(out);
  Arguments arguments{"snapshot", "--config", config(), "--out", out, "--at", at, "--size", "640x360"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Outcome outcome = player(arguments);
  EXPECT_EQ(outcome.status, 0) << outcome.messages;
  const Json index = Json::parse(bytes_in(out / "index.json"), nullptr, false);
  EXPECT_TRUE(index.is_object());
  return index;
}

std::vector<std::string> kinds_of(const Json& index) {
  std::vector<std::string> kinds;
  for (const Json& slide : index.at("slides")) kinds.push_back(slide.at("kind"));
  return kinds;
}

std::vector<std::string> titles_of(const Json& index, const std::string& kind) {
  std::vector<std::string> titles;
  for (const Json& slide : index.at("slides")) {
    if (slide.at("kind") == kind) titles.push_back(slide.at("item").at("title"));
  }
  return titles;
}

Json headline_slide(const Json& index, int story) {
  for (const Json& slide : index.at("slides")) {
    if (slide.at("kind") == "headline" && slide.at("item").at("title") == title_of(story)) return slide;
  }
  ADD_FAILURE() << "no slide shows " << title_of(story) << " in " << index;
  return {{"texts", Json::array()}, {"images", Json::array()}};
}

std::vector<std::string> lines_of(const Json& slide) {
  std::vector<std::string> lines;
  for (const Json& text : slide.at("texts")) {
    for (const Json& line : text.at("lines")) lines.push_back(line);
  }
  return lines;
}

}  // namespace lobby
