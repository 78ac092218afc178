#include "content/html_text.h"

#include <gtest/gtest.h>

namespace lobby::content {
namespace {

struct TextCase {
  const char* html;
  const char* text;
};

void PrintTo(const TextCase& c, std::ostream* out) { *out << c.html; }

class HtmlText : public testing::TestWithParam<TextCase> {};

TEST_P(HtmlText, IsWhatAReaderSees) { EXPECT_EQ(html_text(GetParam().html), GetParam().text); }

INSTANTIATE_TEST_SUITE_P(
    Fragments, HtmlText,
    testing::Values(
        TextCase{"Tin tức", "Tin tức"}, TextCase{"<p>một</p><p>hai</p>", "một hai"}, TextCase{"một<br>hai", "một hai"},
        TextCase{"<div>một</div>hai", "một hai"}, TextCase{"<b>m</b>ột", "một"},
        TextCase{"<ul><li>một<li>hai</ul>", "một hai"},
        TextCase{"a<script>var x='<p>';</script><style>p{}</style>b", "ab"},
        TextCase{"<p style='display: none'>ẩn</p>hiện", "hiện"}, TextCase{"C&ocirc;ng an t&#7881;nh", "Công an tỉnh"},
        TextCase{"C&amp;ocirc;ng an", "Công an"}, TextCase{"An ninh &amp;amp; tr&#x1EAD;t tự", "An ninh & trật tự"},
        TextCase{"AT&T và R&D", "AT&T và R&D"}, TextCase{"2 < 3 và 5 > 4", "2 < 3 và 5 > 4"},
        TextCase{"xem ?id=1&lang=vi", "xem ?id=1&lang=vi"}, TextCase{"&lt;p&gt;hai lần&lt;/p&gt;", "hai lần"},
        TextCase{"<html><head><title>x</title></head><body><p>cả trang</p></body></html>", "cả trang"},
        TextCase{"Ninh Bình&nbsp;triển khai", "Ninh Bình triển khai"}, TextCase{"<!-- ghi chú -->chữ", "chữ"},
        TextCase{"<p>chưa đóng <b>đậm", "chưa đóng đậm"}, TextCase{"", ""}, TextCase{"<p></p>", ""}));

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
