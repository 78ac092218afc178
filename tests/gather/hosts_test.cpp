#include "gather/hosts.h"

#include <gtest/gtest.h>

namespace lobby::gather {
namespace {

using namespace std::chrono_literals;

constexpr SteadyTime start{1000s};
const std::string article = "https://portal.example/tin/1.html";

TEST(Hosts, RestAfterThreeFailuresInARow) {
  Hosts hosts;
  hosts.failed(article, start);
  hosts.failed("https://portal.example/tin/2.html?a=b", start + 10s);
  EXPECT_FALSE(hosts.resting(article, start + 10s));
  hosts.failed("https://portal.example", start + 20s);
  EXPECT_TRUE(hosts.resting(article, start + 20s));
  EXPECT_FALSE(hosts.resting("https://khac.example/tin/1.html", start + 20s));
  EXPECT_FALSE(hosts.resting("http://portal.example/tin/1.html", start + 20s)) << "another port, another server";
}

TEST(Hosts, AreAskedAgainAfterAWhile) {
  Hosts hosts;
  for (int number = 0; number < 3; ++number) hosts.failed(article, start);
  EXPECT_TRUE(hosts.resting(article, start + 5min - 1s));
  EXPECT_FALSE(hosts.resting(article, start + 5min));
  hosts.failed(article, start + 5min);
  EXPECT_FALSE(hosts.resting(article, start + 5min)) << "they have three tries again";
}

TEST(Hosts, OneAnswerMakesGood) {
  Hosts hosts;
  for (int number = 0; number < 3; ++number) hosts.failed(article, start);
  hosts.answered("https://portal.example/rss.xml");
  EXPECT_FALSE(hosts.resting(article, start));
}

net::HttpClient::Finished failed(ErrorKind kind, std::optional<std::chrono::seconds> retry_after = std::nullopt) {
  return {0, fail(kind, "for a test"), retry_after};
}

TEST(Hosts, AreWellWhereTheyOnlyLackWhatWasAsked) {
  Hosts hosts;
  for (int number = 0; number < 5; ++number) hosts.heard(article, failed(ErrorKind::invalid), start);
  for (int number = 0; number < 5; ++number) hosts.heard(article, failed(ErrorKind::refused), start);
  EXPECT_FALSE(hosts.resting(article, start));
}

TEST(Hosts, HaveThePauseTheyAskForWhateverElseTheyAnswer) {
  Hosts hosts;
  hosts.heard(article, failed(ErrorKind::unavailable, 1h), start);
  hosts.answered("https://portal.example/rss.xml");
  EXPECT_TRUE(hosts.resting(article, start + 59min));
  EXPECT_FALSE(hosts.resting(article, start + 1h));
  hosts.heard(article, failed(ErrorKind::unavailable, 24h * 365), start);
  EXPECT_FALSE(hosts.resting(article, start + 24h)) << "a day at the most";
}

}  // namespace
}  // namespace lobby::gather
