#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"

/// Moves bytes and never looks into them.
namespace lobby::net {

/// One conditional GET. The validators are those of the copy that the caller holds; empty means that it holds none.
///
/// A large body over a slow line may take longer than `timeout`, up to five minutes, as long as 64 KiB a second have
/// arrived on average since the start.
struct Request {
  std::string url;  ///< http or https; spaces and Vietnamese letters in it are escaped.
  std::string etag = {};
  std::string last_modified = {};
  std::size_t max_bytes = std::size_t{10} << 20U;                ///< Of the body after decompression.
  std::chrono::milliseconds timeout = std::chrono::seconds(30);  ///< For all of it, redirects included; see below.
  std::string accept = {};                                       ///< Media types; empty means anything.
};

enum class Status { fetched, not_modified };

/// A body that arrived whole as far as HTTP can tell, or the news that the caller's copy is still good. «Whole» means
/// that Content-Length, the last chunk and the gzip checksum agree with it where the server sent them; a plain body
/// that ends with the connection proves nothing, so a document must still parse to its end.
struct Response {
  Status status = Status::fetched;
  std::string body;  ///< Decompressed; never empty when fetched, empty when not modified.
  std::string content_type;
  std::string final_url;  ///< After redirects.
  std::string etag;       ///< The validators for next time; a 304 that names none repeats the caller's.
  std::string last_modified;
  std::optional<WallTime> date;  ///< The time by the server's clock. A witness, never to set a clock by.
};

/// What differs between sites and tests. The defaults are for the field.
struct HttpOptions {
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(10);
  std::chrono::seconds stall = std::chrono::seconds(15);  ///< A transfer slower than 32 B/s for so long is given up.
  std::filesystem::path ca_file = {};                     ///< Roots (PEM) trusted besides the system's; or empty.
};

/// The HTTP client of the fetch thread and the place where that thread sleeps. All members belong to that thread,
/// but for `wake` and `interrupt`.
///
/// Certificates are always verified; at most five redirects are followed, to http and https only, and from an https
/// address to https only, for a certificate must stand for every hop; proxies from the environment are ignored; a
/// cookie lives as long as the redirects of one request. Connections and TLS sessions are kept for reuse.
class HttpClient {
 public:
  explicit HttpClient(HttpOptions options = {});
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Blocks until the answer is there or the request has failed, before all that waits. Errs with a reason for an
  /// operator:
  /// * unavailable for what may pass (no network, DNS, TLS, 5xx, timeouts, a body cut short, an interrupt),
  /// * refused for a body over `max_bytes`, another protocol than http(s), and a forbidden redirect,
  /// * invalid for a URL that is none and for answers that do not pass by themselves (404, 410, 401, …).
  Result<Response> get(const Request& request);

  struct Finished {
    std::size_t ticket = 0;                           ///< Of `start`.
    Result<Response> response;                        ///< As from `get`.
    std::optional<std::chrono::seconds> retry_after;  ///< What the answer asked for (429, 503 and redirects).
  };
  /// The same as `get` with what the answer asked for besides; the ticket says nothing.
  Finished ask(const Request& request);

  /// Starts a request that runs beside others: at most six at a time (answers that no one took count, so that memory
  /// is bounded), two to a host; more wait their turn. It moves on while a `get` or a `next` waits. All that was
  /// started must be taken before the thread sleeps.
  /// `ticket` is the caller's own number for it.
  void start(std::size_t ticket, Request request);

  /// Blocks until one of the started requests has ended; nothing when none is left, at `time`, when `descriptor` is
  /// readable (-1 watches none), or after an interrupt.
  std::optional<Finished> next(SteadyTime time = SteadyTime::max(), int descriptor = -1);

  /// Whether something that was started has not been taken yet.
  bool busy() const;

  /// Sleeps for the time given; a `wake` since the last wait, or an `interrupt`, ends it at once.
  void wait(std::chrono::milliseconds time);

  /// The same up to a point of steady time. It also ends when `descriptor` is readable; -1 watches none.
  void wait_until(SteadyTime time, int descriptor = -1);

  /// Ends the present or the next wait; a running `get` goes on. Any thread.
  void wake();

  /// Ends the running get and wait; from then on every get errs (unavailable, «interrupted») and no wait waits.
  /// Final. Any thread.
  void interrupt();

  /// Whether `interrupt` was called. Any thread.
  bool interrupted() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// The host that an address names; empty where there is none. Any thread.
std::string host_of(const std::string& address);

}  // namespace lobby::net
