#include "gather/gatherer.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "content/merge.h"
#include "gather/remote.h"
#include "net/backoff.h"

namespace lobby::gather {

namespace {

using std::chrono::hours;

constexpr store::Bound most_pictures{512ULL << 20U};
constexpr store::Bound most_documents{64ULL << 20U};

constexpr std::size_t notice_ticket = std::numeric_limits<std::size_t>::max();

}  // namespace

Gatherer::Gatherer(std::shared_ptr<const config::Config> config, store::Store& store, net::HttpClient& http,
                   const Clock& clock, host::ClockJudge& judge, Publish publish,
                   std::unique_ptr<notices::NoticeBoard> notices, notices::PushedBox* pushed)
    : config_(std::move(config)),
      store_(store),
      http_(http),
      clock_(clock),
      judge_(judge),
      publish_(std::move(publish)),
      articles_(store, hosts_, clock),
      pictures_(store, hosts_, clock),
      local_(config_, store, clock),
      notices_(notices ? std::move(notices) : std::make_unique<notices::NoticeBoard>(*config_, store, clock, judge)),
      pushed_(pushed),
      pages_(store, config_->screen.timezone),
      errands_(config_->sources.size()),
      random_(std::random_device{}()) {
  for (const auto& spec : config_->sources) {
    SourceState& source = sources_.emplace_back();
    source.spec = spec;
    source.location = local_.location_of(spec);
    source.due = clock.steady();
  }
  local_.listen_to(notices_->descriptor());
  if (pushed_ != nullptr) local_.listen_to(pushed_->descriptor());
}

/// The first source that has something is on the screen before the others are read.
void Gatherer::restore() {
  notices_->look();
  for (auto& source : sources_) {
    restore(source);
    show_changes();
  }
  publish();
}

/// A notice waits for nothing, not even for the next publish.
void Gatherer::look_at_notices() {
  take_pushed();
  if (auto request = notices_->next_request()) http_.start(notice_ticket, std::move(*request));
  if (notices_->look()) publish();
}

/// A folder or a stick is read as soon as something in it has changed, whatever its interval.
void Gatherer::look_at_local_sources() {
  local_.look();
  for (auto& source : sources_) {
    if (is_remote(source.location) || http_.interrupted()) continue;
    if (source.due <= clock_.steady() || local_.changed(source.spec)) finish(source, refresh_local(source), {});
  }
}

void Gatherer::start_documents() {
  for (std::size_t index = 0; index < sources_.size(); ++index) {
    auto& source = sources_[index];
    if (source.asked || !is_remote(source.location) || source.due > clock_.steady()) continue;
    http_.start(index, request_for(source));
    source.asked = true;
  }
}

void Gatherer::start_errands() {
  while (auto errand = errands_.take()) {
    auto request =
        errand->kind == Errand::Kind::article ? articles_.request(errand->headline) : pictures_.request(errand->url);
    if (request) {
      http_.start(errands_.begin(std::move(*errand)), std::move(*request));
    } else {
      errands_.drop(*errand);
    }
  }
}

SteadyTime Gatherer::poll() {
  constexpr std::chrono::seconds at_most(5);
  const SteadyTime end = clock_.steady() + at_most;
  do {
    look_at_notices();
    look_at_local_sources();
    start_documents();
    start_errands();
    if (!http_.busy()) break;
    if (auto answer = http_.next(std::min(next_due(), end), local_.descriptor())) take(std::move(*answer));
    show_changes();
  } while (!http_.interrupted() && clock_.steady() < end);
  if (http_.interrupted()) return clock_.steady();
  const bool too_old = refreshed_ && clock_.steady() - published_at_ > std::chrono::minutes(1);
  if (too_old || (changed_ && !http_.busy())) publish();
  if (http_.busy()) return clock_.steady();
  pictures_.rest();
  clean_up();
  return next_due();
}

void Gatherer::poll_to_the_end() {
  do {
    poll();
  } while (http_.busy() && !http_.interrupted());
}

SteadyTime Gatherer::next_due() const {
  SteadyTime next = changed_ ? next_publish() : clock_.steady() + hours(1);
  next = std::min(next, notices_->next_due());
  for (const auto& source : sources_) {
    if (!source.asked) next = std::min(next, source.due);
  }
  return next;
}

void Gatherer::take(net::HttpClient::Finished answer) {
  if (answer.ticket == notice_ticket) return notices_->take(std::move(answer.response));
  if (answer.ticket < sources_.size()) {
    auto& source = sources_[answer.ticket];
    source.asked = false;
    const auto retry_after = answer.retry_after;
    hosts_.heard(request_for(source).url, answer, clock_.steady());
    return finish(source, accept(source, std::move(answer.response)), retry_after);
  }
  const auto errand = errands_.end(answer.ticket);
  if (!errand) return;
  if (errand->kind == Errand::Kind::article) return take_article(*errand, std::move(answer));
  changed_ = pictures_.accept(errand->url, answer) || changed_;
}

/// The same story may stand in several sources.
void Gatherer::take_article(const Errand& errand, net::HttpClient::Finished answer) {
  const auto article = articles_.accept(errand.headline, std::move(answer));
  if (!article) return;
  for (auto& source : sources_) {
    const auto is_it = [&errand](const auto& headline) { return headline.link == errand.url; };
    if (!source.spec.articles || std::ranges::none_of(source.shown, is_it)) continue;
    source.articles[errand.url] = *article;
    changed_ = true;
    send_for_pictures(source);
  }
}

/// The document is judged already; what hangs on it follows where it was good.
void Gatherer::finish(SourceState& source, const Result<void>& done, std::optional<std::chrono::seconds> retry_after) {
  if (http_.interrupted()) return;
  if (done) {
    if (source.failures > 0) log::info("source '{}' answers again", source.spec.name);
    source.failures = 0;
    source.changed = false;
    source.last_error.clear();
    source.updated = Instant(clock_);
    refreshed_ = true;
    send_errands(source);
  } else {
    report(source, done.error());
  }
  source.due = clock_.steady() + net::next_delay({source.spec.every, source.failures, retry_after}, random_());
  if (std::exchange(source.ask_again, false) && done) source.due = clock_.steady();
}

/// What lasts is said again once a day.
void Gatherer::report(SourceState& source, const Error& error) {
  ++source.failures;
  const bool lasts = source.last_error == error.message && clock_.steady() - source.told_at < hours(24);
  source.last_error = error.message;
  if (lasts) return;
  source.told_at = clock_.steady();
  log::warning("source '{}': {}; {}", source.spec.name, error.message,
               source.updated ? "what was good stays on screen" : "it has given nothing yet");
}

void Gatherer::send_errands(const SourceState& source) {
  if (source.spec.articles) {
    for (const auto& headline : source.shown) errands_.add({Errand::Kind::article, headline.link, headline});
  }
  send_for_pictures(source);
}

void Gatherer::send_for_pictures(const SourceState& source) {
  for (const auto& url : wanted_pictures(source)) errands_.add({Errand::Kind::picture, url});
}

void Gatherer::clean_up() {
  if (!untidy_) return;
  untidy_ = false;
  std::set<std::string> pictures;
  std::set<std::string> documents;
  for (const auto& source : sources_) {
    pictures.merge(wanted_pictures(source));
    documents.merge(wanted_documents(source));
  }
  store_.evict(pictures, most_pictures);
  store_.evict_documents(documents, most_documents);
}

std::shared_ptr<const content::Snapshot> Gatherer::snapshot(WallTime now) const {
  std::vector<content::SourceItems> gathered;
  std::optional<Instant> updated;
  for (const auto& source : sources_) {
    gathered.push_back({source.spec, completed(source), source.photos});
    // The weather says itself how old it is, and must not make old news look new.
    if (source.updated && !source.weather) updated = std::max(updated, source.updated);
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
  snapshot->arrived = notices_->standing();
  for (const auto& source : sources_) {
    if (source.weather) snapshot->weather.push_back(*source.weather);
  }
  return snapshot;
}

/// Not for every one of two hundred sources and their pictures at once: a snapshot is all of them together, and making
/// it must not take the time that fetching needs.
SteadyTime Gatherer::next_publish() const {
  constexpr std::chrono::milliseconds between(300);
  constexpr int share = 10;
  return published_at_ + std::max<SteadyTime::duration>(between, publishing_ * share);
}

void Gatherer::show_changes() {
  if (changed_ && clock_.steady() >= next_publish()) publish();
}

void Gatherer::publish() {
  untidy_ = untidy_ || changed_;
  changed_ = false;
  refreshed_ = false;
  const SteadyTime began = clock_.steady();
  publish_(snapshot(believed_time()));
  published_at_ = clock_.steady();
  publishing_ = published_at_ - began;
}

/// By a clock that is wrong nothing grows old.
WallTime Gatherer::believed_time() const {
  const WallTime now = clock_.wall();
  return judge_.doubt(now, clock_.steady()).empty() ? now : content::unknown_now;
}

}  // namespace lobby::gather
