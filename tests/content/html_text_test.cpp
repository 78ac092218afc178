#include "content/html_text.h"

#include <gtest/gtest.h>

namespace lobby::content {
namespace {

struct Case {
  const char* html;
  const char* text;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.html; }

class HtmlText : public testing::TestWithParam<Case> {};

TEST_P(HtmlText, IsWhatAReaderSees) { EXPECT_EQ(html_text(GetParam().html), GetParam().text); }

INSTANTIATE_TEST_SUITE_P(
    Fragments, HtmlText,
    testing::Values(Case{"Tin tức", "Tin tức"}, Case{"<p>một</p><p>hai</p>", "một hai"}, Case{"một<br>hai", "một hai"},
                    Case{"<div>một</div>hai", "một hai"}, Case{"<b>m</b>ột", "một"},
                    Case{"<ul><li>một<li>hai</ul>", "một hai"},
                    Case{"a<script>var x='<p>';</script><style>p{}</style>b", "ab"},
                    Case{"<p style='display: none'>ẩn</p>hiện", "hiện"},
                    Case{"C&ocirc;ng an t&#7881;nh", "Công an tỉnh"}, Case{"C&amp;ocirc;ng an", "Công an"},
                    Case{"An ninh &amp;amp; tr&#x1EAD;t tự", "An ninh & trật tự"}, Case{"AT&T và R&D", "AT&T và R&D"},
                    Case{"2 < 3 và 5 > 4", "2 < 3 và 5 > 4"}, Case{"xem ?id=1&lang=vi", "xem ?id=1&lang=vi"},
                    Case{"&lt;p&gt;hai lần&lt;/p&gt;", "hai lần"},
                    Case{"<html><head><title>x</title></head><body><p>cả trang</p></body></html>", "cả trang"},
                    Case{"Ninh Bình&nbsp;triển khai", "Ninh Bình triển khai"}, Case{"<!-- ghi chú -->chữ", "chữ"},
                    Case{"<p>chưa đóng <b>đậm", "chưa đóng đậm"}, Case{"", ""}, Case{"<p></p>", ""}));

TEST(LiteralText, DecodesLeftOverEntitiesButKeepsTags) {
  EXPECT_EQ(literal_text("Thẻ <b> &amp; C&ocirc;ng an"), "Thẻ <b> & Công an");
}

TEST(FirstWords, EndsInAnEllipsisWithoutDanglingPunctuation) {
  EXPECT_EQ(first_words("một hai, ba bốn", 2), "một hai…");
  EXPECT_EQ(first_words("một hai", 2), "một hai");
  EXPECT_EQ(first_words("", 2), "");
}

}  // namespace
}  // namespace lobby::content
