#include "net/transfer.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>

#include "base/format.h"

namespace lobby::net {

namespace {

constexpr const char* protocols = "http,https";
constexpr const char* user_agent = "lobby-player/" LOBBY_VERSION;
constexpr long stall_bytes_per_second = 32;
constexpr std::size_t least_bytes_per_second = 64 * 1024;  ///< What earns more time.
constexpr std::chrono::milliseconds longest = std::chrono::minutes(5);
constexpr std::size_t most_unread = 64 * 1024;  ///< Of a body that comes with an error or a redirect.

struct UrlEnd {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, UrlEnd>;

std::string part(CURLU* url, CURLUPart which) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, 0) != CURLUE_OK) return {};
  std::string copy(text);
  curl_free(text);
  return copy;
}

/// The address as it goes on the wire: spaces and letters beyond ASCII escaped, without the fragment.
Result<std::string> wire_address(const std::string& address) {
  const Url url(curl_url());
  const CURLUcode outcome = curl_url_set(url.get(), CURLUPART_URL, address.c_str(),
                                         CURLU_URLENCODE | CURLU_ALLOW_SPACE | CURLU_NON_SUPPORT_SCHEME);
  if (outcome != CURLUE_OK || address.find('\0') != std::string::npos) {
    return fail(ErrorKind::invalid, format("«{}» is not an address: {}", address, curl_url_strerror(outcome)));
  }
  const std::string scheme = part(url.get(), CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") {
    return fail(ErrorKind::refused, format("«{}» is neither an http nor an https address", address));
  }
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  return part(url.get(), CURLUPART_URL);
}

std::optional<WallTime> http_date(const std::string& text) {
  const time_t seconds = text.empty() ? -1 : curl_getdate(text.c_str(), nullptr);
  if (seconds < 0) return std::nullopt;
  return WallTime(std::chrono::seconds(seconds));
}

void set_safety(CURL* easy, const HttpOptions& options) {
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, protocols);
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(easy, CURLOPT_MAXREDIRS, max_redirects);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!options.ca_file.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, options.ca_file.c_str());
}

void set_times(CURL* easy, const HttpOptions& options) {
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_timeout.count()));
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.stall.count()));
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, stall_bytes_per_second);
  // A name server that does not answer must hold up neither the timeout nor an interrupt: its thread is left to end
  // by itself.
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
}

}  // namespace

std::string host_of(const std::string& address) {
  const Url url(curl_url());
  curl_url_set(url.get(), CURLUPART_URL, address.c_str(), CURLU_NON_SUPPORT_SCHEME | CURLU_ALLOW_SPACE);
  return part(url.get(), CURLUPART_HOST);
}

Transfer::Transfer(CURL* easy, const Request& request, const HttpOptions& options)
    : easy_(easy), request_(request), options_(options) {}

Transfer::~Transfer() { release(); }

void Transfer::release() {
  if (easy_ == nullptr) return;
  // The handle lives on and must not keep pointers into this.
  curl_easy_setopt(easy_, CURLOPT_WRITEDATA, nullptr);
  curl_easy_setopt(easy_, CURLOPT_ERRORBUFFER, nullptr);
  curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, nullptr);
  easy_ = nullptr;
}

void Transfer::set_up(CURL* easy, const HttpOptions& options) {
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
  // A few requests at a time gain nothing from HTTP/2.
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
  curl_easy_setopt(easy, CURLOPT_HTTP_CONTENT_DECODING, 0L);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, user_agent);
  set_safety(easy, options);
  set_times(easy, options);
  // Many hosts set a cookie and redirect to the same page; without a cookie they would do so for ever.
  curl_easy_setopt(easy, CURLOPT_COOKIEFILE, "");
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Transfer::receive);
}

Result<void> Transfer::prepare() {
  const Result<std::string> url = wire_address(request_.url);
  if (!url) return std::unexpected(url.error());
  curl_easy_setopt(easy_, CURLOPT_URL, url->c_str());
  curl_easy_setopt(easy_, CURLOPT_REDIR_PROTOCOLS_STR, url->starts_with("https:") ? "https" : protocols);
  curl_easy_setopt(easy_, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request_.max_bytes));
  curl_easy_setopt(easy_, CURLOPT_COOKIELIST, "ALL");  // forgets those of the request before
  set_headers();
  curl_easy_setopt(easy_, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(easy_, CURLOPT_ERRORBUFFER, detail_.data());
  started_ = std::chrono::steady_clock::now();
  return {};
}

std::chrono::milliseconds Transfer::allowed() const {
  const std::chrono::milliseconds earned(received_ * 1000 / least_bytes_per_second);
  return std::max(request_.timeout, std::min(earned, longest));
}

SteadyTime Transfer::deadline() const { return started_ + allowed(); }

bool Transfer::overdue(SteadyTime now) {
  late_ = now >= deadline();
  if (status() != 200) {
    // What comes with a redirect libcurl reads by itself.
    curl_off_t downloaded = 0;
    curl_easy_getinfo(easy_, CURLINFO_SIZE_DOWNLOAD_T, &downloaded);
    unread_ = std::max(unread_, static_cast<std::size_t>(downloaded));
  }
  return late_ || unread_ > most_unread;
}

void Transfer::set_headers() {
  add_header("Accept", request_.accept.empty() ? "*/*" : request_.accept);
  add_header("Accept-Encoding", accepted_codings);
  add_header("Accept-Language", "vi, en;q=0.5");
  if (!request_.etag.empty()) add_header("If-None-Match", request_.etag);
  if (!request_.last_modified.empty()) add_header("If-Modified-Since", request_.last_modified);
  curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers_.get());
}

