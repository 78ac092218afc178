#pragma once

#include <curl/curl.h>

#include <chrono>
#include <optional>
#include <string>

#include "base/result.h"
#include "net/http.h"

/// Puts into words for an operator why a request gave nothing usable. Pure; any thread.
namespace lobby::net {

constexpr long max_redirects = 5;

/// What libcurl knows of a transfer that failed.
struct Failure {
  CURLcode code = CURLE_OK;
  std::string host = {};     ///< The one that was being spoken to.
  long status = 0;           ///< Of the last answer; 0 where there was none.
  long certificate = 0;      ///< OpenSSL's X509_V_ERR_… for the server's certificate.
  long system_error = 0;     ///< errno of the connection attempt.
  bool connected = false;    ///< TCP and, for https, TLS were up.
  std::string address = {};  ///< Where redirects had led to.
  std::optional<std::chrono::milliseconds> allowed = std::nullopt;  ///< The time that it had and that was too short.
  std::string detail = {};                                          ///< libcurl's own words.
};

/// The error of a transfer that libcurl gave up.
Error transfer_error(const Failure& failure, const Request& request, const HttpOptions& options);

/// The error of an answer that came through but is not what was asked for.
Error status_error(long status, const std::string& host);

/// «404 Not Found»; the bare number where it is not in the registry of RFC 9110.
std::string status_line(long status);

}  // namespace lobby::net
