#include "notices/notice_board.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/log.h"
#include "host/places.h"
#include "trust/envelope.h"

namespace lobby::notices {

namespace {

namespace fs = std::filesystem;
using std::chrono::hours;

/// Without an `until`, and without a clock: what is urgent hides everything else.
constexpr hours urgent_term(1);
constexpr hours plain_term(24);

bool says_the_same(const content::ArrivedNotice& a, const content::ArrivedNotice& b) {
  // An end by wall time is known to the second only.
  return a.notice == b.notice && std::chrono::abs(a.ends - b.ends) < std::chrono::seconds(2);
}

bool begun(const config::Notice& notice, const playlist::Moment& now) {
  return !notice.from || (now.date_known && *notice.from <= now.time);
}

}  // namespace

fs::path own_folder() { return host::state_folder() / "notices"; }

fs::path duty_folder(const config::Config& config) {
  if (!config.duty_folder.empty()) {
    return config.duty_folder.is_absolute() ? config.duty_folder : config.folder / config.duty_folder;
  }
  return own_folder();
}

namespace {

/// The service's own folder is made where it is missing; one that the config names is somebody else's.
fs::path made_where_missing(const config::Config& config) {
  const fs::path folder = duty_folder(config);
  std::error_code error;
  if (config.duty_folder.empty()) fs::create_directory(folder, error);
  return folder;
}

}  // namespace

NoticeBoard::NoticeBoard(const config::Config& config, store::Store& store, const Clock& clock, host::ClockJudge& judge)
    : clock_(clock),
      judge_(judge),
      terms_(store),
      inbox_(made_where_missing(config), config.screen.timezone),
      editions_(notice_trust(config), store),
      signed_(config, editions_) {}

NoticeBoard::~NoticeBoard() { terms_.close(clock_.steady()); }

playlist::Moment NoticeBoard::now() const {
  const WallTime wall = clock_.wall();
  const SteadyTime steady = clock_.steady();
  return {wall, judge_.doubt(wall, steady).empty(), steady};
}

void NoticeBoard::add(const config::Notice& notice, SteadyTime ends, const playlist::Moment& now) {
  if (ends <= now.steady) return;
  next_change_ = std::min(next_change_, ends);
  content::ArrivedNotice arrived{notice, ends};
  arrived.notice.from.reset();
  arrived.notice.until.reset();
  standing_.push_back(std::move(arrived));
}

void NoticeBoard::add_dropped(const DroppedNotice& dropped, const playlist::Moment& now) {
  const auto& notice = dropped.notice;
  if (notice.from && now.date_known && *notice.from > now.time) {
    next_change_ = std::min(next_change_, now.steady + (*notice.from - now.time));
  }
  if (!begun(notice, now)) return;
  const SteadyTime ends = terms_.end_of(dropped.id, {notice.urgent ? urgent_term : plain_term, notice.until}, now);
  // Nobody knows how long the machine was off: its hour may be long past.
  if (notice.until && !now.date_known && terms_.is_older_than_this_start(dropped.id)) return;
  add(notice, ends, now);
}

/// The times of single notices need a clock; the document as a whole ends without one, too.
void NoticeBoard::add_signed(const Editions::Edition& edition, const playlist::Moment& now) {
  const auto& document = edition.document;
  const SteadyTime ends = terms_.end_of(edition.id, {document.expires - document.issued, document.expires}, now);
  for (const auto& notice : document.notices) {
    if ((notice.from || notice.until) && !now.date_known) continue;
    const SteadyTime until = notice.until ? now.steady + (*notice.until - now.time) : ends;
    if (begun(notice, now)) add(notice, std::min(ends, until), now);
    if (notice.from && !begun(notice, now)) {
      next_change_ = std::min(next_change_, now.steady + (*notice.from - now.time));
    }
  }
}

bool NoticeBoard::look() {
  const playlist::Moment present = now();
  inbox_.look(present);
  const auto before = std::exchange(standing_, {});
  next_change_ = present.steady + std::chrono::minutes(1);  // The clock may have been set, or be believed now.
  std::set<std::string> ids;
  for (const auto& dropped : inbox_.notices()) {
    ids.insert(dropped.id);
    add_dropped(dropped, present);
  }
  for (const auto& edition : editions_.in_force()) {
    if (!edition) continue;
    ids.insert(edition->id);
    add_signed(*edition, present);
  }
  if (inbox_.knows_all()) terms_.retain(ids);
  next_change_ = std::min({next_change_, terms_.keep(present.steady), inbox_.next_look()});
  if (std::ranges::equal(before, standing_, says_the_same)) {
    standing_ = before;
    return false;
  }
  say_what_changed(before);
  return true;
}

void NoticeBoard::say_what_changed(const std::vector<content::ArrivedNotice>& before) const {
  const auto lacks = [](const auto& notices, const config::Notice& notice) {
    return std::ranges::find(notices, notice, &content::ArrivedNotice::notice) == notices.end();
  };
  for (const auto& arrived : standing_) {
    if (!lacks(before, arrived.notice)) continue;
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(arrived.ends - clock_.steady());
    log::info("{} notice for {} at most: {}", arrived.notice.urgent ? "an urgent" : "a", minutes, arrived.notice.text);
  }
  for (const auto& arrived : before) {
    if (lacks(standing_, arrived.notice)) log::info("the notice has ended: {}", arrived.notice.text);
  }
}

SteadyTime NoticeBoard::next_due() const { return std::min(next_change_, signed_.due()); }

void NoticeBoard::take(Result<net::Response> answer) {
  if (answer) judge_.hear(*answer, clock_.steady());
  signed_.take(std::move(answer), now());
}

/// A message without bytes only takes the broker's own copy away. What was refused before is not said again, for a
/// broker repeats what it keeps whenever the player comes back.
void NoticeBoard::take(const PushedNotice& pushed) {
  if (pushed.bytes.empty()) return;
  const auto envelope = trust::parse_envelope(pushed.bytes);
  const Result<void> taken = !envelope
                                 ? std::unexpected(envelope.error())
                                 : editions_.take(std::string(envelope->document), std::string(envelope->signature),
                                                  "a pushed notice", now(), pushed.to);
  const std::string complaint = taken ? std::string() : taken.error().message;
  if (std::exchange(complaint_, complaint) == complaint || taken) return;
  log::warning("a pushed notice is not taken: {}", complaint);
}

}  // namespace lobby::notices
