#include "gather/local_items.h"

#include <gtest/gtest.h>

namespace lobby::gather {
namespace {

TEST(LocalItems, SurviveTheStore) {
  LocalItems items;
  items.headlines = {{"id-1",
                      "Thư viện \"tỉnh\"",
                      "https://portal.example/1",
                      "Mở cửa buổi tối",
                      "Lê Hoa",
                      WallTime(std::chrono::seconds(1721786400)),
                      {{"usb://abc", "Chợ phiên", {}, {}, "Báo tỉnh"}},
                      {},
                      "Xã hội"},
                     {"id-2", "Tin không ngày", {}, {}, {}, std::nullopt, {}, {}, {}}};
  items.photos = {{{"usb://def", "Đường hoa", {}, {}, "Trần Bình"}, {}, std::nullopt, {}, std::nullopt, "hoa.jpg"}};
  EXPECT_EQ(local_items_from(to_json(items)), items);
}

TEST(LocalItems, OfADamagedListAreWhatCanBeReadOrNothing) {
  EXPECT_EQ(local_items_from("không phải JSON"), std::nullopt);
  EXPECT_EQ(local_items_from("[1, 2]"), std::nullopt);
  EXPECT_EQ(local_items_from("{}"), LocalItems());
  EXPECT_EQ(local_items_from(R"({"headlines": [3, {"title": 5}], "photos": {"url": "x"}})")->headlines.size(), 1U);
}

}  // namespace
}  // namespace lobby::gather
