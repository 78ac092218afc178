#include "text/vocabulary.h"

#include "text/word_list.h"

namespace lobby::text {
namespace {

constexpr Words label_list{"bài",   "bậc",   "chuyến", "chương", "câu",   "cấp",   "cụm",   "giai",   "hạng", "hẻm",
                           "khoá",  "khoản", "khu",    "khóa",   "khối",  "km",    "kì",    "kỳ",     "kỷ",   "loại",
                           "lô",    "lần",   "lộ",     "lớp",    "lữ",    "mùng",  "mạch",  "mồng",   "mục",  "ngày",
                           "ngách", "ngõ",   "nhóm",   "năm",    "phiên", "phòng", "phút",  "phường", "phần", "phố",
                           "ql",    "quý",   "quận",   "quốc",   "sư",    "số",    "tháng", "thôn",   "thứ",  "tiết",
                           "tiểu",  "tl",    "trang",  "trung",  "tuyến", "tuần",  "tầng",  "tập",    "tỉnh", "tổ",
                           "vòng",  "vùng",  "xóm",    "điều",   "đoàn",  "đường", "đội",   "đợt",    "ấp"};
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
    "điều",  "điểm",   "đoàn",   "đôi",    "đơn",    "đại",   "đảng",      "đối",       "đồng",   "độ",    "đội",
    "đợt",   "ảnh",    "ấp"};
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
constexpr Words determiner_list{"cuộc", "các", "mấy", "mọi", "mỗi", "một", "những", "niềm", "nỗi", "sự", "từng", "vài"};
constexpr Words preposition_list{"bằng", "bị",   "cho", "của", "do",  "dưới", "giữa",  "khi",  "là",    "ngoài", "nhân",
                                 "như",  "nhằm", "qua", "sau", "sẽ",  "theo", "trong", "trên", "trước", "tại",   "tới",
                                 "từ",   "vào",  "vì",  "về",  "với", "đang", "đã",    "được", "đến",   "để",    "ở"};
constexpr Words family_name_list{
    "alăng", "bríu",  "byă",     "bùi",   "bạch",  "bế",     "cao",    "chu",   "châu",  "chảo",  "chử",  "cil",
    "coor",  "cù",    "cầm",     "danh",  "diệp",  "doãn",   "dương",  "giàng", "hoàng", "huỳnh", "hà",   "hạng",
    "hầu",   "hồ",    "hờ",      "hứa",   "kbuôr", "khuất",  "khương", "kim",   "kiều",  "kpuih", "kpă",  "ksor",
    "la",    "ly",    "lâm",     "lê",    "lò",    "lù",     "lý",     "lưu",   "lương", "lường", "lầu",  "lục",
    "ma",    "mai",   "mlô",     "mạc",   "nay",   "nghiêm", "nguyễn", "ngô",   "niê",   "phan",  "phàn", "phùng",
    "phạm",  "puih",  "pơloong", "quàng", "quách", "rah",    "rcom",   "rmah",  "rơ",    "siu",   "sùng", "thào",
    "thái",  "thạch", "thền",    "triệu", "tráng", "trương", "trần",   "trịnh", "tòng",  "tô",    "tôn",  "tăng",
    "tạ",    "tẩn",   "tống",    "vi",    "võ",    "vũ",     "vương",  "zơrâm", "âu",    "đinh",  "điền", "điểu",
    "đoàn",  "đàm",   "đào",     "đặng",  "đỗ"};
constexpr Words unit_abbreviation_list{"bch",  "btv",  "bv", "bvđk", "ca",  "cax", "ccn",  "clb", "ct",   "cty",
                                       "cđ",   "htx",  "hv", "hđnd", "kcn", "ql",  "sn",   "st",  "tcty", "th",
                                       "thcs", "thpt", "tl", "tp",   "tt",  "tx",  "ubnd", "đh",  "đt"};
constexpr Words place_kind_list{
    "biển",    "buôn",     "bán đảo",  "bãi",       "bãi biển",  "bản",       "bến",          "bờ biển",  "chuyên",
    "chùa",    "chợ",      "con sông", "con đường", "cây cầu",   "cảng",      "cảng biển",    "cầu",      "cồn",
    "cụm",     "cửa biển", "dãy núi",  "dòng sông", "ga",        "giồng",     "hang",         "huyện",    "hòn",
    "hòn đảo", "hồ",       "khe",      "khu",       "khu phố",   "khối",      "kênh",         "làng",     "lăng",
    "miếu",    "mũi",      "ngã ba",   "ngã tư",    "ngôi chùa", "ngôi làng", "ngôi trường",  "ngọn núi", "nhà trường",
    "núi",     "phum",     "phường",   "phố",       "phủ",       "plei",      "quảng trường", "quần đảo", "quận",
    "rạch",    "rừng",     "suối",     "sóc",       "sông",      "thành",     "thành phố",    "thác",     "tháp",
    "thôn",    "thị trấn", "thị xã",   "trường",    "trấn",      "tuyến phố", "tuyến đường",  "tàu",      "tỉnh",
    "tổ",      "ven biển", "vàm",      "vùng biển", "vườn",      "vịnh",      "xã",           "xóm",      "đèo",
    "đình",    "đường",    "đảo",      "đền",       "đồi",       "đồn",       "đồng chiêm",   "động",     "ấp"};
constexpr Words level_list{"cấp", "huyện", "phường", "quận", "thành", "thị", "trung", "tỉnh", "xã"};
constexpr Words body_end_list{"an", "ban", "bch",  "binh", "btv", "bộ",   "ca", "dân",  "hđnd", "mttq", "niên",
                              "nữ", "phủ", "quốc", "sở",   "sự",  "ubnd", "uỷ", "đoàn", "đội",  "ủy"};
constexpr Words weekday_list{"ba", "bảy", "hai", "năm", "sáu", "tư"};

constexpr Words numbered_list{
    "binh đoàn",  "chuyên án", "cây số",   "cấp độ",    "cột mốc",    "dân phố",   "giai đoạn", "hương lộ",
    "hải đoàn",   "hải đội",   "học kỳ",   "học phần",  "khoá họp",   "khu phố",   "khóa họp",  "khối phố",
    "kỳ họp",     "liên khu",  "lữ đoàn",  "mốc giới",  "mức độ",     "ngã ba",    "nhiệm kỳ",  "niên khóa",
    "phiên bản",  "phiên họp", "phân khu", "phân đội",  "quân khu",   "quân đoàn", "quốc lộ",   "sư đoàn",
    "thế hệ",     "thế kỷ",    "tiểu khu", "tiểu đoàn", "trung đoàn", "trạm bơm",  "tỉnh lộ",   "vòng bảng",
    "đường tỉnh", "đại hội",   "đại đội",  "đề án"};
constexpr Words may_be_numbered_list{"báo động",  "chi bộ",    "chương trình", "chỉ thị",    "công văn",   "công điện",
                                     "dự án",     "gói thầu",  "kế hoạch",     "kết luận",   "nghị quyết", "nghị định",
                                     "pháp lệnh", "phương án", "quy định",     "quyết định", "thông tư",   "tiêu chuẩn",
                                     "tiêu chí",  "đề tài",    "đối tượng"};
constexpr Words country_list{
    "afghanistan", "ai cập",     "algeria",    "anh",        "argentina", "armenia",     "australia",  "azerbaijan",
    "ba lan",      "bangladesh", "belarus",    "brazil",     "brunei",    "bulgaria",    "bỉ",         "bồ đào nha",
    "campuchia",   "canada",     "chile",      "colombia",   "croatia",   "cuba",        "hoa kỳ",     "hungary",
    "hy lạp",      "hà lan",     "hàn quốc",   "indonesia",  "iran",      "iraq",        "ireland",    "israel",
    "italia",      "italy",      "jordan",     "kazakhstan", "kuwait",    "lebanon",     "lào",        "malaysia",
    "mexico",      "myanmar",    "mông cổ",    "mỹ",         "na uy",     "nam phi",     "nepal",      "new zealand",
    "nga",         "nhật bản",   "pakistan",   "palestine",  "peru",      "philippines", "pháp",       "phần lan",
    "qatar",       "romania",    "rumani",     "saudi",      "serbia",    "singapore",   "slovakia",   "sri lanka",
    "syria",       "séc",        "thái lan",   "thổ nhĩ kỳ", "thụy sĩ",   "thụy điển",   "triều tiên", "trung quốc",
    "tây ban nha", "ukraine",    "uzbekistan", "venezuela",  "việt nam",  "áo",          "úc",         "ý",
    "đan mạch",    "đài loan",   "đông timor", "đức",        "ả rập",     "ấn độ"};
constexpr Words capital_next_list{"biển", "bác",   "châu",  "chương", "cúp",  "dân",    "ghe", "gốc",
                                  "hàng", "miền",  "người", "nước",   "phía", "phương", "rằm", "tháng",
                                  "thứ",  "tiếng", "tuổi",  "tết",    "vùng", "xuyên"};

}  // namespace

