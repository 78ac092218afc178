#include "app/gatherer.h"

#include <algorithm>
#include <functional>

#include "app/files.h"
#include "app/local_media.h"
#include "app/remote.h"
#include "base/format.h"
#include "base/log.h"
#include "content/canary.h"
#include "content/selection.h"
#include "net/backoff.h"

namespace lobby::app {

namespace {

using std::chrono::hours;

constexpr store::Bound most_pictures{512ULL << 20U};
constexpr store::Bound most_documents{64ULL << 20U};

}  // namespace

Gatherer::Gatherer(std::shared_ptr<const config::Config> config, store::Store& store, net::HttpClient& http,
                   const Clock& clock, ClockJudge& judge, Publish publish)
    : config_(std::move(config)),
      store_(store),
      http_(http),
      clock_(clock),
      judge_(judge),
      publish_(std::move(publish)),
      articles_(store, http, hosts_, clock),
      pictures_(store, http, hosts_, clock),
      local_(config_, store, clock) {
  for (const auto& spec : config_->sources)
    sources_.push_back({spec, {}, {}, std::nullopt, 0, {}, false, clock.steady()});
}

void Gatherer::restore() {
  for (auto& source : sources_) restore(source);
  publish();
}

void Gatherer::restore(SourceState& source) {
  const std::string location = local_.location_of(source.spec);
  if (auto left = local_.stored(source.spec)) {
    source.headlines = std::move(left->items.headlines);
    source.photos = std::move(left->items.photos);
    source.updated = left->since;
    return;
  }
  if (!is_remote(location)) {
    if (const auto done = refresh_local(source); done) source.updated = clock_.wall();
    return;
  }
  const auto stored = store_.document(location);
  if (!stored) return;
  if (auto reading = read(document_of(*stored), source.spec)) {
    take(source, std::move(*reading));
    source.updated = stored->fetched_at;
  }
}

/// A folder or a stick is read as soon as something in it has changed, whatever its interval.
void Gatherer::look_at_local_sources() {
  local_.look();
  for (auto& source : sources_) {
    if (local_.changed(source.spec)) source.due = clock_.steady();
  }
}

SteadyTime Gatherer::poll() {
  look_at_local_sources();
  std::vector<SourceState*> local;
  for (std::size_t index = 0; index < sources_.size(); ++index) {
    auto& source = sources_[index];
    if (source.due > clock_.steady()) continue;
    if (is_remote(local_.location_of(source.spec))) {
      http_.start(index, request_of(source));
    } else {
      local.push_back(&source);
    }
  }
  for (auto* source : local) {
    if (!http_.interrupted()) finish(*source, refresh_local(*source), std::nullopt);
  }
  while (auto answer = http_.next()) {
    auto& source = sources_[answer->ticket];
    finish(source, accept(source, std::move(answer->response)), answer->retry_after);
  }
  if (http_.interrupted()) return clock_.steady();
  const bool too_old = refreshed_ && clock_.steady() - published_at_ > std::chrono::minutes(1);
  if (changed_ || too_old) publish();
  clean_up();
  SteadyTime next = clock_.steady() + hours(1);
  for (const auto& source : sources_) next = std::min(next, source.due);
  return next;
}

/// The document is judged already; what hangs on it follows.
void Gatherer::finish(SourceState& source, const Result<void>& done, std::optional<std::chrono::seconds> retry_after) {
  if (http_.interrupted()) return;
  show_changes();
  if (has_news(source.spec)) read_articles(source, Reach::network);
  fetch_pictures(source);
  if (http_.interrupted()) return;
  if (done) {
    if (source.failures > 0) log::info("source '{}' answers again", source.spec.name);
    source.failures = 0;
    source.changed = false;
    source.last_error.clear();
    source.updated = clock_.wall();
    refreshed_ = true;
  } else {
    ++source.failures;
    if (source.last_error != done.error().message) {
      log::warning("source '{}': {}; what was good stays on screen", source.spec.name, done.error().message);
    }
    source.last_error = done.error().message;
  }
  const net::Attempts attempts{source.spec.every, source.failures, retry_after};
  const auto seed = std::hash<std::string>{}(source.spec.name) + static_cast<std::size_t>(source.failures);
  source.due = clock_.steady() + net::next_delay(attempts, seed);
  show_changes();
}

Result<void> Gatherer::refresh_local(SourceState& source) {
  if (has_news(source.spec)) return refresh_file(source, local_.location_of(source.spec));
  auto items = local_.items(source.spec);
  if (!items) return std::unexpected(items.error());
  if (items->headlines == source.headlines && items->photos == source.photos) return {};
  source.headlines = std::move(items->headlines);
  source.photos = std::move(items->photos);
  changed_ = true;
  return {};
}

Result<void> Gatherer::refresh_file(SourceState& source, const std::string& location) {
  auto bytes = read_file(location);
  if (!bytes) return std::unexpected(bytes.error());
  auto reading = read({std::move(*bytes), url_of(location), {}}, source.spec);
  if (!reading) return std::unexpected(reading.error());
  take(source, std::move(*reading));
  return {};
}

Result<content::Reading> Gatherer::read(const content::Document& document, const config::Source& spec) const {
  const auto* page = std::get_if<config::PageSource>(&spec.what);
  const auto expect = page != nullptr ? content::Expect::page : content::Expect::feed;
  const auto* recipe = page != nullptr && page->recipe ? &*page->recipe : nullptr;
  auto reading = content::read_document(document, expect, recipe);
  if (!reading) return reading;
  if (reading->page_kind == content::PageKind::gate) {
    return fail(ErrorKind::invalid, format("the server answered with a {} instead of the news", reading->gate));
  }
  if (!reading->complete) return fail(ErrorKind::unavailable, "the document ends in the middle");
  if (reading->items.empty()) return fail(ErrorKind::invalid, "the document has no news in it");
  return reading;
}

/// Pages are judged by what they used to be; a feed says itself what it is.
Result<void> Gatherer::look_at(SourceState& source, const content::Reading& reading) {
  if (reading.format != content::Format::page) return {};
  const auto change = content::change_of(content::shape_of(source.headlines), reading);
  source.changed = change.has_value();
  if (!change) return {};
  return fail(ErrorKind::invalid, format("the page has changed: {}; look at it, and at its recipe", *change));
}

net::Request Gatherer::request_of(const SourceState& source) {
  const std::string url = local_.location_of(source.spec);
  // «Unchanged» is an answer only where what is stored gave news, which a new recipe may have ended.
  return request_for(url, source.headlines.empty() ? std::nullopt : store_.document(url));
}

Result<void> Gatherer::accept(SourceState& source, Result<net::Response> response) {
  const std::string url = local_.location_of(source.spec);
  if (!response) {
    hosts_.failed(url, clock_.steady());
    return std::unexpected(response.error());
  }
  hosts_.answered(url);
  judge_.hear(*response, clock_.steady());
  if (response->status == net::Status::not_modified) {
    store_.touch_document(url, clock_.wall());
    return {};
  }
  const auto fresh = stored_from(std::move(*response), clock_.wall());
  // Many servers know no validators and send the same again.
  const auto stored = source.headlines.empty() ? std::nullopt : store_.document(url);
  if (stored && stored->bytes == fresh.bytes && stored->content_type == fresh.content_type) {
    if (const auto put = store_.put_document(url, fresh); !put) log::warning("{}", put.error().message);
    return {};
  }
  auto reading = read(document_of(fresh), source.spec);
  if (!reading) return std::unexpected(with_expectation(reading.error(), source));
  if (const auto same = look_at(source, *reading); !same) return same;
  if (const auto put = store_.put_document(url, fresh); !put) log::warning("{}", put.error().message);
  take(source, std::move(*reading));
  return {};
}

void Gatherer::take(SourceState& source, content::Reading reading) {
  const bool remote = is_remote(local_.location_of(source.spec));
  for (auto& headline : reading.items) {
    headline.source = source.spec.name;
    if (remote) drop_local_images(headline);
  }
  source.headlines = std::move(reading.items);
  changed_ = true;
  read_articles(source, Reach::store);
}

/// A document brings its stored articles with it, so that later only those that changed are read again.
void Gatherer::read_articles(SourceState& source, Reach reach) {
  if (!source.spec.articles) return;
  for (std::size_t index = 0; index < shown_count(source); ++index) {
    auto& headline = source.headlines[index];
    if (!content::is_wanted(headline, source.spec)) continue;
    const auto reading = articles_.read(headline.link, reach);
    if (!reading) continue;
    complete(headline, reading->items.front());
    changed_ = true;
  }
}

void Gatherer::fetch_pictures(SourceState& source) {
  for (const auto& url : wanted_pictures(source)) {
    if (http_.interrupted()) return;
    if (!is_remote(url) || !pictures_.fetch(url)) continue;
    changed_ = true;
    show_changes();
  }
}

void Gatherer::clean_up() {
  if (!untidy_) return;
  untidy_ = false;
  std::set<std::string> pictures;
  std::set<std::string> documents;
  for (const auto& source : sources_) {
    pictures.merge(wanted_pictures(source));
    documents.merge(wanted_documents(source, local_.location_of(source.spec)));
  }
  store_.evict(pictures, most_pictures);
  store_.evict_documents(documents, most_documents);
}

std::shared_ptr<const content::Snapshot> Gatherer::snapshot(WallTime now) const {
  std::vector<content::SourceItems> gathered;
  std::optional<WallTime> updated;
  for (const auto& source : sources_) {
    gathered.push_back({source.spec, source.headlines, source.photos});
    if (source.updated) updated = std::max(updated.value_or(*source.updated), *source.updated);
  }
  auto merged = content::merge(std::move(gathered), now);
  for (auto& headline : merged.headlines) {
    for (auto& image : headline.images) pictures_.attach(image);
  }
  for (auto& photo : merged.photos) pictures_.attach(photo.image);
  auto snapshot = std::make_shared<content::Snapshot>();
  snapshot->config = config_;
  snapshot->headlines = std::move(merged.headlines);
  snapshot->photos = std::move(merged.photos);
  snapshot->updated = updated;
  return snapshot;
}

/// Not for every one of two hundred sources and their pictures at once: a snapshot is all of them together, and making
/// it must not take the time that fetching needs.
void Gatherer::show_changes() {
  constexpr std::chrono::milliseconds between(300);
  constexpr int share = 10;
  if (changed_ && clock_.steady() - published_at_ >= std::max<SteadyTime::duration>(between, publishing_ * share)) {
    publish();
  }
}

void Gatherer::publish() {
  untidy_ = untidy_ || changed_;
  changed_ = false;
  refreshed_ = false;
  const SteadyTime began = clock_.steady();
  const WallTime now = clock_.wall();
  // By a clock that is wrong nothing grows old.
  publish_(snapshot(judge_.doubt(now, began).empty() ? now : WallTime::min()));
  published_at_ = clock_.steady();
  publishing_ = published_at_ - began;
}

}  // namespace lobby::app
