#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <tuple>

#include "host/files.h"
#include "picture/fitted.h"
#include "picture/png.h"
#include "picture/resample.h"
#include "playlist/slide.h"
#include "show/compose.h"
#include "show/ticker_line.h"
#include "stage/painter.h"
#include "theme/dress.h"

// Every kind of slide as it must look, at four screen sizes; the variants of a kind at two. The references lie in
// tests/golden/<case>/<size>.png; only fonts/ and layouts/ of this tree are used. LOBBY_UPDATE_GOLDEN=1 writes them
// anew: look at them before you commit.
namespace lobby {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono;

const fs::path source_dir = LOBBY_SOURCE_DIR;
const fs::path build_dir = LOBBY_BUILD_DIR;

content::Headline headline(const std::string& title, int day) {
  return {title, title, {}, {}, {}, sys_days(2024y / July / day) + 1h, {}, "Tin tức"};
}

content::Headline story() {
  auto made = headline("Hội nghị sơ kết phong trào toàn dân bảo vệ an ninh Tổ quốc sáu tháng đầu năm", 24);
  made.summary = "Toàn tỉnh duy trì 35 mô hình tự quản; 113/119 xã đạt chuẩn “Giữ vững an ninh, trật tự nông thôn”.";
  return made;
}

content::Image image(Size size) {
  return {"https://portal.example/anh.jpg",
          "Lễ ra quân hưởng ứng Ngày Môi trường thế giới và Tháng hành động vì môi trường", "painted by the test",
          size};
}

/// Marks in two storeys under letters that reach down, and what portals and their visitors put into texts.
content::Headline signs() {
  auto made = headline("Quý Mỹ gửi: MẪU ẴM EM Ở CHỖ ĐỖ, NHỮNG BỮA ẨM THỰC 🎉 (東京 – 日本) ☎️ 113", 24);
  made.summary = "𝐓𝐡𝐨̂𝐧𝐠 𝐛𝐚́𝐨: ★ mở cửa ✓ 7:11–11:17; ";
  made.summary += "⚠ “ສະບາຍດີ” ภาษาไทย 👨‍👩‍👧 ≥ 10 m² → ";
  made.summary += "Ελλάδα, Москва, COVID\u201119 🇻🇳!";
  return made;
}

calendar::Occurrence occurrence(const std::string& name, Date since, Date date, calendar::Tone tone,
                                const std::string& motto = {}) {
  const int years = static_cast<int>(date.year()) - static_cast<int>(since.year());
  return {{name, since, tone, std::nullopt, motto}, date, years};
}

calendar::Occurrence hung_kings() {
  calendar::Anniversary day{.name = "Ngày Giỗ Tổ Hùng Vương",
                            .day = calendar::YearlyDay{calendar::LunarDay{.day = 10, .month = 3}},
                            .tone = calendar::Tone::tradition};
  return {std::move(day), 2024y / April / 18};
}

/// Slides of days that the seed does not know.
std::map<std::string, playlist::Slide> occasions() {
  using calendar::Tone;
  const auto army = occurrence("Ngày thành lập Quân đội nhân dân Việt Nam", 1944y / December / 22,
                               2024y / December / 22, Tone::celebration);
  const auto defence =
      occurrence("Ngày hội Quốc phòng toàn dân", 1989y / December / 22, 2024y / December / 22, Tone::celebration);
  const auto teachers =
      occurrence("Ngày Nhà giáo Việt Nam", 1982y / November / 20, 2027y / November / 20, Tone::celebration);
  const auto traffic = occurrence("Ngày truyền thống lực lượng Cảnh sát giao thông", 1946y / February / 21,
                                  2024y / February / 21, Tone::tradition);
  const auto fire = occurrence("Ngày truyền thống lực lượng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ",
                               1961y / October / 4, 2031y / October / 4, Tone::tradition);
  const auto mourned =
      occurrence("Ngày mất của Chủ tịch Hồ Chí Minh", 1969y / September / 2, 2024y / September / 2, Tone::mourning);
  return {{"anniversary-round", {"11", playlist::AnniversarySlide{{{army}}}}},
          {"anniversary-half-round", {"12", playlist::AnniversarySlide{{{teachers}}}}},
          {"anniversary-joint-round", {"13", playlist::AnniversarySlide{{{army, defence}}}}},
          {"anniversary-lunar", {"14", playlist::AnniversarySlide{{{hung_kings()}}}}},
          {"tradition", {"15", playlist::AnniversarySlide{{{traffic}}}}},
          {"tradition-round", {"16", playlist::AnniversarySlide{{{fire}}}}},
          {"mourning", {"17", playlist::AnniversarySlide{{{mourned}}}}},
          {"countdown", {"18", playlist::CountdownSlide{{army, 5}}}}};
}

playlist::Slide placard(playlist::Placard what) { return {"20", playlist::PlacardSlide{std::move(what)}}; }

/// What a config puts up by itself, and photos that do not stand alone.
std::map<std::string, playlist::Slide> placards() {
  const playlist::RosterPage roster{
      "Lịch trực ban tuần 48",
      {"Ngày", "Họ và tên", "Chức vụ", "Điện thoại"},
      {{{"Thứ Hai", "Thượng tá Nguyễn Văn An", "Trưởng ban", "0912 345 678"}},
       {{"Thứ Ba", "Thiếu tá Trần Thị Thu Hương", "Phó Trưởng phòng", "0913 456 789"}, true},
       {{"Thứ Tư", "Đại úy Lê Quốc Việt", "Cán bộ", "0229 3871 113"}},
       {{"Thứ Năm", "Trung tá Phạm Minh Đức", "Phó Trưởng phòng", "0914 567 890"}}},
      1,
      2};
  const config::FigureSet figures{"Kết quả tháng 10 năm 2026",
                                  {{"12.486", "hồ sơ", "đã giải quyết tại Bộ phận Một cửa", "tăng 8% so với tháng 9"},
                                   {"98,7%", {}, "đúng hạn và trước hạn", {}},
                                   {"123.456.789.012", "đồng", "thu ngân sách nhà nước trên địa bàn", {}},
                                   {"3.215", "lượt công dân", "được tiếp", {}}}};
  const config::Quotation quotation{"Không có gì quý hơn độc lập, tự do", "Chủ tịch Hồ Chí Minh",
                                    "Lời kêu gọi đồng bào và chiến sĩ cả nước, ngày 17/7/1966"};
  const content::Photo tall{image({2000, 3000}), "Ra quân hưởng ứng Ngày Môi trường thế giới", std::nullopt, "Tin tức"};
  content::Photo other = tall;
  other.image.caption = "Trồng cây bên sông Đáy";
  content::Photo broad = other;
  broad.image.size = {3000, 2000};
  return {
      {"welcome", placard(config::Welcome{"Đoàn công tác của Bộ Công an", "Về thăm và làm việc tại tỉnh Ninh Bình"})},
      {"roster", placard(roster)},
      {"figures", placard(figures)},
      {"quotation", placard(quotation)},
      {"photo-pair", {"21", playlist::PhotoPairSlide{tall, other}}},
      {"photo-series", {"22", playlist::PhotoSlide{broad, 2, 5}}}};
}

/// An address as long as those of portals are.
content::Headline with_link(content::Headline story) {
  story.link =
      "https://portal.example/vi/tin-tuc/"
      "hoi-nghi-so-ket-phong-trao-toan-dan-bao-ve-an-ninh-to-quoc-sau-thang-1234.html";
  return story;
}

/// As a board shows it, with conditions of every sort.
playlist::Slide weather() {
  const auto day = [](unsigned date, const char* condition, double low, double high, int rain) {
    return content::WeatherDay{2024y / July / std::chrono::day(date), condition, low, high, rain};
  };
  playlist::WeatherSlide slide{{"Ninh Bình",
                                "Open-Meteo.com",
                                sys_days(2024y / July / 24) + 2h + 30min,
                                content::WeatherNow{29.4, 78, "partly-cloudy", 11.6},
                                {day(25, "thunderstorm", 25, 31, 90), day(26, "showers", 24.6, 30, 65),
                                 day(27, "cloudy", 25, 32, 20), day(28, "fair", 26, 34, 5), day(29, "hot", 27, 37, 0)},
                                "Thời tiết"},
                               day(24, "showers", 25, 33, 70)};
  return {"23", std::move(slide)};
}

/// A slide with a ticker, which is one more word of its name.
constexpr std::string_view with_ticker = "-ticker";

playlist::Slide slide_of(const std::string& name) {
  if (name.ends_with(with_ticker)) return slide_of(name.substr(0, name.size() - with_ticker.size()));
  const auto security = occurrence("Ngày truyền thống lực lượng An ninh nhân dân", 1946y / July / 12, 2024y / July / 12,
                                   calendar::Tone::celebration);
  const auto police = occurrence("Ngày truyền thống lực lượng Cảnh sát nhân dân", 1962y / July / 20, 2024y / July / 20,
                                 calendar::Tone::celebration);
  const auto martyrs = occurrence("Ngày Thương binh – Liệt sĩ", 1947y / July / 27, 2024y / July / 27,
                                  calendar::Tone::memorial, "Uống nước nhớ nguồn");
  auto with_photo = story();
  with_photo.images = {image({3000, 2000})};
  const std::map<std::string, playlist::Slide> slides{
      {"headline-photo", {"1", playlist::HeadlineSlide{with_photo}}},
      {"headline", {"2", playlist::HeadlineSlide{story()}}},
      {"photo", {"3", playlist::PhotoSlide{{image({3000, 2000}), {}, std::nullopt, "Ảnh hoạt động"}}}},
      {"anniversary", {"4", playlist::AnniversarySlide{{{security}}}}},
      {"anniversary-joint", {"5", playlist::AnniversarySlide{{{security, police}}}}},
      {"memorial", {"6", playlist::AnniversarySlide{{{martyrs}}}}},
      {"headline-list",
       {"7",
        playlist::HeadlineListSlide{
            {headline("Lực lượng Công an cơ sở giúp dân thu hoạch lúa trước bão", 23),
             headline("Ký kết chương trình phối hợp công tác dân vận giai đoạn 2024 – 2028", 22),
             headline("Ra mắt “Câu lạc bộ tuyên truyền pháp luật” tại trường trung học phổ thông", 19),
             headline("Phường Đông Thành công nhận mô hình “Tổ dân phố an toàn”", 18)}}}},
      {"notice",
       {"8",
        playlist::NoticeSlide{{"Tiếp công dân định kỳ vào thứ Năm hằng tuần tại Phòng tiếp dân, tầng 1",
                               "Từ 7 giờ 30 đến 16 giờ 30. Khi đến, công dân mang theo căn cước hoặc tài khoản định "
                               "danh mức 2.",
                               std::nullopt, std::nullopt, false}}}},
      {"urgent",
       {"9", playlist::NoticeSlide{{"Bão số 2: tạm dừng tiếp công dân chiều nay",
                                    "Hiệu lực đến 18:00 ngày 24/07/2024. Trực ban: 113.", std::nullopt, std::nullopt,
                                    true}}}},
      {"headline-aged", {"19", playlist::HeadlineSlide{story()}}},
      {"signs", {"11", playlist::HeadlineSlide{signs()}}},
      {"standby", {"10", playlist::StandbySlide{}}},
      {"weather", weather()},
      {"code", {"24", playlist::HeadlineSlide{with_link(story()), true}}},
      {"code-photo", {"25", playlist::HeadlineSlide{with_link(with_photo), true}}},
      {"board",
       {"20", playlist::MourningSlide{"Quốc tang đồng chí Nguyễn Văn Mẫu",
                                      "Lễ viếng từ 7 giờ ngày 25/07/2024 tại Nhà tang lễ Quốc gia."}}},
  };
  const auto of_days = occasions();
  const auto of_config = placards();
  if (of_days.contains(name)) return of_days.at(name);
  return slides.contains(name) ? slides.at(name) : of_config.at(name);
}

scene::Surroundings surroundings_of(const std::string& name) {
  scene::Surroundings surroundings{"Công an tỉnh Ninh Bình", TimeZone(), LocalTime{2024y / July / 24, 9h, 41min, 0s},
                                   std::nullopt};
  if (name.ends_with(with_ticker)) {
    surroundings.ticker = {"MẪU ẴM ỘT: tiếp công dân định kỳ vào thứ Năm hằng tuần", story().title, signs().title};
  }
  if (name == "headline-aged") {
    surroundings.organisation = "Sở Văn hóa, Thể thao và Du lịch tỉnh Ninh Bình";
    surroundings.updated = LocalTime{2024y / July / 22, 8h, 15min, 0s};
  }
  return surroundings;
}

/// A landscape in three tones: bright above, so that scrims have work to do.
Canvas painted_picture(Size size) {
  Canvas canvas(size);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const bool hill = y > size.height * 6 / 10 - (x * 97 / size.width % 24) * size.height / 120;
      canvas.row(y)[x] = hill ? 0xFF2F5D46U : y < size.height / 3 ? 0xFFE9F1F7U : 0xFFF6E3B4U;
    }
  }
  return canvas;
}

