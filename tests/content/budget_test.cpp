#include "content/budget.h"

#include <gtest/gtest.h>

#include "content/limits.h"

namespace lobby::content {
namespace {

constexpr Budget plenty{1'000'000, 1'000'000};

/// A tag with so many attributes.
std::string tag(std::size_t attributes) {
  std::string text = "<p";
  for (std::size_t number = 0; number < attributes; ++number) text += " a" + std::to_string(number) + "=1";
  return text + ">";
}

TEST(Budget, LeavesAnUsualDocumentAsItIs) {
  for (const std::string text :
       {"", "tin tức", "<p>a < b</p>", "<a href='/tin?a=1&b=2' title=\"a > b\" data-x = 'y' hidden>tin</a><br/>",
        "<!-- <p a b c> --><![CDATA[<b>]]><?xml version='1.0'?><!DOCTYPE html>", "<p title='offen", "<", "<p", "</",
        "<script>if (a < b && c > d) e = '<p>';</script>", "<p a=>", "<p a= >", "<p \"quote' in=tag>x</p>"}) {
    EXPECT_EQ(within_budget(text, plenty), text);
  }
}

TEST(Budget, CutsBeforeTheTagThatIsTooMuch) {
  EXPECT_EQ(within_budget("<ul><li>một</li><li>hai</li></ul>", {3, 1000}), "<ul><li>một</li>");
  EXPECT_EQ(within_budget("<a href=1 id=2>một</a><b>hai</b>", {4, 1000}), "<a href=1 id=2>một</a>");
}

TEST(Budget, LeavesOutTextThatIsTooMuchButNoScript) {
  EXPECT_EQ(within_budget("<p>mười chữ</p><p>hai</p>", {100, 4}), "<p>mư</p><p></p>") << "half a letter is none";
  EXPECT_EQ(within_budget("<p>ab</p><SCRIPT type=x>if (a < b) c</Script><p>cd</p>", {100, 3}),
            "<p>ab</p><SCRIPT type=x>if (a < b) c</Script><p>c</p>");
  EXPECT_EQ(within_budget("<script>offen", {100, 3}), "<script>offen");
}

TEST(Budget, KeepsTheFirstAttributesOfATag) {
  EXPECT_EQ(within_budget(tag(most_attributes), plenty), tag(most_attributes));
  const std::string cut = within_budget(tag(most_attributes + 50) + "chữ</p>", plenty);
  EXPECT_EQ(cut, tag(most_attributes).insert(tag(most_attributes).size() - 1, " ") + "chữ</p>");
}

TEST(Budget, IsNotDeceivedByQuotesAndBrackets) {
  std::string hidden = "<p a='>'";
  std::string stray = "<p \"";
  for (std::size_t number = 0; number < 5000; ++number) {
    hidden += " b" + std::to_string(number);
    stray += " b" + std::to_string(number);
  }
  EXPECT_LT(within_budget(hidden + ">", plenty).size(), 4000U);
  EXPECT_LT(within_budget(stray + ">", plenty).size(), 4000U);
}

}  // namespace
}  // namespace lobby::content
