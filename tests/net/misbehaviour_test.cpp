#include <dlfcn.h>
#include <gtest/gtest.h>
#include <netdb.h>

#include <future>
#include <string_view>
#include <thread>

#include "net/http.h"
#include "packed.h"
#include "print_error.h"
#include "raw_server.h"

namespace {

std::promise<void>* name_asked_for = nullptr;
std::shared_future<void> name_server_gives_up;

}  // namespace

/// Stands before the resolver of the C library, which libcurl calls on a thread of its own, so that no test asks a
/// real name server: «slow.example» is answered only when the test says so, and no other name ends in «.example».
extern "C" int getaddrinfo(const char* name, const char* service, const addrinfo* hints, addrinfo** found) {
  if (name == nullptr || !std::string_view(name).ends_with(".example")) {
    static const auto real = reinterpret_cast<decltype(&getaddrinfo)>(dlsym(RTLD_NEXT, "getaddrinfo"));
    return real(name, service, hints, found);
  }
  if (std::string_view(name) == "slow.example") {
    const std::shared_future<void> end = name_server_gives_up;
    name_asked_for->set_value();
    end.wait();
  }
  return EAI_NONAME;
}

namespace lobby::net {
namespace {

using namespace std::chrono_literals;

struct Misbehaviour {
  const char* what;
  std::string answer;
  ErrorKind kind;
  const char* message;
};

std::string with_length(const std::string& head, const std::string& body) {
  return "HTTP/1.1 " + head + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

const std::string half_gzip = gzipped(std::string(5000, 'a')).substr(0, 20);

const Misbehaviour misbehaviours[] = {
    {"a body shorter than announced", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", ErrorKind::unavailable,
     "127.0.0.1 broke off in the middle of the answer"},
    {"chunks without an end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
     ErrorKind::unavailable, "127.0.0.1 broke off in the middle of the answer"},
    {"gzip cut short under a right length", with_length("200 OK\r\nContent-Encoding: gzip", half_gzip),
     ErrorKind::unavailable, "the gzip body that 127.0.0.1 sent is cut short"},
    {"gzip cut short by the end of the connection", "HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + half_gzip,
     ErrorKind::unavailable, "the gzip body that 127.0.0.1 sent is cut short"},
    {"gzip that is none", with_length("200 OK\r\nContent-Encoding: gzip", "<rss/>"), ErrorKind::unavailable,
     "127.0.0.1 sent a damaged gzip body"},
    {"brotli that is none", with_length("200 OK\r\nContent-Encoding: br", std::string(100, '\xff')),
     ErrorKind::unavailable, "127.0.0.1 sent a damaged brotli body"},
    {"deflate unasked", with_length("200 OK\r\nContent-Encoding: deflate", "abc"), ErrorKind::unavailable,
     "127.0.0.1 packed its answer as deflate unasked"},
    {"an empty body", with_length("200 OK", ""), ErrorKind::unavailable,
     "127.0.0.1 answered 200 OK with nothing in it"},
    {"an empty body packed", with_length("200 OK\r\nContent-Encoding: gzip", gzipped("")), ErrorKind::unavailable,
     "127.0.0.1 answered 200 OK with nothing in it"},
    {"a part unasked", with_length("206 Partial Content\r\nContent-Range: bytes 0-2/9", "abc"), ErrorKind::unavailable,
     "127.0.0.1 answered 206 Partial Content though the whole was asked for"},
    {"not modified unasked", "HTTP/1.1 304 Not Modified\r\n\r\n", ErrorKind::unavailable,
     "127.0.0.1 answered 304 Not Modified though no copy was mentioned"},
    {"a redirect to nowhere", with_length("302 Found", "moved"), ErrorKind::unavailable,
     "127.0.0.1 answered 302 Found without saying where to"},
    {"a redirect to a file", with_length("302 Found\r\nLocation: file:///etc/passwd", ""), ErrorKind::refused,
     "127.0.0.1 redirects to an address that is neither http nor https"},
    {"a redirect to nonsense", with_length("302 Found\r\nLocation: http://:::/", ""), ErrorKind::unavailable,
     "127.0.0.1 redirects to an address that makes no sense"},
    {"no answer", "", ErrorKind::unavailable, "127.0.0.1 closed the connection without an answer"},
    {"no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", ErrorKind::unavailable, "what 127.0.0.1 answered is not HTTP"},
    {"a page that is gone", with_length("410 Gone", "gone"), ErrorKind::invalid,
     "127.0.0.1 answered 410 Gone: check the address"},
    {"a server in trouble", with_length("500 Internal Server Error", "<html>"), ErrorKind::unavailable,
     "127.0.0.1 answered 500 Internal Server Error; trying again later"},
    {"an announced body over the cap", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", ErrorKind::refused,
     "127.0.0.1 offers more than 1000 bytes"},
    {"a body over the cap without a length", "HTTP/1.0 200 OK\r\n\r\n" + std::string(1001, 'a'), ErrorKind::refused,
     "127.0.0.1 sent more than 1000 bytes"},
    {"a small body that unpacks over the cap",
     with_length("200 OK\r\nContent-Encoding: gzip", gzipped(std::string(100000, 'a'))), ErrorKind::refused,
     "127.0.0.1 sent more than 1000 bytes"},
};

TEST(HttpMisbehaviour, IsAnErrorWithAPlainReason) {
  HttpClient client;
  for (const Misbehaviour& c : misbehaviours) {
    RawServer server({{c.answer}});
    const Result<Response> response = client.get({.url = server.url(), .max_bytes = 1000});
    ASSERT_FALSE(response) << c.what;
    EXPECT_EQ(response.error(), (Error{c.kind, c.message})) << c.what;
  }
}

TEST(HttpMisbehaviour, OfASettingThatBrowsersIgnoreIsIgnored) {
  RawServer server({{with_length("200 OK\r\nContent-Encoding: utf-8", "Tin tức")}});
  HttpClient client;
  const Result<Response> response = client.get({.url = server.url()});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->body, "Tin tức");
}

TEST(HttpFailure, ADeadPortIsAServerThatIsDown) {
  HttpClient client;
  const Result<Response> response = client.get({.url = "http://127.0.0.1:" + std::to_string(dead_port()) + "/"});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error(),
            (Error{ErrorKind::unavailable, "127.0.0.1 refused the connection: its web server is down"}));
}

TEST(HttpFailure, AnUnknownNameIsADnsFailure) {
  HttpClient client;
  const Result<Response> response = client.get({.url = "http://nowhere.example/"});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error(), (Error{ErrorKind::unavailable, "the name nowhere.example could not be found (DNS)"}));
}