/// References keep five bits a channel: what falls away is dither, which does not compress, and nothing that a person
/// sees or the comparison counts.
Canvas coarse(const Canvas& canvas) {
  Canvas result(canvas.size());
  for (int y = 0; y < canvas.size().height; ++y) {
    for (int x = 0; x < canvas.size().width; ++x) result.row(y)[x] = (canvas.row(y)[x] & 0xFFF8F8F8U) | 0x00040404U;
  }
  return result;
}

struct Difference {
  double share = 0;  ///< Of pixels that a person could see to differ.
  Canvas picture;
};

Difference difference(const Canvas& actual, const Canvas& expected) {
  constexpr int visible = 12;
  Difference result{0, Canvas(actual.size())};
  if (actual.size() != expected.size()) return {1, actual};
  std::int64_t count = 0;
  for (int y = 0; y < actual.size().height; ++y) {
    for (int x = 0; x < actual.size().width; ++x) {
      const Colour a = unpack(actual.row(y)[x]);
      const Colour b = unpack(expected.row(y)[x]);
      const int most = std::max({std::abs(a.red - b.red), std::abs(a.green - b.green), std::abs(a.blue - b.blue)});
      if (most <= visible) continue;
      ++count;
      result.picture.row(y)[x] = 0xFFFF0000U;
    }
  }
  result.share = static_cast<double>(count) / (static_cast<double>(actual.size().width) * actual.size().height);
  return result;
}

