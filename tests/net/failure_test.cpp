#include "net/failure.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "print_error.h"

namespace lobby::net {
namespace {

using namespace std::chrono_literals;

struct Failing {
  Failure failure;
  ErrorKind kind;
  const char* message;
};

Failure certificate(long objection) {
  return {.code = CURLE_PEER_FAILED_VERIFICATION, .host = "portal.example", .certificate = objection, .detail = "why"};
}
Failure unconnected(long system_error) {
  return {.code = CURLE_COULDNT_CONNECT, .host = "portal.example", .system_error = system_error, .detail = "why"};
}

const Failing failures[] = {
    {{.code = CURLE_COULDNT_RESOLVE_HOST, .host = "portal.example"},
     ErrorKind::unavailable,
     "the name portal.example could not be found (DNS)"},
    {unconnected(ECONNREFUSED), ErrorKind::unavailable,
     "portal.example refused the connection: its web server is down"},
    {unconnected(ENETUNREACH), ErrorKind::unavailable,
     "there is no way to portal.example: check the cable and the network settings"},
    {unconnected(0), ErrorKind::unavailable, "no connection to portal.example: why"},
    {certificate(9), ErrorKind::unavailable,
     "the certificate of portal.example is not valid yet: check the clock of this machine"},
    {certificate(10), ErrorKind::unavailable,
     "the certificate of portal.example has expired: check the clock of this machine, then tell the portal"},
    {certificate(18), ErrorKind::unavailable,
     "the certificate of portal.example is signed by an authority this machine does not know: update "
     "ca-certificates, or name the certificate of the authority as ca_file in the config"},
    {certificate(1), ErrorKind::unavailable,
     "the certificate of portal.example is for another name: check the address"},
    {certificate(23), ErrorKind::unavailable, "the certificate of portal.example is not to be trusted: why"},
    {{.code = CURLE_OPERATION_TIMEDOUT, .host = "portal.example"},
     ErrorKind::unavailable,
     "portal.example could not be reached within 10 s"},
    {{.code = CURLE_OPERATION_TIMEDOUT, .host = "portal.example", .connected = true},
     ErrorKind::unavailable,
     "portal.example stopped sending for 15 s"},
    {{.code = CURLE_OPERATION_TIMEDOUT, .host = "portal.example", .connected = true, .allowed = 30s},
     ErrorKind::unavailable,
     "portal.example took longer than 30 s to answer"},
    {{.code = CURLE_OPERATION_TIMEDOUT, .host = "portal.example", .connected = true, .allowed = 90s},
     ErrorKind::unavailable,
     "portal.example sends too slowly: 90 s were not enough"},
    {{.code = CURLE_UNSUPPORTED_PROTOCOL, .host = "portal.example", .status = 302},
     ErrorKind::refused,
     "portal.example redirects to an address that is neither http nor https"},
    {{.code = CURLE_UNSUPPORTED_PROTOCOL, .host = "portal.example", .status = 302, .address = "http://portal.example/"},
     ErrorKind::refused,
     "a redirect to portal.example leads from https to http, where no certificate stands for what comes: ask the "
     "portal "
     "to mend that, or give the http address in the config"},
    {{.code = CURLE_FILESIZE_EXCEEDED, .host = "portal.example"},
     ErrorKind::refused,
     "portal.example offers more than 10485760 bytes"},
    {{.code = CURLE_BAD_FUNCTION_ARGUMENT, .host = "portal.example", .detail = "why"},
     ErrorKind::unavailable,
     "fetching from portal.example failed: why"},
};

TEST(TransferError, SaysInPlainWordsWhatToDo) {
  for (const Failing& c : failures) {
    EXPECT_EQ(transfer_error(c.failure, Request{}, HttpOptions{}), (Error{c.kind, c.message})) << c.message;
  }
}

struct StatusCase {
  long status;
  ErrorKind kind;
  const char* message;
};

const StatusCase status_cases[] = {
    {404, ErrorKind::invalid, "portal.example answered 404 Not Found: check the address"},
    {410, ErrorKind::invalid, "portal.example answered 410 Gone: check the address"},
    {403, ErrorKind::unavailable, "portal.example answered 403 Forbidden; trying again later"},
    {429, ErrorKind::unavailable, "portal.example answered 429 Too Many Requests; trying again later"},
    {503, ErrorKind::unavailable, "portal.example answered 503 Service Unavailable; trying again later"},
    {599, ErrorKind::unavailable, "portal.example answered 599; trying again later"},
    {204, ErrorKind::unavailable, "portal.example answered 204 No Content; trying again later"},
    {206, ErrorKind::unavailable, "portal.example answered 206 Partial Content though the whole was asked for"},
    {302, ErrorKind::unavailable, "portal.example answered 302 Found without saying where to"},
    {304, ErrorKind::unavailable, "portal.example answered 304 Not Modified though no copy was mentioned"},
};

TEST(StatusError, TellsWhatPassesFromWhatStays) {
  for (const StatusCase& c : status_cases) {
    EXPECT_EQ(status_error(c.status, "portal.example"), (Error{c.kind, c.message})) << c.status;
  }
}

}  // namespace
}  // namespace lobby::net
