#include "net/failure.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/format.h"

namespace lobby::net {

namespace {

struct StatusName {
  long status;
  const char* name;
};

// RFC 9110 section 15, RFC 6585, RFC 7725.
constexpr std::array status_names = {
    StatusName{201, "Created"},
    StatusName{202, "Accepted"},
    StatusName{203, "Non-Authoritative Information"},
    StatusName{204, "No Content"},
    StatusName{205, "Reset Content"},
    StatusName{206, "Partial Content"},
    StatusName{300, "Multiple Choices"},
    StatusName{301, "Moved Permanently"},
    StatusName{302, "Found"},
    StatusName{303, "See Other"},
    StatusName{304, "Not Modified"},
    StatusName{307, "Temporary Redirect"},
    StatusName{308, "Permanent Redirect"},
    StatusName{400, "Bad Request"},
    StatusName{401, "Unauthorized"},
    StatusName{403, "Forbidden"},
    StatusName{404, "Not Found"},
    StatusName{405, "Method Not Allowed"},
    StatusName{406, "Not Acceptable"},
    StatusName{408, "Request Timeout"},
    StatusName{410, "Gone"},
    StatusName{414, "URI Too Long"},
    StatusName{429, "Too Many Requests"},
    StatusName{451, "Unavailable For Legal Reasons"},
    StatusName{500, "Internal Server Error"},
    StatusName{501, "Not Implemented"},
    StatusName{502, "Bad Gateway"},
    StatusName{503, "Service Unavailable"},
    StatusName{504, "Gateway Timeout"},
    StatusName{505, "HTTP Version Not Supported"},
    StatusName{511, "Network Authentication Required"},
};

// 403 is not among them: firewalls of portals answer it for minutes to whoever asks too often.
constexpr std::array<long, 8> lasting = {400, 401, 404, 405, 406, 410, 414, 451};

// The numbers are part of OpenSSL's interface (x509_vfy.h); libcurl hands them on as they are.
enum CertificateObjection : long {
  unasked = 1,  // libcurl objects by itself, to the name, before it has asked OpenSSL
  no_issuer = 2,
  not_yet_valid = 9,
  expired = 10,
  self_signed = 18,
  self_signed_in_chain = 19,
  no_local_issuer = 20,
  no_first_signature = 21,
  other_name = 62,
};

Error passing(std::string message) { return {ErrorKind::unavailable, std::move(message)}; }

Error certificate_error(const Failure& failure) {
  switch (failure.certificate) {
    case not_yet_valid:
      return passing(format("the certificate of {} is not valid yet: check the clock of this machine", failure.host));
    case expired:
      return passing(format("the certificate of {} has expired: check the clock of this machine, then tell the portal",
                            failure.host));
    case no_issuer:
    case self_signed:
    case self_signed_in_chain:
    case no_local_issuer:
    case no_first_signature:
      return passing(format(
          "the certificate of {} is signed by an authority this machine does not know: update ca-certificates, or "
          "name the certificate of the authority as ca_file in the config",
          failure.host));
    case unasked:
    case other_name:
      return passing(format("the certificate of {} is for another name: check the address", failure.host));
    default:
      return passing(format("the certificate of {} is not to be trusted: {}", failure.host, failure.detail));
  }
}

Error connection_error(const Failure& failure) {
  switch (failure.system_error) {
    case ECONNREFUSED:
      return passing(format("{} refused the connection: its web server is down", failure.host));
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ENETDOWN:
      return passing(format("there is no way to {}: check the cable and the network settings", failure.host));
    default:
      return passing(format("no connection to {}: {}", failure.host, failure.detail));
  }
}

double in_seconds(std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000.0; }

Error timeout_error(const Failure& failure, const Request& request, const HttpOptions& options) {
  if (!failure.connected) {
    return passing(format("{} could not be reached within {:.3g} s", failure.host,
                          in_seconds(std::min(options.connect_timeout, request.timeout))));
  }
  if (!failure.allowed) return passing(format("{} stopped sending for {} s", failure.host, options.stall.count()));
  if (*failure.allowed > request.timeout) {
    return passing(format("{} sends too slowly: {:.3g} s were not enough", failure.host, in_seconds(*failure.allowed)));
  }
  return passing(format("{} took longer than {:.3g} s to answer", failure.host, in_seconds(request.timeout)));
}

/// libcurl has one code for «a redirect to another protocol» and «an answer that is not HTTP».
Error protocol_error(const Failure& failure) {
  if (failure.status == 0) return passing(format("what {} answered is not HTTP", failure.host));
  if (failure.address.starts_with("http:")) {
    return {
        ErrorKind::refused,
        format("a redirect to {} leads from https to http, where no certificate stands for what comes: ask the portal "
               "to mend that, or give the http address in the config",
               failure.host)};
  }
  return {ErrorKind::refused, format("{} redirects to an address that is neither http nor https", failure.host)};
}

}  // namespace

Error transfer_error(const Failure& failure, const Request& request, const HttpOptions& options) {
  const std::string& host = failure.host;
  switch (failure.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return passing(format("the name {} could not be found (DNS)", host));
    case CURLE_COULDNT_CONNECT:
      return connection_error(failure);
    case CURLE_OPERATION_TIMEDOUT:
      return timeout_error(failure, request, options);
    case CURLE_PEER_FAILED_VERIFICATION:
      return certificate_error(failure);
    case CURLE_SSL_CONNECT_ERROR:
      return passing(format("no secure connection to {}: {}", host, failure.detail));
    case CURLE_SSL_CACERT_BADFILE:
      if (!options.ca_file.empty()) {
        return passing(format("the trusted certificates in {} cannot be read", options.ca_file.string()));
      }
      return passing("the trusted certificates of this machine cannot be read: install ca-certificates");
    case CURLE_TOO_MANY_REDIRECTS:
      return passing(format("{} redirects in circles (more than {} times)", host, max_redirects));
    case CURLE_UNSUPPORTED_PROTOCOL:
      return protocol_error(failure);
    case CURLE_URL_MALFORMAT:
      return passing(format("{} redirects to an address that makes no sense", host));
    case CURLE_FILESIZE_EXCEEDED:
      return {ErrorKind::refused, format("{} offers more than {} bytes", host, request.max_bytes)};
    case CURLE_GOT_NOTHING:
      return passing(format("{} closed the connection without an answer", host));
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
      return passing(format("{} broke off in the middle of the answer", host));
    default:
      return passing(format("fetching from {} failed: {}", host, failure.detail));
  }
}

Error status_error(long status, const std::string& host) {
  const std::string line = status_line(status);
  if (std::ranges::find(lasting, status) != lasting.end()) {
    return {ErrorKind::invalid, format("{} answered {}: check the address", host, line)};
  }
  if (status == 206) return passing(format("{} answered {} though the whole was asked for", host, line));
  if (status == 304) return passing(format("{} answered {} though no copy was mentioned", host, line));
  if (status >= 300 && status < 400) return passing(format("{} answered {} without saying where to", host, line));
  return passing(format("{} answered {}; trying again later", host, line));
}

std::string status_line(long status) {
  const auto* const found = std::ranges::find(status_names, status, &StatusName::status);
  return found == status_names.end() ? format("{}", status) : format("{} {}", status, found->name);
}

}  // namespace lobby::net
