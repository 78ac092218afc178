#include "app/article_reader.h"

#include <algorithm>

#include "app/remote.h"
#include "base/log.h"

namespace lobby::app {

namespace {

constexpr std::chrono::hours interval(6);
constexpr std::chrono::minutes retry(30);

std::optional<content::Reading> usable(const content::Document& document) {
  auto reading = content::read_document(document, content::Expect::page);
  const bool article = reading && reading->page_kind == content::PageKind::article && !reading->items.empty();
  if (!article) return std::nullopt;
  drop_local_images(reading->items.front());
  return std::move(*reading);
}

}  // namespace

SteadyTime& ArticleReader::due(const std::string& link, const std::optional<store::StoredDocument>& stored) {
  // Stories come and go for years.
  constexpr std::size_t many = 2000;
  if (due_.size() > many) std::erase_if(due_, [this](const auto& each) { return each.second <= clock_.steady(); });
  const auto [entry, is_new] = due_.try_emplace(link, clock_.steady());
  if (is_new && stored) {
    const auto age = clock_.wall() - stored->fetched_at;
    if (age >= std::chrono::seconds(0) && age < interval) {
      entry->second += std::chrono::duration_cast<SteadyTime::duration>(interval - age);
    }
  }
  return entry->second;
}

std::optional<content::Reading> ArticleReader::read(const std::string& link, Reach reach) {
  if (!is_remote(link) || http_.interrupted()) return std::nullopt;
  const auto stored = store_.document(link);
  if (reach == Reach::store) return stored ? usable(document_of(*stored)) : std::nullopt;
  auto& next = due(link, stored);
  if (next > clock_.steady() || hosts_.resting(link, clock_.steady())) return std::nullopt;
  next = clock_.steady() + interval;
  auto response = http_.get(request_for(link, stored));
  if (!response) {
    next = clock_.steady() + retry;
    hosts_.failed(link, clock_.steady());
    log::info("an article is left out: {}", response.error().message);
    return std::nullopt;
  }
  hosts_.answered(link);
  if (response->status == net::Status::not_modified) {
    store_.touch_document(link, clock_.wall());
    return std::nullopt;
  }
  const auto fresh = stored_from(std::move(*response), clock_.wall());
  auto reading = usable(document_of(fresh));
  if (!reading) return std::nullopt;
  if (const auto put = store_.put_document(link, fresh); !put) log::warning("{}", put.error().message);
  return reading;
}

void complete(content::Headline& headline, const content::Headline& article) {
  if (headline.summary.empty()) headline.summary = article.summary;
  for (const auto& image : article.images) {
    const auto known = std::ranges::find(headline.images, image.url, &content::Image::url);
    if (known == headline.images.end()) {
      headline.images.push_back(image);
    } else if (known->caption.empty()) {
      known->caption = image.caption;
    }
  }
}

}  // namespace lobby::app
