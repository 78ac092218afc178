#include "text/words.h"

#include <cstddef>

#include "text/joins.h"
#include "text/token.h"

namespace lobby::text {

std::vector<std::string> words(std::string_view line) {
  const std::vector<Token> all = tokens(line);
  const std::vector<Join> ties = joins(all);
  std::vector<std::string> result;
  bool open = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Token& token = all[i];
    if (token.core.empty()) continue;
    const bool part = i > 0 && token.shape == Shape::part && all[i - 1].shape == Shape::part && !all[i - 1].spaced;
    const std::string_view core =
        token.text.substr(token.lead.size(), token.text.size() - token.lead.size() - token.trail.size());
    if (part) {
      result.back().append(all[i - 1].trail).append(token.lead).append(core);
    } else if (open) {
      result.back().append(" ").append(core);
    } else {
      result.emplace_back(core);
    }
    open = is_same_word(ties[i]);
  }
  return result;
}

std::string joined(const std::vector<Piece>& pieces) {
  std::string result;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    result += pieces[i].text;
    if (pieces[i].spaced && i + 1 < pieces.size()) result.push_back(' ');
  }
  return result;
}

}  // namespace lobby::text
