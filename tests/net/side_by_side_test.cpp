#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <future>
#include <map>
#include <thread>

#include "net/http.h"
#include "print_error.h"
#include "raw_server.h"

namespace lobby::net {
namespace {

using namespace std::chrono_literals;

std::string answer(const std::string& body) {
  return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// A portal that counts how many it serves at once.
class CountingPortal {
 public:
  CountingPortal() : port_(server_.bind_to_any_port("127.0.0.1")) {
    server_.Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
      const int now = ++serving_;
      for (int most = most_; now > most && !most_.compare_exchange_weak(most, now);) continue;
      std::this_thread::sleep_for(30ms);
      --serving_;
      response.set_content("body of " + request.path, "text/plain");
    });
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
  }
  ~CountingPortal() {
    server_.stop();
    thread_.join();
  }
  std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
  int most() const { return most_; }

 private:
  httplib::Server server_;
  int port_;
  std::atomic<int> serving_ = 0;
  std::atomic<int> most_ = 0;
  std::thread thread_;
};

TEST(SideBySide, EveryRequestIsAnsweredOnceUnderItsTicket) {
  const CountingPortal portal;
  HttpClient client;
  for (std::size_t ticket = 0; ticket < 20; ++ticket) client.start(ticket, {portal.url("/" + std::to_string(ticket))});
  std::map<std::size_t, std::string> bodies;
  while (auto finished = client.next()) {
    ASSERT_TRUE(finished->response) << finished->response.error().message;
    EXPECT_TRUE(bodies.emplace(finished->ticket, finished->response->body).second);
  }
  ASSERT_EQ(bodies.size(), 20U);
  for (const auto& [ticket, body] : bodies) EXPECT_EQ(body, "body of /" + std::to_string(ticket));
}

TEST(SideBySide, AHostIsAskedByTwoAtATime) {
  const CountingPortal portal;
  HttpClient client;
  for (std::size_t ticket = 0; ticket < 12; ++ticket) client.start(ticket, {portal.url("/a")});
  while (client.next()) continue;
  EXPECT_EQ(portal.most(), 2);
}

TEST(SideBySide, AHostThatHangsHoldsUpNoOther) {
  RawServer hanging({{"", Then::hold}});
  RawServer good({{answer("tin tức")}});
  HttpClient client;
  client.start(1, {.url = hanging.url(), .timeout = 3s});
  client.start(2, {.url = "http://localhost:" + std::to_string(good.port()) + "/", .timeout = 3s});
  const auto began = std::chrono::steady_clock::now();
  const auto first = client.next();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->ticket, 2U);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 2s);
  const auto second = client.next();
  ASSERT_TRUE(second);
  EXPECT_EQ(second->ticket, 1U);
  EXPECT_FALSE(second->response);
  EXPECT_FALSE(client.next());
}

TEST(SideBySide, AGetGoesBeforeAllThatWaits) {
  const CountingPortal portal;
  HttpClient client;
  for (std::size_t ticket = 0; ticket < 12; ++ticket) client.start(ticket, {portal.url("/" + std::to_string(ticket))});
  const auto response = client.get({portal.url("/anh.jpg")});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->body, "body of /anh.jpg");
  int left = 0;
  while (client.next()) ++left;
  EXPECT_EQ(left, 12) << "none is lost";
}

TEST(SideBySide, ABadAddressIsAnsweredToo) {
  HttpClient client;
  client.start(7, {"ftp://portal.example/"});
  const auto finished = client.next();
  ASSERT_TRUE(finished);
  EXPECT_EQ(finished->ticket, 7U);
  ASSERT_FALSE(finished->response);
  EXPECT_EQ(finished->response.error().kind, ErrorKind::refused);
}

TEST(SideBySide, AnInterruptEndsThemAll) {
  RawServer hanging({{"", Then::hold}});
  HttpClient client;
  for (std::size_t ticket = 0; ticket < 4; ++ticket) client.start(ticket, {hanging.url()});
  auto later = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(100ms);
    client.interrupt();
  });
  EXPECT_FALSE(client.next());
  EXPECT_FALSE(client.get({hanging.url()}));
}

TEST(SideBySide, EachHasItsOwnRetryAfter) {
  RawServer busy({{"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n"}});
  RawServer closed(
      {{"HTTP/1.1 503 Service Unavailable\r\nDate: Wed, 24 Jul 2024 02:00:00 GMT\r\n"
        "Retry-After: Wed, 24 Jul 2024 02:05:00 GMT\r\nContent-Length: 0\r\n\r\n"}});
  RawServer good({{answer("tin tức")}});
  HttpClient client;
  client.start(0, {busy.url()});
  client.start(1, {closed.url()});
  client.start(2, {good.url()});
  std::map<std::size_t, std::optional<std::chrono::seconds>> asked;
  while (const auto finished = client.next()) asked[finished->ticket] = finished->retry_after;
  EXPECT_EQ(asked.at(0), 120s);
  EXPECT_EQ(asked.at(1), 300s) << "by the server's own clock";
  EXPECT_EQ(asked.at(2), std::nullopt);
}

TEST(SideBySide, AnUnchangedPollCostsLessThanAKilobyte) {
  // What nginx says with a 304.
  const std::string unchanged =
      "HTTP/1.1 304 Not Modified\r\nServer: nginx/1.18.0 (Ubuntu)\r\nDate: Wed, 24 Jul 2024 02:00:00 GMT\r\n"
      "Last-Modified: Wed, 24 Jul 2024 01:00:00 GMT\r\nConnection: keep-alive\r\nETag: \"66a04e10-1f40\"\r\n"
      "Strict-Transport-Security: max-age=31536000\r\n\r\n";
  RawServer server({{unchanged}});
  HttpClient client;
  const auto response = client.get({.url = server.url("/chuyen-muc/tin-tuc-su-kien.rss?page=1"),
                                    .etag = "\"66a04e10-1f40\"",
                                    .last_modified = "Wed, 24 Jul 2024 01:00:00 GMT",
                                    .accept = "application/rss+xml, application/atom+xml, application/feed+json, "
                                              "application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"});
  ASSERT_TRUE(response) << response.error().message;
  EXPECT_EQ(response->status, Status::not_modified);
  EXPECT_LT(server.requests(1).front().size() + unchanged.size(), 1024U);
}

}  // namespace
}  // namespace lobby::net
