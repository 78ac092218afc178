#include "gather/article_reader.h"

#include <algorithm>

#include "base/log.h"
#include "content/article_of.h"
#include "gather/errands.h"
#include "gather/remote.h"

namespace lobby::gather {

std::optional<content::Headline> ArticleReader::usable(const store::StoredDocument& document,
                                                       const content::Headline& headline) {
  auto reading = content::read_document(document_of(document), content::Expect::page);
  const bool article = reading && reading->complete && reading->page_kind == content::PageKind::article;
  if (!article || reading->items.empty()) return std::nullopt;
  if (!content::is_article_of(reading->items.front(), headline)) return std::nullopt;
  drop_local_images(reading->items.front());
  return std::move(reading->items.front());
}

std::optional<content::Headline> ArticleReader::stored(const content::Headline& headline) {
  const auto document = is_remote(headline.link) ? store_.document(headline.link) : std::nullopt;
  if (!document) return std::nullopt;
  const auto age = clock_.wall() - document->fetched_at;
  if (age >= std::chrono::seconds(0) && age < errand_interval) {
    due_.try_emplace(headline.link, clock_.steady() + (errand_interval - age));
  }
  return usable(*document, headline);
}

std::optional<net::Request> ArticleReader::request(const content::Headline& headline) {
  const auto now = clock_.steady();
  if (!is_remote(headline.link) || hosts_.resting(headline.link, now)) return std::nullopt;
  forget_what_is_due();
  auto& due = due_[headline.link];
  if (due > now) return std::nullopt;
  due = now + errand_interval;
  auto request = request_for_document(headline.link);
  if (const auto document = store_.document(headline.link)) {
    request.etag = document->etag;
    request.last_modified = document->last_modified;
  }
  return request;
}

std::optional<content::Headline> ArticleReader::accept(const content::Headline& headline,
                                                       net::HttpClient::Finished answer) {
  hosts_.heard(headline.link, answer, clock_.steady());
  auto& due = due_[headline.link];
  if (!answer.response) {
    due = clock_.steady() + errand_retry;
    log::info("an article is left out: {}", answer.response.error().message);
    return std::nullopt;
  }
  if (answer.response->status == net::Status::not_modified) {
    store_.touch_document(headline.link, clock_.wall());
    return std::nullopt;
  }
  const auto fresh = stored_from(std::move(*answer.response), clock_.wall());
  auto article = usable(fresh, headline);
  if (!article) {
    due = clock_.steady() + errand_retry;
    log::info("an article is left out: {} is not about «{}», or ends in the middle", headline.link, headline.title);
    return std::nullopt;
  }
  if (const auto put = store_.put_document(headline.link, fresh); !put) log::warning("{}", put.error().message);
  return article;
}

/// Stories come and go for years.
void ArticleReader::forget_what_is_due() {
  constexpr std::size_t many = 5000;
  if (due_.size() > many) std::erase_if(due_, [this](const auto& each) { return each.second <= clock_.steady(); });
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

}  // namespace lobby::gather
