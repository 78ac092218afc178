#include "gather/source_state.h"

#include <functional>

#include "base/format.h"
#include "content/canary.h"
#include "content/merge.h"
#include "gather/article_reader.h"
#include "gather/remote.h"
#include "gather/sticks.h"

namespace lobby::gather {

bool has_news(const config::Source& spec) {
  return std::holds_alternative<config::FeedSource>(spec.what) || std::holds_alternative<config::PageSource>(spec.what);
}

bool has_weather(const config::Source& spec) { return std::holds_alternative<config::WeatherSource>(spec.what); }

bool keeps_all(const config::Source& spec) {
  return spec.hold || std::holds_alternative<config::PageSource>(spec.what);
}

bool choose(SourceState& source, std::vector<content::Headline> headlines, WallTime now) {
  bool changed = false;
  if (keeps_all(source.spec)) {
    changed = headlines != source.headlines;
    source.headlines = headlines;
  }
  config::Source as_news = source.spec;
  as_news.shown_as = config::ShownAs::news;
  auto shown = content::merge({{std::move(as_news), std::move(headlines), {}}}, now).headlines;
  shown.shrink_to_fit();
  changed = changed || shown != source.shown;
  source.shown = std::move(shown);
  std::set<std::string> links;
  for (const auto& headline : source.shown) links.insert(headline.link);
  std::erase_if(source.articles, [&links](const auto& article) { return !links.contains(article.first); });
  return changed;
}

std::vector<content::Headline> completed(const SourceState& source) {
  std::vector<content::Headline> headlines = source.shown;
  for (auto& headline : headlines) {
    const auto article = source.articles.find(headline.link);
    if (article != source.articles.end()) complete(headline, article->second);
  }
  return headlines;
}

std::set<std::string> wanted_pictures(const SourceState& source) {
  std::set<std::string> urls;
  for (const auto& headline : completed(source)) {
    for (const auto& image : headline.images) urls.insert(image.url);
  }
  for (const auto& photo : source.photos) urls.insert(photo.image.url);
  std::erase_if(urls, [](const std::string& url) { return !is_remote(url) && !is_from_stick(url); });
  return urls;
}

std::set<std::string> wanted_documents(const SourceState& source) {
  std::set<std::string> keys{source.location, stick_key(source.spec)};
  for (const auto& headline : source.shown) keys.insert(headline.link);
  return keys;
}

net::Request request_for(const SourceState& source) {
  net::Request request = request_for_document(source.feed.empty() ? source.location : source.feed);
  if (has_weather(source.spec)) request.accept = "application/json, */*;q=0.5";
  // What is known gave news: «unchanged» is an answer.
  if (source.known && source.known->url == request.url) {
    request.etag = source.known->etag;
    request.last_modified = source.known->last_modified;
  }
  return request;
}

void know(SourceState& source, const std::string& asked, const store::StoredDocument& answer, SteadyTime stored_at,
          bool kept) {
  source.known = KnownAnswer{asked, answer.etag, answer.last_modified, digest_of(answer), stored_at, kept};
}

void ask_in_full(SourceState& source) {
  if (!source.known || !source.known->kept) return;
  source.known->etag.clear();
  source.known->last_modified.clear();
  source.known->digest = 0;
}

std::size_t digest_of(const store::StoredDocument& answer) {
  return std::hash<std::string>{}(answer.bytes) * 31 + std::hash<std::string>{}(answer.content_type);
}

Error with_expectation(Error error, const SourceState& source) {
  const auto& before = keeps_all(source.spec) ? source.headlines : source.shown;
  if (error.kind == ErrorKind::invalid && !before.empty()) {
    error.message += format("; expected {} as before", description(content::shape_of(before)));
  }
  return error;
}

}  // namespace lobby::gather
