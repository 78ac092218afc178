#include "playlist/ticker_texts.h"

#include <algorithm>

#include "playlist/mood.h"
#include "playlist/photos.h"
#include "text/lines.h"

namespace lobby::playlist {

namespace {

double letters_in(std::string_view text) {
  return static_cast<double>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
  if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
}

/// A headline as it runs by: at most so many letters, or a whole article in a title would hold the line for minutes.
std::string said_of(const std::string& title) {
  constexpr double most_letters = 300;
  if (letters_in(title) <= most_letters) return title;
  constexpr std::size_t enough_bytes = 4096;  // What comes after is not even looked at.
  const auto beginning = std::string_view(title).substr(0, title.find(' ', enough_bytes));
  return text::shorten_to_lines(text::pieces(beginning), letters_in, most_letters, 1).front();
}

}  // namespace

std::vector<std::string> ticker_texts(const content::Snapshot& snapshot, const Moment& moment) {
  const auto& config = *snapshot.config;
  if (!config.ticker || config.movement.calm) return {};
  if (restrained_at(config, moment) || is_overridden(snapshot, moment)) return {};
  std::vector<std::string> texts;
  for (const auto& text : config.ticker->texts) add_once(texts, text);
  const auto& from = config.ticker->from;
  const std::size_t most = texts.size() + static_cast<std::size_t>(config.ticker->headlines);
  for (const auto& headline : snapshot.headlines) {
    if (texts.size() >= most) break;
    if (!from.empty() && std::ranges::find(from, headline.source) == from.end()) continue;
    if (!expired(headline.expires, moment)) add_once(texts, said_of(headline.title));
  }
  return texts;
}

bool is_still_said(const std::string& text, const content::Snapshot& snapshot) {
  const auto& ticker = snapshot.config->ticker;
  if (!ticker) return false;
  return std::ranges::find(ticker->texts, text) != ticker->texts.end() ||
         std::ranges::any_of(snapshot.headlines,
                             [&](const content::Headline& headline) { return said_of(headline.title) == text; });
}

}  // namespace lobby::playlist