void Transfer::add_header(const char* name, const std::string& value) {
  // Validators come from servers by way of a file: a line break in one must not start a header of its own.
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  if (std::ranges::any_of(value, control)) return;
  curl_slist* const longer = curl_slist_append(headers_.get(), format("{}: {}", name, value).c_str());
  if (longer == nullptr) return;
  static_cast<void>(headers_.release());
  headers_.reset(longer);
}

std::size_t Transfer::receive(char* bytes, std::size_t one, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::size_t size = one * count;
  if (transfer.status() != 200) {
    // The page that comes with an error status is nobody's reading.
    transfer.unread_ += size;
    return transfer.unread_ <= most_unread ? size : size + 1;
  }
  transfer.received_ += size;
  if (!transfer.body_ && !transfer.start_body()) return size + 1;
  return transfer.body_->append({bytes, size}) ? size : size + 1;
}

bool Transfer::start_body() {
  const std::string coding = header("content-encoding");
  for (const char* const known : {"deflate", "compress"}) {
    if (coding == known) unwanted_coding_ = coding;
  }
  coding_ = coding_named(coding);
  // Any other name («none», «utf-8») is a mistake of the server's settings; browsers read on, and so do we.
  body_ = std::make_unique<Body>(coding_, request_.max_bytes);
  return unwanted_coding_.empty();
}

Result<Response> Transfer::response(CURLcode code) {
  if (!unwanted_coding_.empty()) {
    return fail(ErrorKind::unavailable, format("{} packed its answer as {} unasked", host(), unwanted_coding_));
  }
  // Newer versions of libcurl count what comes themselves, also where no length was said.
  if (body_ && (body_->state() == BodyState::too_large || code == CURLE_FILESIZE_EXCEEDED)) {
    return fail(ErrorKind::refused, format("{} sent more than {} bytes", host(), request_.max_bytes));
  }
  if (body_ && body_->state() == BodyState::broken) {
    return fail(ErrorKind::unavailable, format("{} sent a damaged {} body", host(), to_string(coding_)));
  }
  if (unread_ > most_unread) return std::unexpected(unread_error());
  if (code != CURLE_OK) return std::unexpected(transfer_error(failure(code), request_, options_));
  if (status() == 200) return fetched();
  if (status() != 304 || (request_.etag.empty() && request_.last_modified.empty())) {
    return std::unexpected(status_error(status(), host()));
  }
  Response unchanged = described();
  unchanged.status = Status::not_modified;
  if (unchanged.etag.empty()) unchanged.etag = request_.etag;
  if (unchanged.last_modified.empty()) unchanged.last_modified = request_.last_modified;
  return unchanged;
}

Error Transfer::unread_error() const {
  if (header("location").empty()) return status_error(status(), host());
  return {ErrorKind::unavailable, format("{} redirects and then sends without end", host())};
}

Result<Response> Transfer::fetched() {
  if (body_ && !body_->complete()) {
    return fail(ErrorKind::unavailable, format("the {} body that {} sent is cut short", to_string(coding_), host()));
  }
  Response response = described();
  if (body_) response.body = body_->taken();
  if (response.body.empty()) {
    return fail(ErrorKind::unavailable, format("{} answered 200 OK with nothing in it", host()));
  }
  return response;
}

Response Transfer::described() const {
  return {.body = {},
          .content_type = header("content-type"),
          .final_url = address(),
          .etag = header("etag"),
          .last_modified = header("last-modified"),
          .date = server_time()};
}

/// Its Date, and how long the answer has lain in a cache since (RFC 9111, Age).
std::optional<WallTime> Transfer::server_time() const {
  const auto date = http_date(header("date"));
  const std::string text = header("age");
  int seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  return date ? std::optional(*date + std::chrono::seconds(std::max(0, seconds))) : std::nullopt;
}

std::optional<std::chrono::seconds> Transfer::retry_after() const {
  const std::string text = header("retry-after");
  long seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (!text.empty() && error == std::errc{} && end == text.data() + text.size() && seconds >= 0) {
    return std::chrono::seconds(seconds);
  }
  const std::optional<WallTime> until = http_date(text);
  const std::optional<WallTime> now = http_date(header("date"));
  if (!until || !now || *until < *now) return std::nullopt;
  return *until - *now;
}

Failure Transfer::failure(CURLcode code) const {
  Failure failure{.code = code, .host = host(), .status = status(), .detail = detail_.data()};
  if (failure.detail.empty()) failure.detail = curl_easy_strerror(code);
  curl_off_t connected = 0;
  curl_easy_getinfo(easy_, CURLINFO_SSL_VERIFYRESULT, &failure.certificate);
  curl_easy_getinfo(easy_, CURLINFO_OS_ERRNO, &failure.system_error);
  curl_easy_getinfo(easy_, CURLINFO_PRETRANSFER_TIME_T, &connected);
  failure.connected = connected > 0;
  failure.address = address();
  if (late_) failure.allowed = allowed();
  return failure;
}

std::string Transfer::header(const char* name) const {
  curl_header* found = nullptr;
  const bool present = curl_easy_header(easy_, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK;
  return present ? std::string(found->value) : std::string();
}

std::string Transfer::address() const {
  const char* url = nullptr;
  curl_easy_getinfo(easy_, CURLINFO_EFFECTIVE_URL, &url);
  return url == nullptr ? request_.url : url;
}

std::string Transfer::host() const {
  std::string last = host_of(address());
  return last.empty() ? host_of(request_.url) : last;
}

long Transfer::status() const {
  long status = 0;
  curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

}  // namespace lobby::net
