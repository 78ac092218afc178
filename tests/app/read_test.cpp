#include <gmock/gmock.h>

#include "../world/workplace.h"

namespace lobby::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Read : public Workplace {
 protected:
  /// What `read` prints; it must succeed.
  Json reading(const Arguments& arguments, const std::string& input = {}) const {
    Arguments all{"read"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Outcome outcome = player(all, input);
    EXPECT_EQ(outcome.status, 0) << outcome.messages;
    return Json::parse(outcome.output, nullptr, false);
  }
  /// Expects that standard input is refused with a reason.
  void expect_refused(const std::string& as, const std::string& input) const {
    const Outcome outcome = player({"read", "--as", as, "-"}, input);
    EXPECT_EQ(outcome.status, 1) << outcome.output;
    EXPECT_THAT(outcome.output, IsEmpty());
    EXPECT_THAT(outcome.messages, Not(IsEmpty()));
  }
};

TEST_F(Read, PrintsAFeedFromAFileAndFromStandardInputAlike) {
  const std::string feed =
      rss("<item><title>Khai mạc lễ hội &amp;amp; hội chợ ./.</title><link>/tin/1.html</link></item>");
  const auto file = write(folder.path() / "rss.xml", feed);
  const Json from_file = reading({"--base-url", "https://portal.example/rss.xml", file});
  EXPECT_EQ(from_file.at("format"), "rss");
  EXPECT_EQ(from_file.at("items").at(0).at("title"), "Khai mạc lễ hội & hội chợ");
  EXPECT_EQ(from_file.at("items").at(0).at("link"), "https://portal.example/tin/1.html");
  EXPECT_EQ(reading({"--as", "feed", "--base-url", "https://portal.example/rss.xml", "-"}, feed), from_file);
}

TEST_F(Read, PrintsAPageByItsRecipe) {
  const auto recipe = write(folder.path() / "recipe.yaml", "{item: //article, title: .//h3, link: .//a/@href}");
  const Json page =
      reading({"--recipe", recipe, "--base-url", "https://portal.example/", "-"},
              "<html><body><article><h3>Khánh thành cầu Vân Lam</h3><a href='/cau'>Xem</a></article></body>"
              "</html>");
  EXPECT_EQ(page.at("format"), "page");
  EXPECT_EQ(page.at("items").at(0).at("title"), "Khánh thành cầu Vân Lam");
  EXPECT_EQ(page.at("items").at(0).at("link"), "https://portal.example/cau");
}

TEST_F(Read, NamesAGate) {
  const Json page = reading({"--as", "page", "-"},
                            "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>");
  EXPECT_EQ(page.at("kind"), "gate");
  EXPECT_EQ(page.at("gate"), "error page");
  EXPECT_THAT(page.at("items"), IsEmpty());
}

TEST_F(Read, PrintsTheSizeOfAPictureAsItIsShownUpright) {
  EXPECT_EQ(reading({"-"}, picture_bytes("orientation6.jpg")),
            Json::parse(R"({"format":"image","type":"jpeg","width":48,"height":32})"));
}

TEST_F(Read, WritesAPictureAsThePlayerShowsIt) {
  const auto out = folder.path() / "out.png";
  reading({"--as", "image", "--out", out, "-"}, picture_bytes("baseline.jpg"));
  EXPECT_EQ(reading({"--as", "image", out}), Json::parse(R"({"format":"image","type":"png","width":48,"height":32})"));
}

TEST_F(Read, RefusesWhatThePlayerWouldNotShow) {
  const std::string whole = picture_bytes("baseline.jpg");
  expect_refused("image", "");
  expect_refused("image", whole.substr(0, whole.size() / 2));
  expect_refused("image", "<html></html>");
  expect_refused("feed", "");
  expect_refused("feed", whole);
}

TEST_F(Read, FailsForAFileThatIsNotThere) {
  const Outcome outcome = player({"read", folder.path() / "rss.xml"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.messages, HasSubstr("there is no such file"));
}

}  // namespace
}  // namespace lobby::app
