#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/snapshot.h"
#include "host/clock_judge.h"
#include "net/http.h"
#include "notices/editions.h"
#include "notices/notice_inbox.h"
#include "notices/notice_terms.h"
#include "notices/pushed.h"
#include "notices/signed_notices.h"

namespace lobby::notices {

/// The player's own folder for them, unless a config names another one. Touches no disk.
std::filesystem::path own_folder();

/// Where the duty officer of that config drops notices. Touches no disk.
std::filesystem::path duty_folder(const config::Config& config);

/// The notices that come by themselves: what the duty officer drops into a folder, and what somebody signs on another
/// machine and is asked for or pushed. Says which of them stand now and when each ends for certain. Fetch thread.
class NoticeBoard {
 public:
  NoticeBoard(const config::Config& config, store::Store& store, const Clock& clock, host::ClockJudge& judge);
  ~NoticeBoard();
  NoticeBoard(const NoticeBoard&) = delete;
  NoticeBoard& operator=(const NoticeBoard&) = delete;

  /// Readable when something in the folder has changed; -1 where the system cannot watch.
  int descriptor() const { return inbox_.descriptor(); }
  /// Looks what stands now; true where that is not what stood before.
  bool look();
  const std::vector<content::ArrivedNotice>& standing() const { return standing_; }
  /// When `look` or a request is due even if nothing happens.
  SteadyTime next_due() const;

  /// The request that is due; its answer goes to `take`.
  std::optional<net::Request> next_request() { return signed_.next_request(clock_.steady()); }
  void take(Result<net::Response> answer);
  /// No answer to a request will come.
  void give_up_request() { signed_.give_up_request(); }
  /// The next request is due at once.
  void ask_now() { signed_.ask_now(); }
  /// Takes what was pushed, where it is signed; `look` sees it. The log says why one is not taken.
  void take(const PushedNotice& pushed);

 private:
  playlist::Moment now() const;
  void add_dropped(const DroppedNotice& dropped, const playlist::Moment& now);
  void add_signed(const Editions::Edition& edition, const playlist::Moment& now);
  void add(const config::Notice& notice, SteadyTime ends, const playlist::Moment& now);
  void say_what_changed(const std::vector<content::ArrivedNotice>& before) const;

  const Clock& clock_;
  host::ClockJudge& judge_;
  NoticeTerms terms_;
  NoticeInbox inbox_;
  Editions editions_;
  SignedNotices signed_;
  std::string complaint_;  ///< Of what was pushed last.
  std::vector<content::ArrivedNotice> standing_;
  SteadyTime next_change_ = SteadyTime::min();
};

}  // namespace lobby::notices
