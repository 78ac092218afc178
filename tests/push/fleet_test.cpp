#include <gtest/gtest.h>

#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

#include "../world/broker.h"
#include "base/format.h"

namespace lobby::push {
namespace {

using namespace std::chrono;

#ifdef __SANITIZE_THREAD__
constexpr int players = 20;  // Two hundred would spend minutes on the handshakes of TLS alone.
#else
constexpr int players = 200;
#endif

/// Counts what happens on many threads.
class Count {
 public:
  void add() {
    const std::scoped_lock lock(mutex_);
    ++count_;
    changed_.notify_all();
  }
  /// How long it took from `began` until all were counted.
  milliseconds time_until(int all, SteadyTime began) {
    std::unique_lock lock(mutex_);
    EXPECT_TRUE(changed_.wait_for(lock, minutes(2), [&] { return count_ >= all; })) << count_ << " of " << all;
    return duration_cast<milliseconds>(steady_clock::now() - began);
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int count_ = 0;
};

/// A player as far as the broker can tell: a client, and the thread that sleeps in it.
class FleetPlayer {
 public:
  FleetPlayer(const Options& options, Count& connected, Count& heard)
      : client_(options), thread_([this, &connected, &heard] { play(connected, heard); }) {}
  ~FleetPlayer() {
    client_.interrupt();
    thread_.join();
  }
  FleetPlayer(const FleetPlayer&) = delete;
  FleetPlayer& operator=(const FleetPlayer&) = delete;

 private:
  void play(Count& connected, Count& heard) {
    client_.announce("online");
    bool counted = false;
    while (!client_.interrupted()) {
      for (const auto& message : client_.wait_until(SteadyTime::max())) {
        if (message.payload == "khan") heard.add();
      }
      if (client_.connected() && !std::exchange(counted, true)) connected.add();
    }
  }

  Client client_;
  std::thread thread_;
};

/// Two hundred of them, all connected; says how long that took.
class Fleet {
 public:
  explicit Fleet(const Broker& broker) {
    const auto began = steady_clock::now();
    for (int index = 0; index < players; ++index) {
      auto options = broker.options(format("sanh-{}", index));
      options.answer_timeout = minutes(2);  // All of them in one process, which a sanitizer may slow down further.
      players_.push_back(std::make_unique<FleetPlayer>(options, connected_, heard_));
    }
    joined = connected_.time_until(players, began);
  }
  /// How long it took from `began` until all had the notice.
  milliseconds time_until_heard(SteadyTime began) { return heard_.time_until(players, began); }

  milliseconds joined{};

 private:
  Count connected_;
  Count heard_;
  std::vector<std::unique_ptr<FleetPlayer>> players_;
};

TEST(PushFleet, AllPlayersOnOneBrokerGetANoticeEach) {
  for (const Line line : {Line::plain, Line::tls}) {
    const Broker broker(line);
    Fleet fleet(broker);
    const auto began = steady_clock::now();
    publish(broker, "lobby/all/notice", "khan", Retain::yes);
    const auto took = fleet.time_until_heard(began);
    std::cout << players << (line == Line::tls ? " players over TLS" : " players") << ": connected after "
              << fleet.joined.count() << " ms, all have the notice " << took.count()
              << " ms after somebody began to publish it\n";
  }
}

TEST(PushFleet, ComesBackAfterTheBrokerDid) {
  Broker broker;
  Fleet fleet(broker);
  broker.kill();
  const auto killed = steady_clock::now();
  broker.start();
  publish(broker, "lobby/all/notice", "khan", Retain::yes);
  const auto took = fleet.time_until_heard(killed);
  std::cout << players << " players after the broker was killed: all have its notice after " << took.count() << " ms\n";
}

}  // namespace
}  // namespace lobby::push
