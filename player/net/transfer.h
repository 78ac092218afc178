#pragma once

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "net/body.h"
#include "net/failure.h"
#include "net/http.h"

namespace lobby::net {

/// One request on its way: what libcurl is told before, what it hands over meanwhile, and the judgement after. Fetch
/// thread. Must outlive the transfer, and the easy handle must outlive it.
class Transfer {
 public:
  Transfer(CURL* easy, const Request& request, const HttpOptions& options);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  /// Sets what holds for every request; once in the life of an easy handle. (Not `curl_easy_reset` before each
  /// request: in 7.88 that leaks what switched the cookies on.)
  static void set_up(CURL* easy, const HttpOptions& options);

  /// Sets what belongs to this request. Errs on an address that is none (invalid) or not http(s) (refused).
  Result<void> prepare();

  /// When it is given up unless more arrives before; see Request.
  SteadyTime deadline() const;

  /// Whether it must be ended (with CURLE_OPERATION_TIMEDOUT): it is past its deadline, or sends what nobody reads.
  bool overdue(SteadyTime now);

  /// Lets go of the easy handle, which then may serve another transfer. Nothing else may be called afterwards.
  void release();

  /// What came of it, once libcurl has ended with `code`.
  Result<Response> response(CURLcode code);

  /// What the last answer asked for; a date is read against the server's own Date, for our clock may be wrong.
  std::optional<std::chrono::seconds> retry_after() const;

 private:
  static std::size_t receive(char* bytes, std::size_t one, std::size_t count, void* self);
  std::chrono::milliseconds allowed() const;
  bool start_body();
  void set_headers();
  void add_header(const char* name, const std::string& value);
  Failure failure(CURLcode code) const;
  Error unread_error() const;
  Result<Response> fetched();
  Response described() const;
  std::optional<WallTime> server_time() const;
  std::string header(const char* name) const;
  std::string address() const;
  std::string host() const;
  long status() const;

  struct ListEnd {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };

  CURL* easy_;
  const Request& request_;
  const HttpOptions& options_;
  std::unique_ptr<curl_slist, ListEnd> headers_;
  std::array<char, CURL_ERROR_SIZE> detail_{};
  std::unique_ptr<Body> body_;  ///< Made when the first byte of a body arrives.
  Coding coding_ = Coding::identity;
  SteadyTime started_ = {};
  std::size_t received_ = 0;     ///< Of a body that is read.
  std::size_t unread_ = 0;       ///< Of one that is not.
  bool late_ = false;            ///< It was past its deadline.
  std::string unwanted_coding_;  ///< A Content-Encoding that was not asked for and cannot be undone.
};

}  // namespace lobby::net
