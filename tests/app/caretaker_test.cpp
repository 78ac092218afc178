#include "app/caretaker.h"

#include <gmock/gmock.h>

#include <condition_variable>

#include "../kiosk/made_tree.h"
#include "../kiosk/television.h"

namespace lobby::app {
namespace {

using namespace std::chrono_literals;
using testing::EndsWith;
using testing::StartsWith;

/// A board in a made tree, and what is written of it.
class CaretakerTest : public testing::Test {
 protected:
  /// The first status in which that holds of the switches, after the screen was switched off by such ways.
  template <typename Condition>
  BoardStatus dark_by(const config::PowerWays& ways, Condition holds) {
    const Caretaker::Places places{tree.root() / "sys", tree.root() / "dev", "", "", television_call()};
    Caretaker caretaker(places, [] {}, [this](const BoardStatus& status) { note(status); });
    ScreenStatus screen;
    screen.power = "off on purpose";
    caretaker.tell(screen);
    caretaker.wish({.wish = {kiosk::Power::off}, .power = ways});
    std::unique_lock lock(mutex);
    EXPECT_TRUE(written.wait_for(lock, 10s, [&] { return holds(last.switches); }));
    return last;
  }

  Ioctl television_call() {
    return [this](int, unsigned long request, void* data) { return television.call(request, data); };
  }
  void note(const BoardStatus& status) {
    const std::scoped_lock lock(mutex);
    last = status;
    written.notify_all();
  }

  kiosk::MadeTree tree;
  kiosk::Television television;
  std::mutex mutex;
  std::condition_variable written;
  BoardStatus last;
};

constexpr auto there_is_one = [](const auto& switches) { return switches.size() == 1; };

TEST_F(CaretakerTest, ATelevisionWithoutCecIsNoFailureWhereTheConfigNamesNoWay) {
  tree.put("dev/cec0", "");
  television.answers = false;
  const auto status = dark_by({}, there_is_one);
  EXPECT_EQ(status.screen.power, "off on purpose");
  EXPECT_EQ(status.switches.front().trouble, "");
  EXPECT_EQ(status.switches.front().says, std::nullopt);
}

TEST_F(CaretakerTest, ATelevisionWithoutCecIsAFailureWhereTheConfigNamesIt) {
  tree.put("dev/cec0", "");
  television.answers = false;
  const auto status = dark_by({.ways = {config::Switch::cec}, .named = true}, there_is_one);
  EXPECT_THAT(status.screen.power, EndsWith("cec0: the television does not answer"));
}

TEST_F(CaretakerTest, AWayThatIsNamedAndNotThereIsAFailure) {
  const auto status = dark_by({.ways = {config::Switch::cec}, .named = true}, there_is_one);
  EXPECT_THAT(status.screen.power, StartsWith("failed: there is no /dev/cec*"));
  EXPECT_EQ(status.switches.front().name, "HDMI-CEC");
}

}  // namespace
}  // namespace lobby::app