/// Pictures as a scene wants them.
std::vector<Canvas> pictures_of(const scene::Scene& scene) {
  std::vector<Canvas> pictures;
  for (const auto& op : scene.pictures()) {
    pictures.push_back(picture::fitted(painted_picture({1500, 1000}), {op.box.width, op.box.height}, op.fit, op.focus));
    if (op.tone == scene::PictureTone::grey) picture::make_grey(pictures.back());
  }
  return pictures;
}

/// «night/photo» is the slide «photo» in the theme «night»; without a theme it is in «hq».
std::pair<std::string, std::string> theme_and_slide(const std::string& name) {
  const auto slash = name.find('/');
  if (slash == std::string::npos) return {"hq", name};
  return {name.substr(0, slash), name.substr(slash + 1)};
}

using Case = std::tuple<std::string, Size>;

class Golden : public testing::TestWithParam<Case> {};

std::string size_name(Size size) { return std::to_string(size.width) + "x" + std::to_string(size.height); }

TEST_P(Golden, LooksAsAgreed) {
  constexpr double tolerance = 0.0005;
  const auto& [name, size] = GetParam();
  const auto [theme, slide] = theme_and_slide(name);
  auto dress = theme::load_dress(source_dir, theme);
  ASSERT_TRUE(dress) << dress.error().message;
  EXPECT_TRUE(dress->complaints.empty());
  auto composition = show::compose(slide_of(slide), *dress, surroundings_of(slide), size);
  const auto pictures = pictures_of(composition.scene);
  auto frame = show::paint_frame(std::move(composition), *dress, pictures);
  const auto& ticker = frame.composition.ticker;
  if (ticker) show::paint_still(*ticker, *dress->fonts, surroundings_of(slide).ticker, frame.canvas);

  const fs::path reference = source_dir / "tests" / "golden" / name / (size_name(size) + ".png");
  if (std::getenv("LOBBY_UPDATE_GOLDEN") != nullptr) {
    fs::create_directories(reference.parent_path());
    ASSERT_TRUE(picture::write_png(coarse(frame.canvas), reference.string()));
    return;
  }
  const auto bytes = host::read_file(reference);
  ASSERT_TRUE(bytes) << "no reference: " << bytes.error().message;
  const auto expected = picture::decode_picture(*bytes, size);
  ASSERT_TRUE(expected) << expected.error().message;
  const auto differs = difference(frame.canvas, *expected);
  if (differs.share <= tolerance) return;
  const fs::path out = build_dir / "golden" / name / size_name(size);
  fs::create_directories(out);
  EXPECT_TRUE(picture::write_png(frame.canvas, (out / "actual.png").string()));
  EXPECT_TRUE(picture::write_png(differs.picture, (out / "diff.png").string()));
  FAIL() << differs.share * 100 << " % of the pixels differ; see " << out;
}

