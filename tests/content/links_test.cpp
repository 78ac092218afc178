#include "content/links.h"

#include <gtest/gtest.h>

namespace lobby::content {
namespace {

struct LinkCase {
  const char* reference;
  const char* expected;
};

void PrintTo(const LinkCase& c, std::ostream* out) { *out << c.reference; }

class Rfc3986 : public testing::TestWithParam<LinkCase> {};

TEST_P(Rfc3986, ResolvesTheExamplesOfSection54) {
  EXPECT_EQ(resolve("http://a/b/c/d;p?q", GetParam().reference), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Examples, Rfc3986,
                         testing::Values(LinkCase{"g:h", "g:h"}, LinkCase{"g", "http://a/b/c/g"},
                                         LinkCase{"./g", "http://a/b/c/g"}, LinkCase{"g/", "http://a/b/c/g/"},
                                         LinkCase{"/g", "http://a/g"}, LinkCase{"//g", "http://g"},
                                         LinkCase{"?y", "http://a/b/c/d;p?y"}, LinkCase{"g?y", "http://a/b/c/g?y"},
                                         LinkCase{"#s", "http://a/b/c/d;p?q#s"},
                                         LinkCase{"g?y#s", "http://a/b/c/g?y#s"}, LinkCase{";x", "http://a/b/c/;x"},
                                         LinkCase{"", "http://a/b/c/d;p?q"}, LinkCase{".", "http://a/b/c/"},
                                         LinkCase{"./", "http://a/b/c/"}, LinkCase{"..", "http://a/b/"},
                                         LinkCase{"../g", "http://a/b/g"}, LinkCase{"../..", "http://a/"},
                                         LinkCase{"../../../g", "http://a/g"}, LinkCase{"/./g", "http://a/g"},
                                         LinkCase{"g.", "http://a/b/c/g."}, LinkCase{"..g", "http://a/b/c/..g"},
                                         LinkCase{"./g/.", "http://a/b/c/g/"}, LinkCase{"g/../h", "http://a/b/c/h"},
                                         LinkCase{"g?y/../x", "http://a/b/c/g?y/../x"}));

class Forgiven : public testing::TestWithParam<LinkCase> {};

TEST_P(Forgiven, LinksAreMendedAsBrowsersDo) {
  EXPECT_EQ(resolve("https://portal.example/tin/", GetParam().reference), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Faults, Forgiven,
                         testing::Values(LinkCase{"  /a.html\n", "https://portal.example/a.html"},
                                         LinkCase{"\\upload\\a b.jpg", "https://portal.example/upload/a%20b.jpg"},
                                         LinkCase{"ảnh.jpg", "https://portal.example/tin/%E1%BA%A3nh.jpg"},
                                         LinkCase{"a%20b.jpg", "https://portal.example/tin/a%20b.jpg"},
                                         LinkCase{"HTTPS://portal.example/A", "https://portal.example/A"},
                                         LinkCase{"/tin?id=1&lang=vi", "https://portal.example/tin?id=1&lang=vi"},
                                         LinkCase{"/web/guest/tin;jsessionid=0A1B?p=2",
                                                  "https://portal.example/web/guest/tin?p=2"}));

TEST(Resolve, LeavesARelativeReferenceWhereNoBaseIsKnown) { EXPECT_EQ(resolve("", "/tin/a.html"), "/tin/a.html"); }

TEST(ResolveLink, IsEmptyForWhatLeadsNowhere) {
  for (const char* link :
       {"", "#", "#top", "javascript:void(0)", "mailto:a@b.vn", "tel:113", "data:image/gif;base64,R0"}) {
    EXPECT_EQ(resolve_link("https://portal.example/", link), "") << link;
  }
}

TEST(LinkKey, IsTheSameForSpellingsOfOneLink) {
  const std::string key = link_key("https://portal.example/tin/a.html");
  EXPECT_EQ(link_key("http://www.Portal.example/tin/a.html/"), key);
  EXPECT_EQ(link_key("https://portal.example/tin/a.html?utm_source=rss&fbclid=x#noi-dung"), key);
  EXPECT_NE(link_key("https://portal.example/tin/a.html?id=2"), key);
}

TEST(LinkKey, IsEmptyForTheRootOfASite) {
  EXPECT_EQ(link_key("https://portal.example/"), "");
  EXPECT_EQ(link_key("https://portal.example/?utm_source=rss"), "");
  EXPECT_EQ(link_key(""), "");
}

TEST(LinkKey, TellsStoriesApartThatASiteKeepsBehindAFragment) {
  EXPECT_NE(link_key("https://portal.example/#/tin/1"), link_key("https://portal.example/#/tin/2"));
}

}  // namespace
}  // namespace lobby::content
