#include <gmock/gmock.h>

#include "playlist/show.h"

namespace lobby::playlist {
namespace {

using namespace std::chrono;
using config::PlaylistKind;
using testing::ElementsAre;

constexpr WallTime noon_24_july_2024 = sys_days(2024y / July / 24) + 5h;  // A Wednesday.

/// A house with nothing but placards.
class Placards : public testing::Test {
 protected:
  Show show(const Moment& moment = {noon_24_july_2024, true}) {
    snapshot_.config = std::make_shared<const config::Config>(config);
    return build_show(snapshot_, moment);
  }
  std::vector<std::string> ids(const Moment& moment = {noon_24_july_2024, true}) {
    std::vector<std::string> ids;
    for (const auto& slide : show(moment).slides) ids.push_back(slide.id);
    return ids;
  }
  std::optional<WallTime> change(WallTime time) {
    snapshot_.config = std::make_shared<const config::Config>(config);
    return changes_at(snapshot_, {time, true});
  }

  config::Config config;

 private:
  content::Snapshot snapshot_;
};

TEST_F(Placards, AWelcomeHangsWhileItsTermLasts) {
  config.playlist = {{PlaylistKind::welcomes}};
  config.placards.welcomes = {{"Đoàn một", {}, {noon_24_july_2024, noon_24_july_2024 + 1h}},
                              {"Đoàn hai", {}, {.when = {.hours = {{12h, 13h}}}}},
                              {"Quý khách", {}}};
  EXPECT_THAT(ids({noon_24_july_2024 - 1s, true}), ElementsAre("welcome:Quý khách"));
  EXPECT_THAT(ids(), ElementsAre("welcome:Đoàn một", "welcome:Đoàn hai", "welcome:Quý khách"));
  EXPECT_THAT(ids({noon_24_july_2024 + 1h, true}), ElementsAre("welcome:Quý khách"));
}

TEST_F(Placards, WithoutAKnownDateOnlyWhatHasNoTermHangs) {
  config.playlist = {{PlaylistKind::welcomes}};
  config.placards.welcomes = {{"Đoàn một", {}, {noon_24_july_2024 - 1h}}, {"Quý khách", {}}};
  EXPECT_THAT(ids({noon_24_july_2024, false}), ElementsAre("welcome:Quý khách"));
}

TEST_F(Placards, TheShowChangesAtTheEdgesOfTheirTerms) {
  config.playlist = {{PlaylistKind::welcomes}};
  config.placards.welcomes = {{"Đoàn một", {}, {noon_24_july_2024 + 2h, noon_24_july_2024 + 4h}},
                              {"Đoàn hai", {}, {.when = {.hours = {{15h, 17h}}}}}};
  EXPECT_EQ(change(noon_24_july_2024), noon_24_july_2024 + 2h);
  EXPECT_EQ(change(noon_24_july_2024 + 2h), noon_24_july_2024 + 3h);
  EXPECT_EQ(change(noon_24_july_2024 + 3h), noon_24_july_2024 + 4h);
  EXPECT_EQ(change(noon_24_july_2024 + 5h), noon_24_july_2024 + 12h);
}

TEST_F(Placards, ThatSayTheSameAreTwoSlides) {
  config.playlist = {{PlaylistKind::welcomes}};
  config.placards.welcomes = {{"Quý khách", "Tầng 1"}, {"Quý khách", "Tầng 2"}};
  EXPECT_THAT(ids(), ElementsAre("welcome:Quý khách", "welcome:Quý khách:2"));
}

const config::Roster week{"Trực ban",
                          {"Ngày", "Họ và tên"},
                          {{{"Thứ Ba", "An"}, {.weekdays = {Tuesday}}},
                           {{"Thứ Tư", "Bình"}, {.weekdays = {Wednesday}}},
                           {{"Trực máy", "Tổng đài"}}}};

/// The rows of a slide, each as its last cell; one that is marked with a star.
std::vector<std::string> rows_of(const Slide& slide) {
  std::vector<std::string> rows;
  for (const auto& [cells, due] : std::get<RosterPage>(std::get<PlacardSlide>(slide.what).placard).rows) {
    rows.push_back((due ? "*" : "") + cells.back());
  }
  return rows;
}

TEST_F(Placards, ARosterMarksTheRowThatCountsNow) {
  config.playlist = {{PlaylistKind::rosters}};
  config.placards.rosters = {week};
  EXPECT_THAT(rows_of(show().slides.at(0)), ElementsAre("An", "*Bình", "Tổng đài"));
  EXPECT_THAT(rows_of(show({noon_24_july_2024 - 24h, true}).slides.at(0)), ElementsAre("*An", "Bình", "Tổng đài"));
  EXPECT_THAT(rows_of(show({noon_24_july_2024, false}).slides.at(0)), ElementsAre("An", "Bình", "Tổng đài"));
  EXPECT_EQ(change(noon_24_july_2024), noon_24_july_2024 + 12h);
}

TEST_F(Placards, ARosterMayShowOnlyWhatCountsNow) {
  config.playlist = {{PlaylistKind::rosters}};
  config.placards.rosters = {week};
  config.placards.rosters[0].only_due = true;
  EXPECT_THAT(rows_of(show().slides.at(0)), ElementsAre("Bình", "Tổng đài"));
  EXPECT_THAT(rows_of(show({noon_24_july_2024, false}).slides.at(0)), ElementsAre("Tổng đài"));
  config.placards.rosters[0].rows.pop_back();
  EXPECT_THAT(ids({noon_24_july_2024 + 24h, true}), ElementsAre("standby"));
}

TEST_F(Placards, ALongRosterGoesOnOnFurtherSlidesThatAreAsFull) {
  config.playlist = {{PlaylistKind::rosters}};
  config::Roster roster{"Trực", {"Tên"}, {}};
  for (int row = 1; row <= 7; ++row) roster.rows.push_back({{std::to_string(row)}});
  config.placards.rosters = {roster};
  const Show two = show();
  EXPECT_THAT(ids(), ElementsAre("roster:Trực", "roster:Trực#2"));
  EXPECT_THAT(rows_of(two.slides.at(0)), ElementsAre("1", "2", "3"));
  EXPECT_THAT(rows_of(two.slides.at(1)), ElementsAre("4", "5", "6", "7"));
}

TEST_F(Placards, FiguresAndQuotationsTakeTurns) {
  config.playlist = {{PlaylistKind::figures, 1}, {PlaylistKind::quotations, 1}};
  config.placards.figures = {{"Tháng 6", {{"1", {}, "a", {}}, {"2", {}, "b", {}}}},
                             {"Tháng 7", {{"3", {}, "a", {}}, {"4", {}, "b", {}}}}};
  config.placards.quotations = {{"Học, học nữa, học mãi", {}, {}}};
  std::vector<std::string> order;
  const Show made = show();
  for (const std::size_t slide : made.order) order.push_back(made.slides[slide].id);
  EXPECT_THAT(order, ElementsAre("figures:Tháng 6", "quotation:Học, học nữa, học mãi", "figures:Tháng 7",
                                 "quotation:Học, học nữa, học mãi"));
}

TEST_F(Placards, InMourningTheDutyRosterGoesOn) {
  config.playlist = {{PlaylistKind::figures}, {PlaylistKind::quotations}, {PlaylistKind::rosters}};
  config.placards.rosters = {week};
  config.placards.figures = {{"Tháng 6", {{"1", {}, "a", {}}, {"2", {}, "b", {}}}}};
  config.placards.quotations = {{"Học", {}, {}}};
  config.mourning = config::Mourning();
  EXPECT_THAT(ids(), ElementsAre("roster:Trực ban"));
}

TEST_F(Placards, NobodyIsWelcomedInMourning) {
  config.playlist = {{PlaylistKind::welcomes}};
  config.placards.welcomes = {{"Quý khách", {}}};
  config.mourning = config::Mourning();
  EXPECT_THAT(ids(), ElementsAre("standby"));
}

}  // namespace
}  // namespace lobby::playlist
