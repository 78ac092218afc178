#include "net/http.h"

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <new>
#include <utility>

#include "net/transfer.h"

namespace lobby::net {

namespace {

using std::chrono::milliseconds;

// libcurl shortens a poll to its own timers; this is only how long a sleep can be in the type it takes.
constexpr milliseconds longest_poll = std::chrono::hours(1);

/// Once a process; libcurl's own lock makes it safe on any thread.
bool started() {
  static const bool good = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return good;
}

struct EasyEnd {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiEnd {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

}  // namespace

class HttpClient::Impl {
 public:
  explicit Impl(HttpOptions options) : options_(std::move(options)) {
    if (!started()) throw std::bad_alloc();
    multi_.reset(curl_multi_init());
    easy_.reset(curl_easy_init());
    if (!multi_ || !easy_) throw std::bad_alloc();
    Transfer::set_up(easy_.get(), options_);
  }

  Result<Response> get(const Request& request) {
    retry_after_.reset();
    Transfer transfer(easy_.get(), request, options_);
    if (const Result<void> ready = transfer.prepare(); !ready) return std::unexpected(ready.error());
    const std::optional<CURLcode> code = outcome();
    if (!code) return fail(ErrorKind::unavailable, "interrupted");
    retry_after_ = transfer.retry_after();
    return transfer.response(*code);
  }

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
  std::optional<std::chrono::seconds> retry_after() const { return retry_after_; }

 private:
  /// Runs the prepared transfer to its end. Nothing means that it was interrupted.
  std::optional<CURLcode> outcome() {
    if (curl_multi_add_handle(multi_.get(), easy_.get()) != CURLM_OK) return CURLE_FAILED_INIT;
    int running = 1;
    bool sound = true;
    while (running > 0 && sound && !interrupted_) {
      sound = curl_multi_perform(multi_.get(), &running) == CURLM_OK;
      if (running > 0 && sound) poll(longest_poll);
    }
    std::optional<CURLcode> code;
    if (!sound) code = CURLE_FAILED_INIT;
    int queued = 0;
    while (const CURLMsg* const message = curl_multi_info_read(multi_.get(), &queued)) {
      if (message->msg == CURLMSG_DONE) code = message->data.result;
    }
    curl_multi_remove_handle(multi_.get(), easy_.get());
    return code;
  }

  void poll(milliseconds time, curl_waitfd* watched = nullptr) {
    const auto count = static_cast<int>(std::min(time, longest_poll).count());
    curl_multi_poll(multi_.get(), watched, watched != nullptr ? 1 : 0, count, nullptr);
  }

  HttpOptions options_;
  std::unique_ptr<CURLM, MultiEnd> multi_;
  std::unique_ptr<CURL, EasyEnd> easy_;  ///< After `multi_`, so that it goes first.
  std::atomic<bool> interrupted_ = false;
  std::atomic<bool> woken_ = false;
  std::optional<std::chrono::seconds> retry_after_;
};

HttpClient::HttpClient(HttpOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
HttpClient::~HttpClient() = default;

Result<Response> HttpClient::get(const Request& request) { return impl_->get(request); }
std::optional<std::chrono::seconds> HttpClient::retry_after() const { return impl_->retry_after(); }
void HttpClient::wait_until(SteadyTime time, int descriptor) { impl_->wait_until(time, descriptor); }
void HttpClient::wake() { impl_->wake(); }
void HttpClient::interrupt() { impl_->interrupt(); }
bool HttpClient::interrupted() const { return impl_->interrupted(); }

void HttpClient::wait(std::chrono::milliseconds time) {
  impl_->wait_until(std::chrono::steady_clock::now() + time, -1);
}

}  // namespace lobby::net
