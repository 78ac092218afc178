#include "app/gatherer.h"

#include <algorithm>
#include <functional>

#include "app/files.h"
#include "app/local_media.h"
#include "base/format.h"
#include "base/log.h"
#include "net/backoff.h"
#include "stage/picture.h"

namespace lobby::app {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::size_t most_picture_bytes = 30U << 20U;
constexpr std::uint64_t most_stored_bytes = 512ULL << 20U;
constexpr auto article_interval = hours(6);
constexpr auto picture_retry = minutes(30);
constexpr const char* picture_types = "image/webp, image/jpeg, image/png, image/gif;q=0.5";
constexpr const char* document_types =
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, "
    "*/*;q=0.5";

bool is_remote(std::string_view location) {
  return location.starts_with("http://") || location.starts_with("https://");
}

std::string location_in(const config::Source& spec) {
  if (const auto* feed = std::get_if<config::FeedSource>(&spec.what)) return feed->location;
  if (const auto* page = std::get_if<config::PageSource>(&spec.what)) return page->location;
  return std::get<config::PhotoFolder>(spec.what).folder.string();
}

/// A document from the network must not name files of this machine.
void drop_local_images(content::Headline& headline) {
  std::erase_if(headline.images, [](const content::Image& image) { return !is_remote(image.url); });
}

content::Document document_of(const store::StoredDocument& stored) {
  return {stored.bytes, stored.url, stored.content_type};
}

}  // namespace

Gatherer::Gatherer(std::shared_ptr<const config::Config> config, store::Store& store, net::HttpClient& http,
                   const Clock& clock, Publish publish)
    : config_(std::move(config)), store_(store), http_(http), clock_(clock), publish_(std::move(publish)) {
  for (const auto& spec : config_->sources) sources_.push_back({spec, {}, {}, std::nullopt, 0, {}, clock.steady()});
}

/// A URL as it is; a path from the folder of the config file.
std::string Gatherer::location_of(const config::Source& spec) const {
  const std::string location = location_in(spec);
  if (is_remote(location)) return location;
  const std::filesystem::path path(location);
  return (path.is_absolute() ? path : config_->folder / path).string();
}

void Gatherer::restore() {
  for (auto& source : sources_) restore(source);
  publish();
}

void Gatherer::restore(SourceState& source) {
  const std::string location = location_of(source.spec);
  if (!is_remote(location)) {
    if (const auto done = refresh_local(source, location); done) source.updated = clock_.wall();
    return;
  }
  const auto stored = store_.document(location);
  if (!stored) return;
  if (auto reading = read(document_of(*stored), source.spec)) {
    take(source, std::move(*reading));
    source.updated = stored->fetched_at;
  }
}

SteadyTime Gatherer::poll() {
  for (auto& source : sources_) {
    if (http_.interrupted()) break;
    if (source.due <= clock_.steady()) poll(source);
  }
  clean_up();
  SteadyTime next = clock_.steady() + hours(1);
  for (const auto& source : sources_) next = std::min(next, source.due);
  return next;
}

void Gatherer::poll(SourceState& source) {
  const auto done = refresh(source);
  if (http_.interrupted()) return;
  if (done) {
    if (source.failures > 0) log::info("source '{}' answers again", source.spec.name);
    source.failures = 0;
    source.last_error.clear();
    source.updated = clock_.wall();
  } else {
    ++source.failures;
    if (source.last_error != done.error().message) {
      log::warning("source '{}': {}; what was good stays on screen", source.spec.name, done.error().message);
    }
    source.last_error = done.error().message;
  }
  const net::Attempts attempts{source.spec.every, source.failures, http_.retry_after()};
  const auto seed = std::hash<std::string>{}(source.spec.name) + static_cast<std::size_t>(source.failures);
  source.due = clock_.steady() + net::next_delay(attempts, seed);
  publish();
}

Result<void> Gatherer::refresh(SourceState& source) {
  const std::string location = location_of(source.spec);
  const auto done = is_remote(location) ? refresh_remote(source, location) : refresh_local(source, location);
  if (std::holds_alternative<config::PhotoFolder>(source.spec.what)) return done;
  if (done) publish();
  read_articles(source, true);
  fetch_pictures(source);
  return done;
}