TEST(HttpFailure, ASlowServerIsGivenUpAtTheTimeout) {
  RawServer server({{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbeginning", Then::hold}});
  HttpClient client;
  const Result<Response> response = client.get({.url = server.url(), .timeout = 50ms});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error(), (Error{ErrorKind::unavailable, "127.0.0.1 took longer than 0.05 s to answer"}));
}

TEST(HttpFailure, AStalledTransferIsGivenUpBeforeTheTimeout) {
  RawServer server({{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbeginning", Then::hold}});
  HttpClient client({.stall = 1s});
  const Result<Response> response = client.get({.url = server.url(), .timeout = 1h});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error(), (Error{ErrorKind::unavailable, "127.0.0.1 stopped sending for 1 s"}));
}

TEST(HttpFailure, AServerThatTricklesIsGivenUpAtTheTimeout) {
  RawServer server({{"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", Then::repeat, "a", 5ms}});
  HttpClient client;
  const auto start = std::chrono::steady_clock::now();
  const Result<Response> response = client.get({.url = server.url(), .timeout = 100ms});
  EXPECT_LT(std::chrono::steady_clock::now() - start, 10s);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error(), (Error{ErrorKind::unavailable, "127.0.0.1 took longer than 0.1 s to answer"}));
}

TEST(HttpFailure, ASlowButSteadyTransferMayTakeLongerThanTheTimeout) {
  const std::string piece(64 * 1024, 'a');
  RawServer server({{"HTTP/1.0 200 OK\r\nContent-Length: 1310720\r\n\r\n", Then::repeat, piece, 20ms}});
  HttpClient client;
  const auto start = std::chrono::steady_clock::now();
  const Result<Response> response = client.get({.url = server.url(), .timeout = 300ms});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_GT(std::chrono::steady_clock::now() - start, 300ms);
  EXPECT_EQ(response->body.size(), 1310720U);
}

TEST(HttpFailure, ASteadyTransferThatTurnsToATrickleIsGivenUpWhenItHasUsedUpWhatItEarned) {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + std::string(32 * 1024, 'a');
  RawServer server({{head, Then::repeat, "a", 5ms}});
  HttpClient client;
  const Result<Response> response = client.get({.url = server.url(), .timeout = 100ms});
  ASSERT_FALSE(response);
  EXPECT_TRUE(response.error().message.starts_with("127.0.0.1 sends too slowly: 0.5")) << response.error().message;
}

TEST(HttpMisbehaviour, AnEndlessPageWithAnErrorIsNotReadAndJudgedByItsStatus) {
  RawServer server({{"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 120\r\n\r\n", Then::repeat,
                     std::string(64 * 1024, 'x'), 0ms}});
  HttpClient client;
  const auto finished = client.ask({.url = server.url()});
  ASSERT_FALSE(finished.response);
  EXPECT_EQ(finished.response.error(),
            (Error{ErrorKind::unavailable, "127.0.0.1 answered 503 Service Unavailable; trying again later"}));
  EXPECT_EQ(finished.retry_after, 120s);
  EXPECT_LT(server.sent(), 16U << 20U) << "what the sockets hold";
}

TEST(HttpMisbehaviour, AnEndlessRedirectIsNotReadEither) {
  const std::string chunk = "8000\r\n" + std::string(32 * 1024, 'x') + "\r\n";
  RawServer server(
      {{"HTTP/1.1 302 Found\r\nLocation: /a\r\nTransfer-Encoding: chunked\r\n\r\n", Then::repeat, chunk, 0ms}});
  HttpClient client;
  const Result<Response> response = client.get({.url = server.url()});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error(), (Error{ErrorKind::unavailable, "127.0.0.1 redirects and then sends without end"}));
  EXPECT_LT(server.sent(), 16U << 20U) << "what the sockets hold";
}

TEST(HttpFailure, LeavesTheClientReadyForTheNextRequest) {
  RawServer server({{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ncut"}, {with_length("200 OK", "whole")}});
  HttpClient client;
  EXPECT_FALSE(client.get({.url = server.url()}));
  const Result<Response> second = client.get({.url = server.url()});
  ASSERT_TRUE(second) << second.error().message;
  EXPECT_EQ(second->body, "whole");
}

TEST(HttpInterrupt, EndsARunningGetWithinATenthOfASecond) {
  RawServer server({{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nbeginning", Then::hold}});
  HttpClient client;
  std::future<Result<Response>> got =
      std::async(std::launch::async, [&] { return client.get({.url = server.url(), .timeout = 1h}); });
  server.requests(1);
  const auto start = std::chrono::steady_clock::now();
  client.interrupt();
  const Result<Response> response = got.get();
  EXPECT_LT(std::chrono::steady_clock::now() - start, 100ms);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error(), (Error{ErrorKind::unavailable, "interrupted"}));
  EXPECT_EQ(client.get({.url = server.url()}).error(), (Error{ErrorKind::unavailable, "interrupted"}));
}

TEST(HttpInterrupt, DoesNotWaitForANameServer) {
  std::promise<void> asked;
  std::promise<void> gives_up;
  name_asked_for = &asked;
  name_server_gives_up = gives_up.get_future().share();
  HttpClient client;
  std::future<Result<Response>> got =
      std::async(std::launch::async, [&] { return client.get({.url = "http://slow.example/"}); });
  asked.get_future().wait();
  const auto start = std::chrono::steady_clock::now();
  client.interrupt();
  EXPECT_EQ(got.get().error(), (Error{ErrorKind::unavailable, "interrupted"}));
  EXPECT_LT(std::chrono::steady_clock::now() - start, 100ms);
  gives_up.set_value();
}

TEST(HttpTimeout, DoesNotWaitForANameServerEither) {
  std::promise<void> asked;
  std::promise<void> gives_up;
  name_asked_for = &asked;
  name_server_gives_up = gives_up.get_future().share();
  HttpClient client;
  const Result<Response> response = client.get({.url = "http://slow.example/", .timeout = 50ms});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error(), (Error{ErrorKind::unavailable, "slow.example could not be reached within 0.05 s"}));
  asked.get_future().wait();
  gives_up.set_value();
}

}  // namespace
}  // namespace lobby::net
