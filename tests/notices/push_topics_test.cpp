#include "notices/push_topics.h"

#include <gmock/gmock.h>
#include <poll.h>

#include "host/device.h"
#include "notices/pushed.h"
#include "notices/reload_pace.h"

namespace lobby::notices {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using What = PushTopics::What;

TEST(PushTopics, AreThoseOfAllOfItsGroupAndOfItself) {
  const PushTopics alone("lobby", {"sanh-1", ""});
  EXPECT_THAT(alone.heard(),
              ElementsAre("lobby/all/notice", "lobby/all/reload", "lobby/sanh-1/notice", "lobby/sanh-1/reload"));
  EXPECT_EQ(alone.status(), "lobby/sanh-1/status");
  EXPECT_EQ(alone.client_id(), "lobby-sanh-1");
  const PushTopics grouped("van-lam/lobby", {"sanh-1", "bac"});
  EXPECT_THAT(grouped.heard(), testing::Contains("van-lam/lobby/group/bac/notice"));
  EXPECT_EQ(grouped.client_id(), "van-lam-lobby-sanh-1");
}

TEST(PushTopics, MeanWhatTheyAreCalled) {
  const PushTopics topics("lobby", {"sanh-1", "bac"});
  EXPECT_EQ(topics.meaning_of("lobby/all/notice"), (PushTopics::Meaning{What::notice, Audience::all}));
  EXPECT_EQ(topics.meaning_of("lobby/group/bac/reload"), (PushTopics::Meaning{What::reload, Audience::group}));
  EXPECT_EQ(topics.meaning_of("lobby/sanh-1/notice"), (PushTopics::Meaning{What::notice, Audience::device}));
  EXPECT_EQ(topics.meaning_of("lobby/sanh-1/status"), std::nullopt);
  EXPECT_EQ(topics.meaning_of("lobby/sanh-2/notice"), std::nullopt);
  EXPECT_EQ(topics.meaning_of(""), std::nullopt);
}

TEST(NamedDevice, IsCalledAsTheConfigSaysElseAsItsHost) {
  EXPECT_FALSE(host::named({}).name.empty());
  EXPECT_EQ(host::named({}).name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos);
  EXPECT_EQ(host::named({"sanh-1", "bac"}), (config::Device{"sanh-1", "bac"}));
}

TEST(ReloadPace, ForgetsNoWishAndGrantsOneInTenSeconds) {
  const SteadyTime start = SteadyTime() + hours(1);
  ReloadPace pace;
  EXPECT_EQ(pace.due(), SteadyTime::max());
  EXPECT_FALSE(pace.take(start));
  pace.want(start, milliseconds(500));
  EXPECT_FALSE(pace.take(start));
  EXPECT_TRUE(pace.take(start + milliseconds(500)));
  EXPECT_FALSE(pace.take(start + milliseconds(500)));
  pace.want(start + seconds(1), milliseconds(0));
  pace.want(start + seconds(2), milliseconds(0));
  EXPECT_EQ(pace.due(), start + milliseconds(10'500));
  EXPECT_TRUE(pace.take(start + seconds(11)));
  pace.want(start + minutes(1), milliseconds(0));
  EXPECT_EQ(pace.due(), start + minutes(1));
}

TEST(PushedBox, KeepsTheNewestEightAndWakesWhoeverWatches) {
  PushedBox box;
  const auto rings = [&box] {
    pollfd watched{box.descriptor(), POLLIN, 0};
    return poll(&watched, 1, 0) > 0;
  };
  EXPECT_FALSE(rings());
  for (char letter = 'a'; letter < 'k'; ++letter) box.put({std::string(1, letter), Audience::all});
  EXPECT_TRUE(rings());
  const auto pushed = box.take();
  ASSERT_EQ(pushed.notices.size(), 8U);
  EXPECT_EQ(pushed.notices.front().bytes, "c");
  EXPECT_FALSE(pushed.question);
  EXPECT_FALSE(rings());
  box.put_question();
  EXPECT_TRUE(rings());
  EXPECT_TRUE(box.take().question);
  EXPECT_FALSE(box.take().question);
}

}  // namespace
}  // namespace lobby::notices