Result<void> Gatherer::refresh_local(SourceState& source, const std::string& location) {
  if (std::holds_alternative<config::PhotoFolder>(source.spec.what)) {
    std::error_code error;
    if (!std::filesystem::is_directory(location, error)) {
      return fail(ErrorKind::unavailable, format("there is no folder {}", location));
    }
    source.photos = read_photo_folder(location, source.spec.name);
    return {};
  }
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

Result<void> Gatherer::refresh_remote(SourceState& source, const std::string& url) {
  const auto stored = store_.document(url);
  net::Request request{url};
  request.accept = document_types;
  if (stored) {
    request.etag = stored->etag;
    request.last_modified = stored->last_modified;
  }
  auto response = http_.get(request);
  if (!response) return std::unexpected(response.error());
  if (response->status == net::Status::not_modified) {
    store_.touch_document(url, clock_.wall());
    return {};
  }
  store::StoredDocument fresh{std::move(response->body), response->content_type, response->final_url, response->etag,
                              response->last_modified,   clock_.wall()};
  auto reading = read(document_of(fresh), source.spec);
  if (!reading) return std::unexpected(reading.error());
  if (const auto put = store_.put_document(url, fresh); !put) log::warning("{}", put.error().message);
  take(source, std::move(*reading));
  return {};
}

void Gatherer::take(SourceState& source, content::Reading reading) {
  const bool remote = is_remote(location_of(source.spec));
  for (auto& headline : reading.items) {
    headline.source = source.spec.name;
    if (remote) drop_local_images(headline);
  }
  source.headlines = std::move(reading.items);
  read_articles(source, false);
}

/// The headlines that can come to the screen: articles and pictures of others are not worth a request.
std::size_t shown_count(const SourceState& source) {
  return std::min(source.headlines.size(), static_cast<std::size_t>(source.spec.keep));
}

/// What an article says beyond its headline in a feed: its photos with their captions, and a lead where there was none.
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

void Gatherer::read_articles(SourceState& source, bool may_fetch) {
  if (!source.spec.articles) return;
  for (std::size_t index = 0; index < shown_count(source); ++index) {
    auto& headline = source.headlines[index];
    if (const auto reading = article(headline.link, may_fetch)) complete(headline, reading->items.front());
  }
}

/// The article behind a link, from the store, and from the network where that may be and it is time.
std::optional<content::Reading> Gatherer::article(const std::string& link, bool may_fetch) {
  if (!is_remote(link) || http_.interrupted()) return std::nullopt;
  const auto usable = [](const content::Document& document) -> std::optional<content::Reading> {
    auto reading = content::read_document(document, content::Expect::page);
    if (!reading || reading->page_kind != content::PageKind::article || reading->items.empty()) return std::nullopt;
    drop_local_images(reading->items.front());
    return std::move(*reading);
  };
  const auto stored = store_.document(link);
  const auto known = [&] { return stored ? usable(document_of(*stored)) : std::nullopt; };
  auto& due = article_due_[link];
  if (!may_fetch || due > clock_.steady()) return known();
  due = clock_.steady() + article_interval;
  net::Request request{link};
  if (stored) {
    request.etag = stored->etag;
    request.last_modified = stored->last_modified;
  }
  auto response = http_.get(request);
  if (!response) {
    log::info("an article is left out: {}", response.error().message);
    return known();
  }
  if (response->status == net::Status::not_modified) return known();
  store::StoredDocument fresh{std::move(response->body), response->content_type, response->final_url, response->etag,
                              response->last_modified,   clock_.wall()};
  auto reading = usable(document_of(fresh));
  if (!reading) return known();
  if (const auto put = store_.put_document(link, fresh); !put) log::warning("{}", put.error().message);
  return reading;
}

std::set<std::string> Gatherer::wanted_pictures(const SourceState& source) const {
  std::set<std::string> urls;
  for (std::size_t index = 0; index < shown_count(source); ++index) {
    for (const auto& image : source.headlines[index].images) urls.insert(image.url);
  }
  for (const auto& photo : source.photos) urls.insert(photo.image.url);
  std::erase_if(urls, [](const std::string& url) { return !is_remote(url); });
  return urls;
}

void Gatherer::fetch_pictures(SourceState& source) {
  for (const auto& url : wanted_pictures(source)) {
    if (http_.interrupted()) return;
    if (store_.media(url)) continue;
    fetch_picture(url);
    publish();
  }
}

/// A picture is stored only after it decoded to its last row.
void Gatherer::fetch_picture(const std::string& url) {
  if (const auto until = refused_until_.find(url); until != refused_until_.end() && until->second > clock_.steady()) {
    return;
  }
  net::Request request{url};
  request.accept = picture_types;
  request.max_bytes = most_picture_bytes;
  const auto response = http_.get(request);
  if (!response) {
    refused_until_[url] = clock_.steady() + picture_retry;
    log::info("a picture is left out: {}: {}", url, response.error().message);
    return;
  }
  const auto info = stage::verify_picture(response->body);
  if (!info) {
    refused_until_[url] = clock_.steady() + picture_retry;
    log::warning("a picture is left out: {}: {}", url, info.error().message);
    return;
  }
  const store::MediaFacts media{format("image/{}", stage::to_string(info->type)), info->size, response->etag,
                                response->last_modified};
  if (const auto put = store_.put_media(url, response->body, media); !put) {
    refused_until_[url] = clock_.steady() + picture_retry;
    log::warning("a picture cannot be kept: {}", put.error().message);
  }
}

void Gatherer::attach(content::Image& image) const {
  if (!is_remote(image.url)) {
    attach_local_file(image);
  } else if (const auto media = store_.media(image.url)) {
    image.file = media->file.string();
    image.size = media->facts.size;
  }
}

void Gatherer::clean_up() {
  std::set<std::string> keep;
  for (const auto& source : sources_) keep.merge(wanted_pictures(source));
  store_.evict(keep, most_stored_bytes);
}

std::shared_ptr<const content::Snapshot> Gatherer::snapshot() const {
  std::vector<content::SourceItems> gathered;
  std::optional<WallTime> updated;
  for (const auto& source : sources_) {
    gathered.push_back({source.spec, source.headlines, source.photos});
    if (source.updated) updated = std::max(updated.value_or(*source.updated), *source.updated);
  }
  auto merged = content::merge(std::move(gathered), clock_.wall());
  for (auto& headline : merged.headlines) {
    for (auto& image : headline.images) attach(image);
  }
  for (auto& photo : merged.photos) attach(photo.image);
  auto snapshot = std::make_shared<content::Snapshot>();
  snapshot->config = config_;
  snapshot->headlines = std::move(merged.headlines);
  snapshot->photos = std::move(merged.photos);
  snapshot->updated = updated;
  return snapshot;
}

void Gatherer::publish() { publish_(snapshot()); }

void report_health(const store::Store& store) {
  const auto health = store.health();
  if (!health.note.empty()) log::warning("{}", health.note);
  if (!health.trouble.empty()) log::warning("{}; going on from memory", health.trouble);
}

}  // namespace lobby::app