bool is_label(std::string_view word) { return label_list.contains(word); }
bool is_scale(std::string_view word) { return scale_list.contains(word); }
bool is_unit(std::string_view word) { return unit_list.contains(word); }
bool is_leaning(std::string_view word) { return leaning_list.contains(word); }
bool is_conjunction(std::string_view word) { return conjunction_list.contains(word); }
bool is_determiner(std::string_view word) { return determiner_list.contains(word); }
bool is_preposition(std::string_view word) { return preposition_list.contains(word); }
bool is_family_name(std::string_view word) { return family_name_list.contains(word); }
bool is_unit_abbreviation(std::string_view word) { return unit_abbreviation_list.contains(word); }
bool is_place_kind(std::string_view word) { return place_kind_list.contains(word); }
bool is_level(std::string_view word) { return level_list.contains(word); }
bool is_body_end(std::string_view word) { return body_end_list.contains(word); }
bool is_weekday(std::string_view word) { return weekday_list.contains(word); }
bool is_numbered(std::string_view words) { return numbered_list.contains(words); }
bool may_be_numbered(std::string_view words) { return may_be_numbered_list.contains(words); }
bool is_middle_name(std::string_view word) { return word == "thị" || word == "văn"; }
bool is_country(std::string_view words) { return country_list.contains(words); }
bool takes_capital(std::string_view word) { return capital_next_list.contains(word); }

}  // namespace lobby::text
