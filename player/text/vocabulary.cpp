#include "text/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace lobby::text {
namespace {

/// Takes sorted lists, which the compiler checks.
template <std::size_t size>
struct Words {
  std::array<std::string_view, size> words;
  template <typename... T>
  consteval explicit Words(T... each) : words{each...} {
    if (!std::ranges::is_sorted(words)) throw "unsorted";
  }
  bool contains(std::string_view word) const { return std::ranges::binary_search(words, word); }
};
template <typename... T>
Words(T...) -> Words<sizeof...(T)>;

constexpr Words label_list{"bài",   "bậc",   "chuyến", "chương", "câu",   "cấp",    "cụm",  "giai", "hạng", "hẻm",
                           "khoá",  "khoản", "khu",    "khóa",   "khối",  "km",     "kì",   "kỳ",   "kỷ",   "loại",
                           "lô",    "lần",   "lộ",     "lớp",    "lữ",    "mùng",   "mồng", "mục",  "ngày", "ngách",
                           "ngõ",   "nhóm",  "năm",    "phiên",  "phòng", "phường", "phần", "phố",  "ql",   "quý",
                           "quận",  "quốc",  "sư",     "số",     "tháng", "thôn",   "thứ",  "tiết", "tiểu", "tl",
                           "trang", "trung", "tuyến",  "tuần",   "tầng",  "tập",    "tỉnh", "tổ",   "vòng", "vùng",
                           "xóm",   "điều",  "đoàn",   "đường",  "đội",   "đợt",    "ấp"};
constexpr Words scale_list{"chục", "nghìn", "ngàn", "triệu", "trăm", "tá", "tỉ", "tỷ", "vạn"};
// The first syllable is enough where the counted word has more: «mô (hình)», «đối (tượng)».
constexpr Words unit_list{
    "%",     "a",      "anh",    "bao",    "bit",    "bà",    "bài",       "bàn",       "bé",     "bông",  "bản",
    "bảng",  "bệnh",   "bộ",     "bức",    "ca",     "chai",  "chiếc",     "chiến",     "chuyến", "cháu",  "chí",
    "chặng", "chỉ",    "chị",    "chỗ",    "cm",     "con",   "cuốn",      "cành",      "cái",    "cán",   "cánh",
    "cân",   "cây",    "cô",     "công",   "căn",    "cơ",    "cặp",       "cụm",       "dm",     "doanh", "dự",
    "em",    "eur",    "euro",   "g",      "gam",    "gb",    "ghz",       "ghế",       "gia",    "gian",  "giáo",
    "giây",  "giường", "giải",   "giờ",    "gram",   "gw",    "gói",       "ha",        "hecta",  "huy",   "huyện",
    "hz",    "hành",   "héc-ta", "hình",   "hạt",    "học",   "hộ",        "hội",       "hộp",    "inch",  "kb",
    "kg",    "khoá",   "khoản",  "khu",    "khóa",   "khẩu",  "ki-lô-gam", "ki-lô-mét", "kiểu",   "km",    "km2",
    "kw",    "kwh",    "kênh",   "kỷ",     "lao",    "liều",  "lon",       "loại",      "làng",   "lít",   "lô",
    "lượng", "lượt",   "lạng",   "lần",    "lớp",    "m",     "m2",        "m3",        "mb",     "mg",    "mhz",
    "ml",    "mm",     "mw",     "màu",    "máy",    "mét",   "món",       "mô",        "mũi",    "mảnh",  "mẫu",
    "mục",   "nghệ",   "nghị",   "ngày",   "ngôi",   "người", "nhà",       "nhóm",      "năm",    "nước",  "oát",
    "phiếu", "phòng",  "phút",   "phường", "phần",   "quyết", "quyển",     "quý",       "quả",    "quận",  "sinh",
    "suất",  "sào",    "sản",    "tb",     "thuyền", "thành", "tháng",     "thôn",      "thùng",  "thầy",  "thế",
    "thứ",   "thửa",   "tin",    "tiêu",   "toà",    "trang", "trường",    "trạm",      "trận",   "tuyến", "tuần",
    "tuổi",  "tàu",    "tòa",    "túi",    "tạ",     "tấm",   "tấn",       "tầng",      "tập",    "tỉnh",  "tổ",
    "tờ",    "usd",    "v",      "viên",   "việc",   "vnd",   "vnđ",       "vòng",      "văn",    "vận",   "vị",
    "vụ",    "w",      "xe",     "xu",     "xã",     "xóm",   "yên",       "yến",       "án",     "ông",   "đ",
    "điều",  "điểm",   "đoàn",   "đoạn",   "đôi",    "đơn",   "đại",       "đảng",      "đối",    "đồng",  "độ",
    "đội",   "đợt",    "ảnh",    "ấp"};
constexpr Words leaning_list{
    "anh",   "ba",   "bà",   "bác", "bằng",  "bị",   "bởi",   "cho", "chú",   "chưa",  "chỉ",    "chị",   "chớ",
    "cuộc",  "các",  "còn",  "có",  "cô",    "cùng", "cũng",  "cả",  "cụ",    "của",   "do",     "dưới",  "em",
    "giữa",  "gần",  "gồm",  "hai", "hay",   "hoặc", "hãy",   "hơn", "hồi",   "khi",   "khoảng", "không", "là",
    "lên",   "lúc",  "lại",  "mà",  "mấy",   "mọi",  "mỗi",   "một", "ngay",  "ngoài", "nhiều",  "nhân",  "như",
    "nhưng", "nhất", "nhằm", "nhờ", "những", "niềm", "nên",   "nếu", "nền",   "nỗi",   "phải",   "qua",   "quá",
    "ra",    "rất",  "sau",  "sẽ",  "sự",    "theo", "thuộc", "thì", "trong", "trên",  "trước",  "tại",   "tới",
    "từ",    "từng", "việc", "và",  "vài",   "vào",  "vì",    "vẫn", "về",    "với",   "xuống",  "ít",    "ông",
    "đang",  "đã",   "được", "đạt", "đến",   "đều",  "để",    "đối", "đừng",  "ở"};
constexpr Words conjunction_list{"hay", "hoặc", "mà", "nhưng", "song", "và"};
constexpr Words preposition_list{"bằng", "bị",   "cho", "của", "do",  "dưới", "giữa",  "khi",  "là",    "ngoài", "nhân",
                                 "như",  "nhằm", "qua", "sau", "sẽ",  "theo", "trong", "trên", "trước", "tại",   "tới",
                                 "từ",   "vào",  "vì",  "về",  "với", "đang", "đã",    "được", "đến",   "để",    "ở"};
constexpr Words family_name_list{
    "bùi",   "bạch",  "bế",    "cao",  "chu",   "châu",  "chử",  "cù",    "cầm",    "diệp",  "doãn",   "dương",
    "giàng", "hoàng", "huỳnh", "hà",   "hầu",   "hồ",    "hứa",  "khuất", "khương", "kim",   "kiều",   "la",
    "lâm",   "lê",    "lò",    "lý",   "lưu",   "lương", "lục",  "ma",    "mai",    "mạc",   "nghiêm", "nguyễn",
    "ngô",   "phan",  "phùng", "phạm", "quàng", "quách", "sùng", "thào",  "thái",   "thạch", "triệu",  "trương",
    "trần",  "trịnh", "tô",    "tôn",  "tăng",  "tạ",    "tống", "vi",    "võ",     "vũ",    "vương",  "âu",
    "đinh",  "điền",  "đoàn",  "đàm",  "đào",   "đặng",  "đỗ"};
constexpr Words address_form_list{
    "anh",          "anh hùng",    "binh nhì",    "binh nhất",  "bs",        "bsck1",        "bsck2",      "bà",
    "bác",          "bác sĩ",      "bác sỹ",      "ca sĩ",      "ca sỹ",     "chuẩn đô đốc", "cháu",       "chú",
    "chị",          "cô",          "cụ",          "diễn viên",  "dược sĩ",   "em",           "giám mục",   "giáo sư",
    "gs",           "gs.ts",       "gs.tskh",     "hòa thượng", "hạ sĩ",     "hạ sỹ",        "họa sĩ",     "họa sỹ",
    "kiến trúc sư", "ks",          "kỹ sư",       "linh mục",   "liệt sĩ",   "liệt sỹ",      "ls",         "luật sư",
    "mr",           "mrs",         "ms",          "nghệ nhân",  "nghệ sĩ",   "nghệ sỹ",      "ngnd",       "ngưt",
    "nhà báo",      "nhà giáo",    "nhà thơ",     "nhà văn",    "nhạc sĩ",   "nhạc sỹ",      "nsnd",       "nsưt",
    "pgs",          "pgs.ts",      "phó giáo sư", "phó đô đốc", "thiếu tá",  "thiếu tướng",  "thiếu uý",   "thiếu úy",
    "ths",          "ths.bs",      "thượng sĩ",   "thượng sỹ",  "thượng tá", "thượng tướng", "thượng tọa", "thượng uý",
    "thượng úy",    "thạc sĩ",     "thạc sỹ",     "thầy",       "tiến sĩ",   "tiến sỹ",      "trung sĩ",   "trung sỹ",
    "trung tá",     "trung tướng", "trung uý",    "trung úy",   "ts",        "ts.bs",        "ông",        "đ/c",
    "đô đốc",       "đại tá",      "đại tướng",   "đại uý",     "đại úy",    "đại đức",      "đồng chí"};
constexpr Words post_list{"bí thư",
                          "bị can",
                          "bị cáo",
                          "bộ trưởng",
                          "chiến sĩ",
                          "chiến sỹ",
                          "chánh án",
                          "chính uỷ",
                          "chính ủy",
                          "chỉ huy trưởng",
                          "chủ nhiệm",
                          "chủ tịch",
                          "cán bộ",
                          "cầu thủ",
                          "cố chủ tịch",
                          "cố tổng bí thư",
                          "cục trưởng",
                          "giám đốc",
                          "hiệu trưởng",
                          "huấn luyện viên",
                          "học sinh",
                          "mẹ việt nam anh hùng",
                          "nạn nhân",
                          "phó bí thư",
                          "phó chủ tịch",
                          "phó cục trưởng",
                          "phó giám đốc",
                          "phó hiệu trưởng",
                          "phó phòng",
                          "phó thủ tướng",
                          "phó trưởng ban",
                          "phó trưởng phòng",
                          "phó đội trưởng",
                          "phóng viên",
                          "sinh viên",
                          "thí sinh",
                          "thống đốc",
                          "thủ trưởng",
                          "thủ tướng",
                          "thứ trưởng",
                          "trung đoàn trưởng",
                          "trưởng ban",
                          "trưởng công an",
                          "trưởng phòng",
                          "trưởng thôn",
                          "trưởng xóm",
                          "trưởng đoàn",
                          "tác giả",
                          "tư lệnh",
                          "tổ trưởng",
                          "tổng bí thư",
                          "tổng giám đốc",
                          "tổng thống",
                          "viện trưởng",
                          "vận động viên",
                          "vụ trưởng",
                          "đại biểu",
                          "đại sứ",
                          "đối tượng",
                          "đội trưởng"};
constexpr Words unit_abbreviation_list{"bch",  "btv",  "bv", "bvđk", "ca",  "cax", "ccn",  "clb", "ct",   "cty",
                                       "cđ",   "htx",  "hv", "hđnd", "kcn", "ql",  "sn",   "st",  "tcty", "th",
                                       "thcs", "thpt", "tl", "tp",   "tt",  "tx",  "ubnd", "đh",  "đt"};
constexpr Words place_kind_list{
    "biển", "buôn", "bản",  "chùa",   "chợ", "cảng", "cầu",  "cụm",   "ga",  "hang", "huyện", "hồ",   "khu",    "khối",
    "làng", "miếu", "núi",  "phường", "phố", "phủ",  "quận", "suối",  "sóc", "sông", "thành", "thôn", "trường", "trấn",
    "tỉnh", "tổ",   "vịnh", "xã",     "xóm", "đèo",  "đình", "đường", "đảo", "đền",  "đồi",   "động", "ấp"};
constexpr Words level_list{"cấp", "huyện", "phường", "quận", "thành", "thị", "trung", "tỉnh", "xã"};
constexpr Words body_end_list{"an", "ban", "bch",  "binh", "btv", "bộ",   "ca", "dân",  "hđnd", "mttq", "niên",
                              "nữ", "phủ", "quốc", "sở",   "sự",  "ubnd", "uỷ", "đoàn", "đội",  "ủy"};
constexpr Words weekday_list{"ba", "bảy", "hai", "năm", "sáu", "tư"};

}  // namespace

bool is_label(std::string_view word) { return label_list.contains(word); }
bool is_scale(std::string_view word) { return scale_list.contains(word); }
bool is_unit(std::string_view word) { return unit_list.contains(word); }
bool is_leaning(std::string_view word) { return leaning_list.contains(word); }
bool is_conjunction(std::string_view word) { return conjunction_list.contains(word); }
bool is_preposition(std::string_view word) { return preposition_list.contains(word); }
bool is_family_name(std::string_view word) { return family_name_list.contains(word); }
bool is_address_form(std::string_view words) { return address_form_list.contains(words); }
bool is_post(std::string_view words) { return post_list.contains(words); }
bool is_unit_abbreviation(std::string_view word) { return unit_abbreviation_list.contains(word); }
bool is_place_kind(std::string_view word) { return place_kind_list.contains(word); }
bool is_level(std::string_view word) { return level_list.contains(word); }
bool is_body_end(std::string_view word) { return body_end_list.contains(word); }
bool is_weekday(std::string_view word) { return weekday_list.contains(word); }

}  // namespace lobby::text
