#include "app/hosts.h"

#include <gtest/gtest.h>

namespace lobby::app {
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

}  // namespace
}  // namespace lobby::app
