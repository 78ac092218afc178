#include "net/http.h"

#include <gtest/gtest.h>
#include <httplib.h>

#include <cstdlib>
#include <future>
#include <thread>

#include "packed.h"
#include "print_error.h"
#include "raw_server.h"

namespace lobby::net {
namespace {

using namespace std::chrono_literals;

/// A well-behaved portal on the loopback.
class Portal {
 public:
  Portal() : port_(server.bind_to_any_port("127.0.0.1")), thread_([this] { server.listen_after_bind(); }) {
    while (!server.is_running()) std::this_thread::yield();
  }
  ~Portal() {
    server.stop();
    thread_.join();
  }
  std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

  httplib::Server server;

 private:
  int port_;
  std::thread thread_;
};

class Http : public testing::Test {
 protected:
  Http() {
    portal.server.Get("/rss.xml", [](const httplib::Request& request, httplib::Response& response) {
      response.set_header("ETag", "\"v1\"");
      response.set_header("Last-Modified", "Wed, 24 Jul 2024 01:00:00 GMT");
      response.set_header("Date", "Wed, 24 Jul 2024 02:00:00 GMT");
      if (request.get_header_value("If-None-Match") == "\"v1\"") {
        response.status = 304;
        return;
      }
      response.set_content("<rss>Tin tức</rss>", "application/rss+xml; charset=utf-8");
    });
  }

  Portal portal;
  HttpClient client;
};

TEST_F(Http, FetchesADocumentWithItsValidatorsTypeAndDate) {
  const Result<Response> response = client.get({.url = portal.url("/rss.xml")});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->status, Status::fetched);
  EXPECT_EQ(response->body, "<rss>Tin tức</rss>");
  EXPECT_EQ(response->content_type, "application/rss+xml; charset=utf-8");
  EXPECT_EQ(response->final_url, portal.url("/rss.xml"));
  EXPECT_EQ(response->etag, "\"v1\"");
  EXPECT_EQ(response->last_modified, "Wed, 24 Jul 2024 01:00:00 GMT");
  EXPECT_EQ(response->date, WallTime(1721786400s));
}

TEST(HttpDate, OfAnAnswerFromACacheIsThatOfTodayAndNotOfItsFirstDay) {
  RawServer portal(
      {{"HTTP/1.1 200 OK\r\nDate: Wed, 24 Jul 2024 02:00:00 GMT\r\nAge: 90\r\nContent-Length: 3\r\n\r\nTin"}});
  HttpClient client;
  const auto response = client.get({.url = portal.url()});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->date, WallTime(std::chrono::sys_days(std::chrono::year(2024) / 7 / 24) + 2h + 90s));
}

TEST_F(Http, AConditionalGetOfAnUnchangedDocumentMovesNoBody) {
  const Result<Response> response = client.get({.url = portal.url("/rss.xml"), .etag = "\"v1\""});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->status, Status::not_modified);
  EXPECT_EQ(response->body, "");
  EXPECT_EQ(response->etag, "\"v1\"");
}

TEST(HttpTraffic, OfAnUnchangedDocumentIsLessThanAKibibyteInBothDirections) {
  const std::string answer =
      "HTTP/1.1 304 Not Modified\r\nServer: nginx/1.22.1\r\nDate: Wed, 24 Jul 2024 02:00:00 GMT\r\n"
      "Last-Modified: Wed, 24 Jul 2024 01:00:00 GMT\r\nConnection: keep-alive\r\nETag: \"66a05250-1f3a\"\r\n"
      "Expires: Wed, 24 Jul 2024 02:10:00 GMT\r\nCache-Control: max-age=600\r\nX-Frame-Options: SAMEORIGIN\r\n\r\n";
  RawServer portal({{answer}});
  HttpClient client;
  const auto response = client.get({.url = portal.url("/tin-tuc-su-kien/rss/trang-chu.rss"),
                                    .etag = "\"66a05250-1f3a\"",
                                    .last_modified = "Wed, 24 Jul 2024 01:00:00 GMT"});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->status, Status::not_modified);
  EXPECT_LT(portal.requests(1).front().size() + answer.size(), 1024U);
}

TEST_F(Http, AnOldValidatorBringsTheNewDocument) {
  const Result<Response> response = client.get({.url = portal.url("/rss.xml"), .etag = "\"v0\""});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->status, Status::fetched);
}

TEST_F(Http, UnpacksGzip) {
  portal.server.Get("/zip", [](const httplib::Request& request, httplib::Response& response) {
    EXPECT_EQ(request.get_header_value("Accept-Encoding"), "gzip, br, zstd");
    response.set_content(std::string(100000, 'a'), "text/plain");
  });
  const Result<Response> response = client.get({.url = portal.url("/zip")});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->body, std::string(100000, 'a'));
}

TEST_F(Http, UnpacksBrotli) {
  portal.server.Get("/br", [](const httplib::Request&, httplib::Response& response) {
    response.set_header("Content-Encoding", "br");
    response.set_content(brotli_packed("<rss>Tin tức</rss>"), "application/octet-stream");
  });
  const Result<Response> response = client.get({.url = portal.url("/br")});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->body, "<rss>Tin tức</rss>");
}

TEST_F(Http, AskTellsWhatTheAnswerAskedForAsWell) {
  portal.server.Get("/busy", [](const httplib::Request&, httplib::Response& response) {
    response.status = 503;
    response.set_header("Retry-After", "120");
  });
  const auto busy = client.ask({.url = portal.url("/busy")});
  EXPECT_FALSE(busy.response);
  EXPECT_EQ(busy.retry_after, 120s);
  const auto good = client.ask({.url = portal.url("/rss.xml")});
  ASSERT_TRUE(good.response);
  EXPECT_EQ(good.retry_after, std::nullopt);
}

