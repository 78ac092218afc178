#include "net/http.h"

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <limits>
#include <new>
#include <utility>
#include <vector>

#include "net/transfer.h"

namespace lobby::net {

namespace {

using std::chrono::milliseconds;

// libcurl shortens a poll to its own timers; this is only how long a sleep can be in the type it takes.
constexpr milliseconds longest_poll = std::chrono::hours(1);

constexpr std::size_t most_at_once = 6;
constexpr std::ptrdiff_t most_to_a_host = 2;

/// Once a process; libcurl's own lock makes it safe on any thread.
bool started() {
  static const bool good = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return good;
}

struct EasyEnd {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
using Easy = std::unique_ptr<CURL, EasyEnd>;
struct ShareEnd {
  void operator()(CURLSH* share) const { curl_share_cleanup(share); }
};
struct MultiEnd {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

/// A request with the handle that it runs on.
struct Run {
  Run(std::size_t number, Request what, Easy handle, const HttpOptions& options)
      : ticket(number), request(std::move(what)), easy(std::move(handle)), transfer(easy.get(), request, options) {}

  std::size_t ticket;
  Request request;
  Easy easy;
  Transfer transfer;  ///< Ends before the handle.
};

}  // namespace

class HttpClient::Impl {
 public:
  explicit Impl(HttpOptions options) : options_(std::move(options)) {
    if (!started()) throw std::bad_alloc();
    multi_.reset(curl_multi_init());
    share_.reset(curl_share_init());
    if (!multi_ || !share_) throw std::bad_alloc();
    // Of one thread, so no locks.
    curl_share_setopt(share_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
  }

  ~Impl() {
    for (const auto& run : running_) curl_multi_remove_handle(multi_.get(), run->easy.get());
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void start(std::size_t ticket, Request request) {
    std::string host = host_of(request.url);
    waiting_.push_back({ticket, std::move(request), std::move(host)});
  }

  Finished ask(const Request& request) {
    waiting_.push_front({urgent, request, host_of(request.url)});
    while (!interrupted_) {
      const auto mine = std::ranges::find(finished_, urgent, &Finished::ticket);
      if (mine == finished_.end()) {
        move_on();
        continue;
      }
      Finished finished = std::move(*mine);
      finished_.erase(mine);
      return finished;
    }
    return {urgent, fail(ErrorKind::unavailable, "interrupted"), std::nullopt};
  }

  std::optional<Finished> next(SteadyTime time, int descriptor) {
    curl_waitfd watched{descriptor, CURL_WAIT_POLLIN, 0};
    while (!interrupted_) {
      if (!finished_.empty()) {
        Finished first = std::move(finished_.front());
        finished_.pop_front();
        return first;
      }
      const bool late = std::chrono::steady_clock::now() >= time;
      if (!busy() || late || watched.revents != 0) return std::nullopt;
      move_on(time, descriptor >= 0 ? &watched : nullptr);
    }
    return std::nullopt;
  }

  bool busy() const { return !waiting_.empty() || !running_.empty() || !finished_.empty(); }

  void wait_until(SteadyTime time, int descriptor) {
    curl_waitfd watched{descriptor, CURL_WAIT_POLLIN, 0};
    while (!interrupted_ && !woken_.exchange(false) && watched.revents == 0) {
      const auto left = std::chrono::ceil<milliseconds>(time - std::chrono::steady_clock::now());
      if (left <= milliseconds(0)) return;
      poll(left, descriptor >= 0 ? &watched : nullptr);
    }
  }

  void wake() {
    woken_ = true;
    curl_multi_wakeup(multi_.get());
  }

  void interrupt() {
    interrupted_ = true;
    curl_multi_wakeup(multi_.get());
  }

  bool interrupted() const { return interrupted_; }

 private:
  static constexpr std::size_t urgent = std::numeric_limits<std::size_t>::max();  ///< The ticket of `get`.

  struct Waiting {
    std::size_t ticket = 0;
    Request request;
    std::string host;
  };

  /// Starts what may start, and works or waits until something happens.
  void move_on(SteadyTime time = SteadyTime::max(), curl_waitfd* watched = nullptr) {
    start_waiting();
    int running = 0;
    const bool sound = curl_multi_perform(multi_.get(), &running) == CURLM_OK;
    const std::size_t before = finished_.size();
    take_messages();
    end_overdue();
    if (!sound) {
      while (!running_.empty()) finish(running_.front()->easy.get(), CURLE_FAILED_INIT);
    }
    if (running > 0 && finished_.size() == before && sound)
      poll(std::min(left_until(time), left_until_overdue()), watched);
  }

  void end_overdue() {
    const SteadyTime now = std::chrono::steady_clock::now();
    for (std::size_t at = 0; at < running_.size();) {
      Run& run = *running_[at];
      if (run.transfer.overdue(now)) {
        finish(run.easy.get(), CURLE_OPERATION_TIMEDOUT);
      } else {
        ++at;
      }
    }
  }

  milliseconds left_until_overdue() const {
    SteadyTime first = SteadyTime::max();
    for (const auto& run : running_) first = std::min(first, run->transfer.deadline());
    return left_until(first);
  }

  void start_waiting() {
    for (auto waiting = waiting_.begin(); waiting != waiting_.end();) {
      const bool room = waiting->ticket == urgent || running_.size() + finished_.size() < most_at_once;
      const auto same_host = [&](const auto& run) { return host_of(run->request.url) == waiting->host; };
      if (!room || std::ranges::count_if(running_, same_host) >= most_to_a_host) {
        ++waiting;
        continue;
      }
      begin(waiting->ticket, std::move(waiting->request));
      waiting = waiting_.erase(waiting);
    }
  }

  void begin(std::size_t ticket, Request request) {
    auto run = std::make_unique<Run>(ticket, std::move(request), handle(), options_);
    if (const Result<void> ready = run->transfer.prepare(); !ready) {
      finished_.push_back({ticket, std::unexpected(ready.error()), std::nullopt});
      return;
    }
    CURL* const easy = run->easy.get();
    running_.push_back(std::move(run));
    if (curl_multi_add_handle(multi_.get(), easy) != CURLM_OK) finish(easy, CURLE_FAILED_INIT);
  }

  Easy handle() {
    if (idle_.empty()) {
      Easy easy(curl_easy_init());
      if (!easy) throw std::bad_alloc();
      Transfer::set_up(easy.get(), options_);
      curl_easy_setopt(easy.get(), CURLOPT_SHARE, share_.get());
      return easy;
    }
    Easy easy = std::move(idle_.back());
    idle_.pop_back();
    return easy;
  }

  void take_messages() {
    int queued = 0;
    while (const CURLMsg* const message = curl_multi_info_read(multi_.get(), &queued)) {
      if (message->msg == CURLMSG_DONE) finish(message->easy_handle, message->data.result);
    }
  }

  void finish(CURL* easy, CURLcode code) {
    const auto run = std::ranges::find_if(running_, [easy](const auto& each) { return each->easy.get() == easy; });
    if (run == running_.end()) return;
    auto& transfer = (*run)->transfer;
    finished_.push_back({(*run)->ticket, transfer.response(code), transfer.retry_after()});
    curl_multi_remove_handle(multi_.get(), easy);
    transfer.release();
    idle_.push_back(std::move((*run)->easy));
    running_.erase(run);
  }

  static milliseconds left_until(SteadyTime time) {
    if (time == SteadyTime::max()) return longest_poll;
    return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(time - std::chrono::steady_clock::now()));
  }

  void poll(milliseconds time, curl_waitfd* watched = nullptr) {
    const auto count = static_cast<int>(std::min(time, longest_poll).count());
    curl_multi_poll(multi_.get(), watched, watched != nullptr ? 1 : 0, count, nullptr);
  }

  HttpOptions options_;
  std::unique_ptr<CURLSH, ShareEnd> share_;  ///< Before all handles, so that it goes last.
  std::unique_ptr<CURLM, MultiEnd> multi_;
  std::vector<Easy> idle_;
  std::deque<Waiting> waiting_;
  std::vector<std::unique_ptr<Run>> running_;
  std::deque<Finished> finished_;
  std::atomic<bool> interrupted_ = false;
  std::atomic<bool> woken_ = false;
};

HttpClient::HttpClient(HttpOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
HttpClient::~HttpClient() = default;

Result<Response> HttpClient::get(const Request& request) { return std::move(impl_->ask(request).response); }
HttpClient::Finished HttpClient::ask(const Request& request) { return impl_->ask(request); }
void HttpClient::start(std::size_t ticket, Request request) { impl_->start(ticket, std::move(request)); }
std::optional<HttpClient::Finished> HttpClient::next(SteadyTime time, int descriptor) {
  return impl_->next(time, descriptor);
}
bool HttpClient::busy() const { return impl_->busy(); }
void HttpClient::wait_until(SteadyTime time, int descriptor) { impl_->wait_until(time, descriptor); }
void HttpClient::wake() { impl_->wake(); }
void HttpClient::interrupt() { impl_->interrupt(); }
bool HttpClient::interrupted() const { return impl_->interrupted(); }

void HttpClient::wait(std::chrono::milliseconds time) {
  impl_->wait_until(std::chrono::steady_clock::now() + time, -1);
}

}  // namespace lobby::net
