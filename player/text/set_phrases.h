#pragma once

#include <vector>

#include "text/joins.h"
#include "text/token.h"

// Short phrases that no list of words holds: «hạng | Nhất», «Trường | THPT», «tháng Sáu | nhuận», «năm | Ất Tỵ»,
// «Thừa Thiên - | Huế», «Công an | tỉnh», «Bí thư | Tỉnh ủy», «Huân chương | Lao động». Pure; any thread.
namespace lobby::text {

/// Ties the words of set phrases to one another, as the words of a place to its kind. Linear time.
void join_set_phrases(const std::vector<Token>& tokens, std::vector<Join>& joins);

}  // namespace lobby::text