TEST_F(Http, IntroducesItselfAndAsksForVietnamese) {
  portal.server.Get("/who", [](const httplib::Request& request, httplib::Response& response) {
    response.set_content(request.get_header_value("User-Agent") + "|" + request.get_header_value("Accept") + "|" +
                             request.get_header_value("Accept-Language"),
                         "text/plain");
  });
  const Result<Response> response = client.get({.url = portal.url("/who"), .accept = "image/jpeg"});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_TRUE(response->body.starts_with("lobby-player/")) << response->body;
  EXPECT_TRUE(response->body.ends_with("|image/jpeg|vi, en;q=0.5")) << response->body;
}

TEST_F(Http, EscapesSpacesAndVietnameseLettersOnceAndDropsTheFragment) {
  portal.server.Get(".*", [](const httplib::Request& request, httplib::Response& response) {
    response.set_content(request.target, "text/plain");
  });
  const Result<Response> response = client.get({.url = portal.url("/ảnh/tin 1%20.jpg?a=b c#top")});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->body, "/%e1%ba%a3nh/tin%201%20.jpg?a=b+c");
}

TEST_F(Http, FollowsRedirectsAndCarriesTheirCookiesButForgetsThemAfterwards) {
  portal.server.Get("/gate", [](const httplib::Request& request, httplib::Response& response) {
    if (request.has_header("Cookie")) {
      response.set_content(request.get_header_value("Cookie"), "text/plain");
    } else {
      response.set_header("Set-Cookie", "D1N=abc; path=/");
      response.set_redirect("/gate");
    }
  });
  portal.server.Get("/cookie", [](const httplib::Request& request, httplib::Response& response) {
    response.set_content("cookie:" + request.get_header_value("Cookie"), "text/plain");
  });
  const Result<Response> gate = client.get({.url = portal.url("/gate")});
  ASSERT_TRUE(gate) << gate.error().message;
  EXPECT_EQ(gate->body, "D1N=abc");
  const Result<Response> later = client.get({.url = portal.url("/cookie")});
  ASSERT_TRUE(later) << later.error().message;
  EXPECT_EQ(later->body, "cookie:");
}

TEST_F(Http, GivesUpOnRedirectsInCircles) {
  portal.server.Get("/loop",
                    [](const httplib::Request&, httplib::Response& response) { response.set_redirect("/loop"); });
  const Result<Response> response = client.get({.url = portal.url("/loop")});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error(), (Error{ErrorKind::unavailable, "127.0.0.1 redirects in circles (more than 5 times)"}));
}

TEST_F(Http, RefusesABodyOverTheCapBeforeItIsSent) {
  portal.server.Get("/big", [](const httplib::Request&, httplib::Response& response) {
    response.set_content(std::string(2000, 'a'), "application/octet-stream");
  });
  const Result<Response> response = client.get({.url = portal.url("/big"), .max_bytes = 1999});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error(), (Error{ErrorKind::refused, "127.0.0.1 offers more than 1999 bytes"}));
  EXPECT_TRUE(client.get({.url = portal.url("/big"), .max_bytes = 2000}));
}

TEST_F(Http, IgnoresProxiesFromTheEnvironment) {
  setenv("http_proxy", "http://127.0.0.1:1", 1);
  const Result<Response> response = client.get({.url = portal.url("/rss.xml")});
  unsetenv("http_proxy");
  EXPECT_TRUE(response) << response.error().message;
}

struct BadAddress {
  const char* url;
  ErrorKind kind;
};

TEST_F(Http, AnswersBadAddressesWithoutTouchingTheNetwork) {
  const BadAddress cases[] = {
      {"", ErrorKind::invalid},
      {"portal.example/rss.xml", ErrorKind::invalid},
      {"http://", ErrorKind::invalid},
      {"http://a b/", ErrorKind::invalid},
      {"http://portal.example:99999/", ErrorKind::invalid},
      {"file:///etc/passwd", ErrorKind::refused},
      {"ftp://portal.example/rss.xml", ErrorKind::refused},
      {"javascript:alert(1)", ErrorKind::invalid},
  };
  for (const BadAddress& c : cases) {
    const Result<Response> response = client.get({.url = c.url});
    ASSERT_FALSE(response) << c.url;
    EXPECT_EQ(response.error().kind, c.kind) << c.url << ": " << response.error().message;
  }
}

TEST_F(Http, AValidatorWithALineBreakIsDroppedAndStartsNoHeaderOfItsOwn) {
  portal.server.Get("/headers", [](const httplib::Request& request, httplib::Response& response) {
    response.set_content(request.has_header("X-Evil") ? "evil" : "good", "text/plain");
  });
  const Result<Response> response = client.get({.url = portal.url("/headers"), .etag = "a\r\nX-Evil: 1"});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->body, "good");
}

TEST(HttpWait, EndsAtOnceOnAWakeThatCameBefore) {
  HttpClient client;
  client.wake();
  client.wait(1h);
}

TEST(HttpWait, EndsOnAWakeFromAnotherThread) {
  HttpClient client;
  std::thread waker([&] { client.wake(); });
  client.wait(1h);
  waker.join();
}

TEST(HttpWait, LastsAsLongAsItWasAskedTo) {
  HttpClient client;
  const auto start = std::chrono::steady_clock::now();
  client.wait(30ms);
  EXPECT_GE(std::chrono::steady_clock::now() - start, 30ms);
  client.wait_until(start);
}

TEST(HttpWait, NeverWaitsAfterAnInterrupt) {
  HttpClient client;
  client.interrupt();
  client.wait(1h);
  client.wait(1h);
  EXPECT_TRUE(client.interrupted());
}

}  // namespace
}  // namespace lobby::net
