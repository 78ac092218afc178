#include "text/official_names.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

#include "text/compounds.h"

namespace lobby::text {
namespace {

constexpr const char* names[] = {
    "an ninh nhân dân",
    "an ninh tổ quốc",
    "ban chấp hành trung ương",
    "bà mẹ việt nam anh hùng",
    "bảo hiểm xã hội",
    "bảo hiểm y tế",
    "bệnh viện trung ương",
    "bệnh viện đa khoa",
    "bộ chỉ huy quân sự",
    "bộ phận một cửa",
    "bộ đội biên phòng",
    "công an nhân dân",
    "căn cước công dân",
    "cảnh sát biển",
    "cảnh sát cơ động",
    "cảnh sát giao thông",
    "cảnh sát hình sự",
    "cảnh sát kinh tế",
    "cảnh sát môi trường",
    "cảnh sát nhân dân",
    "cổng dịch vụ công",
    "cộng hòa xã hội chủ nghĩa",
    "dân quân tự vệ",
    "giấy phép lái xe",
    "hội chữ thập đỏ",
    "hội cựu chiến binh",
    "hội liên hiệp phụ nữ",
    "hội nông dân",
    "hội đồng bầu cử quốc gia",
    "hội đồng nhân dân",
    "không khí lạnh",
    "liên hiệp phụ nữ việt nam",
    "liên hiệp thanh niên việt nam",
    "lực lượng vũ trang",
    "lực lượng vũ trang nhân dân",
    "mặt trận tổ quốc",
    "mặt trận tổ quốc việt nam",
    "nghĩa trang liệt sĩ",
    "ngân hàng chính sách xã hội",
    "phục vụ hành chính công",
    "quân đội nhân dân",
    "quân đội nhân dân việt nam",
    "thanh tra chính phủ",
    "trung tâm phục vụ hành chính",
    "trật tự an toàn xã hội",
    "tòa án nhân dân",
    "tết nguyên đán",
    "tết trung thu",
    "viện kiểm sát nhân dân",
    "văn phòng chính phủ",
    "đoàn thanh niên cộng sản",
    "đoàn đại biểu quốc hội",
    "đảng cộng sản việt nam",
    "ủy ban nhân dân",
    "ủy ban thường vụ quốc hội",
};

constexpr std::size_t shortest = 3;  ///< In syllables.
constexpr std::size_t longest = 6;

/// The keys of a name's syllables, each with a blank before it.
std::string key_of(std::string_view name) {
  std::string key;
  for (std::size_t start = 0; start < name.size();) {
    const std::size_t end = std::min(name.find(' ', start), name.size());
    key += ' ' + compound_key(name.substr(start, end - start));
    start = end + 1;
  }
  return key;
}

const std::unordered_set<std::string>& keys() {
  static const std::unordered_set<std::string> all = [] {
    std::unordered_set<std::string> made;
    for (const char* const name : names) made.insert(key_of(name));
    return made;
  }();
  return all;
}

/// How many syllables of the longest name that begins at `first`; 0 where none does.
std::size_t name_at(const std::vector<Token>& tokens, std::size_t first) {
  std::string key;
  std::size_t found = 0;
  for (std::size_t size = 1; size <= longest && first + size <= tokens.size(); ++size) {
    const Token& token = tokens[first + size - 1];
    if (size > 1 && !token.lead.empty()) break;
    key += ' ' + token.key;
    if (size >= shortest && keys().contains(key)) found = size;
    if (!token.trail.empty()) break;
  }
  return found;
}

}  // namespace

void join_official_names(const std::vector<Token>& tokens, std::vector<Join>& joins) {
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    const std::size_t size = name_at(tokens, first);
    for (std::size_t k = 1; k < size; ++k) joins[first + k - 1] = std::max(joins[first + k - 1], Join::body);
    const std::size_t next = first + size;  // «Bệnh viện Trung ương | Huế»
    if (size == 0 || next == tokens.size() || tokens[next].shape != Shape::capital) continue;
    if (tokens[next - 1].trail.empty() && tokens[next].lead.empty()) {
      joins[next - 1] = std::max(joins[next - 1], Join::neighbours);
    }
  }
}

}  // namespace lobby::text
