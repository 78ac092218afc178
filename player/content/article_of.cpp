#include "content/article_of.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "text/clean.h"

namespace lobby::content {

namespace {

using Words = std::set<std::string>;

Words words_of(const std::string& text) {
  std::istringstream key(text::compare_key(text));
  Words words;
  for (std::string word; key >> word;) words.insert(word);
  return words;
}

/// The share of `some` that is in `all`.
double share(const Words& some, const Words& all) {
  const auto found = std::ranges::count_if(some, [&all](const auto& word) { return all.contains(word); });
  return some.empty() ? 0 : static_cast<double>(found) / static_cast<double>(some.size());
}

}  // namespace

bool is_article_of(const Headline& article, const Headline& headline) {
  constexpr double half = 0.5;
  constexpr double most = 0.7;
  constexpr std::size_t sentence = 6;  ///< Words; fewer are found anywhere.
  const Words title = words_of(headline.title);
  if (share(title, words_of(article.title)) >= half) return true;
  if (share(title, words_of(article.title + " " + article.summary)) >= most) return true;
  const Words lead = words_of(headline.summary);
  return lead.size() >= sentence && share(lead, words_of(article.summary)) >= half;
}

}  // namespace lobby::content
