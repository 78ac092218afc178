#include "playlist/ticker_texts.h"

#include <algorithm>

#include "playlist/mood.h"
#include "playlist/photos.h"

namespace lobby::playlist {

namespace {

void add_once(std::vector<std::string>& texts, const std::string& text) {
  if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
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
    if (!expired(headline.expires, moment)) add_once(texts, headline.title);
  }
  return texts;
}

bool is_still_said(const std::string& text, const content::Snapshot& snapshot) {
  const auto& ticker = snapshot.config->ticker;
  if (!ticker) return false;
  return std::ranges::find(ticker->texts, text) != ticker->texts.end() ||
         std::ranges::find(snapshot.headlines, text, &content::Headline::title) != snapshot.headlines.end();
}

}  // namespace lobby::playlist
