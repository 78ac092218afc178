#include <utility>

#include "app/gatherer.h"
#include "app/news_reader.h"
#include "app/remote.h"
#include "base/format.h"
#include "base/log.h"

// What an answer to a source's own request is worth.
namespace lobby::app {

namespace {

using std::chrono::hours;

/// A document whose bytes change at every poll, but not what it says, is written again only now and then.
constexpr hours least_between_writes(6);

}  // namespace

Result<void> Gatherer::accept(SourceState& source, Result<net::Response> response) {
  const std::string asked = request_for(source).url;
  if (!response) {
    hosts_.failed(asked, clock_.steady());
    if (!source.feed.empty() && source.failures >= 2) refuse_feed(source, response.error().message);
    return std::unexpected(with_expectation(response.error(), source));
  }
  hosts_.answered(asked);
  judge_.hear(*response, clock_.steady());
  if (response->status == net::Status::not_modified) {
    store_.touch_document(source.location, clock_.wall());
    return {};
  }
  return accept_document(source, asked, stored_from(std::move(*response), clock_.wall()));
}

Result<void> Gatherer::accept_document(SourceState& source, const std::string& asked,
                                       const store::StoredDocument& fresh) {
  // Many servers know no validators and send the same again.
  if (source.known && source.known->url == asked && source.known->digest == digest_of(fresh)) {
    know(source, asked, fresh, source.known->stored_at);
    store_.touch_document(source.location, clock_.wall());
    return {};
  }
  auto reading = news_in(document_of(fresh), source.spec, true);
  if (!reading) {
    if (!source.feed.empty()) refuse_feed(source, reading.error().message);
    return std::unexpected(with_expectation(reading.error(), source));
  }
  if (!source.feed.empty() && (!source.known || source.known->url != asked) && !covers(*reading, source.headlines)) {
    refuse_feed(source, "its stories are not those of the page");
    return {};
  }
  const auto same = same_as_before(source, *reading);
  source.changed = !same;
  if (!same) return same;
  const bool says_the_same = reading->items == source.headlines;
  const bool written_lately =
      says_the_same && source.known && clock_.steady() - source.known->stored_at < least_between_writes;
  if (!written_lately) {
    if (const auto put = store_.put_document(source.location, fresh); !put) log::warning("{}", put.error().message);
  }
  know(source, asked, fresh, written_lately ? source.known->stored_at : clock_.steady());
  const auto linked = std::exchange(reading->feed_url, {});
  if (!says_the_same) show(source, std::move(reading->items));
  try_feed(source, linked);
  return {};
}

/// A feed says more than a page, and says it for sure; a recipe says that the page is meant.
void Gatherer::try_feed(SourceState& source, const std::string& linked) {
  const auto* page = std::get_if<config::PageSource>(&source.spec.what);
  if (page == nullptr || page->recipe || linked.empty() || !source.feed.empty() || !is_remote(linked)) return;
  if (source.feed_refused && clock_.steady() - *source.feed_refused < hours(24)) return;
  source.feed = linked;
  http_.start(static_cast<std::size_t>(&source - sources_.data()), request_for(source));
  source.asked = true;
}

/// The page itself is read then, for a day at least.
void Gatherer::refuse_feed(SourceState& source, const std::string& why) {
  log::info("source '{}': the page is read and not the feed {} that it links to: {}", source.spec.name, source.feed,
            why);
  source.feed.clear();
  source.feed_refused = clock_.steady();
}

}  // namespace lobby::app