std::string case_name(const testing::TestParamInfo<Case>& parameters) {
  std::string name = std::get<0>(parameters.param) + "_" + size_name(std::get<1>(parameters.param));
  std::ranges::replace(name, '-', '_');
  std::ranges::replace(name, '/', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Tickers, Golden,
                         testing::Combine(testing::Values("headline-ticker", "photo-ticker", "festive/notice-ticker"),
                                          testing::Values(Size{1280, 720}, Size{720, 1280}, Size{600, 600})),
                         case_name);

INSTANTIATE_TEST_SUITE_P(
    Slides, Golden,
    testing::Combine(testing::Values("headline-photo", "headline", "photo", "anniversary", "anniversary-joint",
                                     "memorial", "headline-list", "notice", "urgent", "standby", "signs",
                                     "anniversary-round", "anniversary-lunar", "countdown"),
                     testing::Values(Size{1920, 1080}, Size{1080, 1920}, Size{1280, 720}, Size{3840, 2160})),
    case_name);

INSTANTIATE_TEST_SUITE_P(Tones, Golden,
                         testing::Combine(testing::Values("anniversary-half-round", "anniversary-joint-round",
                                                          "tradition", "tradition-round", "mourning"),
                                          testing::Values(Size{1920, 1080}, Size{1080, 1920})),
                         case_name);

INSTANTIATE_TEST_SUITE_P(Placards, Golden,
                         testing::Combine(testing::Values("welcome", "roster", "figures", "quotation", "photo-pair",
                                                          "photo-series"),
                                          testing::Values(Size{1280, 720}, Size{720, 1280})),
                         case_name);

INSTANTIATE_TEST_SUITE_P(Weather, Golden,
                         testing::Combine(testing::Values("weather"),
                                          testing::Values(Size{1280, 720}, Size{720, 1280}, Size{720, 720})),
                         case_name);

INSTANTIATE_TEST_SUITE_P(Codes, Golden,
                         testing::Combine(testing::Values("code", "code-photo"),
                                          testing::Values(Size{1280, 720}, Size{720, 1280})),
                         case_name);

INSTANTIATE_TEST_SUITE_P(Age, Golden,
                         testing::Combine(testing::Values("headline-aged"),
                                          testing::Values(Size{1920, 1080}, Size{1080, 1920}, Size{1024, 768},
                                                          Size{1080, 1080}, Size{3840, 1080})),
                         case_name);

INSTANTIATE_TEST_SUITE_P(Themes, Golden,
                         testing::Combine(testing::Values("festive/notice", "festive/headline-photo", "solemn/headline",
                                                          "mourning/board", "mourning/photo", "night/headline-photo",
                                                          "night/anniversary"),
                                          testing::Values(Size{640, 360})),
                         case_name);

INSTANTIATE_TEST_SUITE_P(Boards, Golden,
                         testing::Combine(testing::Values("board", "festive/headline"),
                                          testing::Values(Size{360, 640})),
                         case_name);

/// The contrast of a colour with the lightest or darkest hundredth of what lies under it, whichever is nearer to it.
double contrast_on(const Canvas& ground, const Rect& area, Colour colour) {
  std::vector<double> luminances;
  for (int y = area.y; y < area.bottom(); ++y) {
    for (int x = area.x; x < area.right(); ++x) {
      luminances.push_back(relative_luminance(unpack(ground.row(y)[x])));
    }
  }
  if (luminances.empty()) return 21;
  std::ranges::sort(luminances);
  const double own = relative_luminance(colour);
  const bool light = own > luminances[luminances.size() / 2];
  const double under = light ? luminances[luminances.size() * 99 / 100] : luminances[luminances.size() / 100];
  return (std::max(own, under) + 0.05) / (std::min(own, under) + 0.05);
}

void expect_legible(const scene::Scene& scene, const Canvas& ground, const std::string& what) {
  // A scrim is made for its whole area, of which a hundredth may be lighter, and that may lie under one text.
  const bool on_scrim =
      std::ranges::any_of(scene.ops, [](const auto& op) { return std::holds_alternative<scene::ScrimOp>(op); });
  const double least = on_scrim ? 6.5 : 7;
  for (const auto& op : scene.ops) {
    const auto* text = std::get_if<scene::TextOp>(&op);
    if (text == nullptr) continue;
    const double contrast = contrast_on(ground, intersection(text->box, ground.bounds()), text->colour);
    EXPECT_GE(contrast, least) << what << ": " << text->role;
  }
}

using Legible = testing::TestWithParam<const char*>;

TEST_P(Legible, EveryTextStandsOutFromWhatLiesUnderIt) {
  const auto dress = theme::load_dress(source_dir, GetParam());
  ASSERT_TRUE(dress) << dress.error().message;
  for (const std::string name : {"headline-photo",
                                 "headline",
                                 "photo",
                                 "anniversary",
                                 "anniversary-joint",
                                 "memorial",
                                 "headline-list",
                                 "notice",
                                 "urgent",
                                 "standby",
                                 "anniversary-round",
                                 "anniversary-half-round",
                                 "anniversary-joint-round",
                                 "anniversary-lunar",
                                 "tradition",
                                 "tradition-round",
                                 "mourning",
                                 "board",
                                 "countdown",
                                 "headline-aged",
                                 "welcome",
                                 "roster",
                                 "figures",
                                 "quotation",
                                 "photo-pair",
                                 "weather",
                                 "code",
                                 "code-photo"}) {
    for (const Size size : {Size{640, 360}, Size{360, 640}, Size{1280, 360}, Size{400, 300}, Size{360, 360}}) {
      const auto what = name + " at " + size_name(size);
      const auto composition = show::compose(slide_of(name), *dress, surroundings_of(name), size);
      Canvas ground(size);
      stage::paint_ground(composition.scene, pictures_of(composition.scene), ground);
      expect_legible(composition.scene, ground, what);
      stage::paint_ground(composition.strip, {}, ground);
      expect_legible(composition.strip, ground, what);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Themes, Legible, testing::Values("festive", "solemn", "mourning", "night"),
                         [](const auto& parameters) { return std::string(parameters.param); });

}  // namespace
}  // namespace lobby
