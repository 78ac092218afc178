#include <algorithm>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "content/merge.h"
#include "gather/gatherer.h"
#include "gather/local_media.h"
#include "gather/news_reader.h"
#include "gather/remote.h"
#include "host/files.h"

// Where the items of a source come from: the store, this machine, and answers to its own requests.
namespace lobby::gather {

namespace {

using std::chrono::hours;

/// A document whose bytes change at every poll, but not what it says, is written again only now and then.
constexpr hours least_between_writes(6);

/// The feed that the page links to was asked for the first time; whatever comes of it, the page was good.
bool tries_feed(const SourceState& source) {
  return !source.feed.empty() && (!source.known || source.known->url != source.feed);
}

}  // namespace

std::unique_ptr<notices::NoticeBoard> Gatherer::board_for(const config::Config& config) {
  const auto& own = *config_;
  const bool same = own.duty_folder == config.duty_folder && own.folder == config.folder &&
                    own.notice_feed == config.notice_feed &&
                    notices::notice_trust(own) == notices::notice_trust(config);
  if (!same) return nullptr;
  notices_->give_up_request();
  return std::move(notices_);
}

void Gatherer::keep_pace_of(const Gatherer& before) {
  if (before.http_.busy() || !before.errands_.empty()) return;
  for (auto& source : sources_) {
    const auto known = std::ranges::find(before.sources_, source.spec, &SourceState::spec);
    if (known == before.sources_.end() || known->location != source.location || known->asked) continue;
    source.due = known->due;
    source.failures = known->failures;
    source.last_error = known->last_error;
    source.told_at = known->told_at;
    if (known->updated) source.updated = known->updated;
  }
}

void Gatherer::restore(SourceState& source) {
  if (has_weather(source.spec)) return restore_weather(source);
  if (auto left = local_.stored(source.spec)) {
    source.photos = std::move(left->items.photos);
    source.updated = Instant(left->since);
    changed_ = true;
    show(source, std::move(left->items.headlines));
    return;
  }
  if (!is_remote(source.location)) {
    const auto done = refresh_local(source);
    if (done) source.updated = Instant(clock_);
    // A file that is broken now was read before the restart.
    if (done || !has_news(source.spec)) return;
  }
  const auto stored = store_.document(source.location);
  if (!stored) return;
  auto reading = news_in(document_of(*stored), source.spec, is_remote(source.location), believed_time());
  if (!reading) return;
  const bool page = std::holds_alternative<config::PageSource>(source.spec.what);
  if (page && reading->format != content::Format::page && stored->url != source.location) source.feed = stored->url;
  know(source, source.feed.empty() ? source.location : source.feed, *stored, clock_.steady(), true);
  source.updated = Instant(stored->fetched_at);
  show(source, std::move(reading->items));
}

Result<void> Gatherer::refresh_local(SourceState& source) {
  if (has_news(source.spec)) return refresh_file(source);
  if (has_weather(source.spec)) return refresh_weather_file(source);
  auto items = local_.items(source.spec);
  if (!items) return std::unexpected(items.error());
  changed_ = changed_ || items->photos != source.photos;
  source.photos = std::move(items->photos);
  show(source, std::move(items->headlines));
  return {};
}

Result<void> Gatherer::refresh_file(SourceState& source) {
  auto bytes = host::read_file(source.location);
  if (!bytes) return std::unexpected(bytes.error());
  const store::StoredDocument document{std::move(*bytes), {}, url_of(source.location), {}, {}, clock_.wall()};
  auto reading = news_in(document_of(document), source.spec, false, believed_time());
  if (!reading) return std::unexpected(reading.error());
  if (!show(source, std::move(reading->items))) return {};
  if (const auto put = store_.put_document(source.location, document); !put) log::warning("{}", put.error().message);
  return {};
}

/// What is stored of the articles comes at once. False where nothing is new.
bool Gatherer::show(SourceState& source, std::vector<content::Headline> headlines) {
  if (!choose(source, std::move(headlines), believed_time())) return false;
  changed_ = true;
  if (!source.spec.articles) return true;
  for (const auto& headline : source.shown) {
    if (source.articles.contains(headline.link)) continue;
    if (auto article = articles_.stored(headline)) source.articles.emplace(headline.link, std::move(*article));
  }
  return true;
}

Result<void> Gatherer::accept(SourceState& source, Result<net::Response> response) {
  const std::string asked = request_for(source).url;
  if (!response) {
    const bool on_trial = tries_feed(source);
    if (on_trial || (!source.feed.empty() && source.failures >= 2)) refuse_feed(source, response.error().message);
    if (on_trial) return {};
    return std::unexpected(with_expectation(response.error(), source));
  }
  judge_.hear(*response, clock_.steady());
  if (response->status == net::Status::not_modified) {
    if (!store_.touch_document(source.location, clock_.wall())) ask_in_full(source);
    return {};
  }
  return accept_document(source, asked, stored_from(std::move(*response), clock_.wall()));
}

Result<void> Gatherer::accept_document(SourceState& source, const std::string& asked,
                                       const store::StoredDocument& fresh) {
  // Many servers know no validators and send the same again.
  if (source.known && source.known->url == asked && source.known->digest == digest_of(fresh)) {
    know(source, asked, fresh, source.known->stored_at, source.known->kept);
    if (!store_.touch_document(source.location, clock_.wall())) ask_in_full(source);
    return {};
  }
  if (has_weather(source.spec)) return accept_weather(source, asked, fresh);
  auto reading = news_in(document_of(fresh), source.spec, true, believed_time());
  if (!reading) {
    const bool on_trial = tries_feed(source);
    if (!source.feed.empty()) refuse_feed(source, reading.error().message);
    if (on_trial) return {};
    return std::unexpected(with_expectation(reading.error(), source));
  }
  if (tries_feed(source) && !covers(*reading, source.headlines)) {
    refuse_feed(source, "its stories are not those of the page");
    return {};
  }
  if (auto objection = objection_to(source, *reading)) {
    source.changed = true;
    return fail(ErrorKind::invalid, std::move(*objection));
  }
  const auto linked = std::exchange(reading->feed_url, {});
  const bool says_the_same = !show(source, std::move(reading->items));
  const bool written_lately = says_the_same && source.known &&
                              clock_.steady() - source.known->stored_at < least_between_writes &&
                              store_.touch_document(source.location, clock_.wall());
  const auto put = written_lately ? Result<void>() : store_.put_document(source.location, fresh);
  if (!put) log::warning("{}", put.error().message);
  know(source, asked, fresh, written_lately ? source.known->stored_at : clock_.steady(), put.has_value());
  try_feed(source, linked);
  return {};
}

/// Pages are judged by what they used to be; a feed says itself what it is.
std::optional<std::string> Gatherer::objection_to(const SourceState& source, const content::Reading& reading) {
  if (reading.format != content::Format::page) return std::nullopt;
  const WallTime now = believed_time();
  return pages_.objection(source.spec.name, source.headlines, reading,
                          now == content::unknown_now ? std::nullopt : std::optional(now));
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

}  // namespace lobby::gather
