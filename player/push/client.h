#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

/// Moves bytes between a broker of MQTT 5 and this player, and never looks into them.
namespace lobby::push {

class Session;

/// How the line to the broker is: certificates are always verified where there are any.
enum class Line { tls, plain };

/// What one client asks of a broker. The defaults are for the field.
struct Options {
  std::string host;
  int port = 8883;
  Line line = Line::tls;
  std::filesystem::path ca_file = {};  ///< Roots (PEM) trusted besides the system's; empty: none.
  std::string client_id;               ///< Two clients of one name turn each other out.
  std::string user = {};               ///< Empty: the broker asks for none.
  /// Asked before each connection, so that one that was corrected is found; without it there is no password.
  std::function<Result<std::string>()> password = {};
  std::vector<std::string> topics;                  ///< Listened to, from the first connection on.
  std::string presence_topic;                       ///< Where the broker keeps what `announce` and `last_will` say.
  std::string last_will;                            ///< Published by the broker when this client is gone.
  std::size_t most_bytes = std::size_t{128} << 10;  ///< Of a message; a larger one is never delivered.
  std::chrono::seconds keep_alive{60};              ///< A line that is dead is found within three times of it.
  std::chrono::seconds session_expiry{3600};        ///< For so long the broker keeps what comes meanwhile.
  std::chrono::milliseconds answer_timeout = std::chrono::seconds(20);
  std::chrono::milliseconds first_retry = std::chrono::seconds(2);
  std::chrono::milliseconds longest_retry = std::chrono::minutes(2);
};

struct Message {
  std::string topic;
  std::string payload;
  bool kept = false;  ///< The broker had it before this client listened («retained»).
  bool operator==(const Message&) const = default;
};

/// How long to wait before connection attempt `failures` + 1: `first_retry` doubled with each failure in a row, up to
/// `longest_retry`, and that times 0.5 to 1.5 by `chance` in [0, 1), so that two hundred players do not come back in
/// one breath. Pure.
std::chrono::milliseconds retry_delay(const Options& options, int failures, double chance);

/// One connection to a broker and the place where its thread sleeps. All members belong to that thread, but for `wake`
/// and `interrupt`. While the broker cannot be reached it is tried again and again; after each connection the
/// subscriptions and the presence are made anew.
class Client {
 public:
  explicit Client(Options options);
  /// Takes leave: the broker publishes the last will at once.
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// Keeps the connection and sleeps up to `time`; what came, at once. Also returns, with nothing, when `connected` or
  /// `trouble` change, after a `wake`, and after an `interrupt`. Finding a host's address, and reaching it, may hold it
  /// up beyond `time`; only the former cannot be interrupted.
  std::vector<Message> wait_until(SteadyTime time);

  /// Whether the broker has taken this client and its subscriptions.
  bool connected() const;
  /// Why there is no connection, or what the broker denies to this one; in one sentence for an operator.
  const std::optional<Error>& trouble() const { return trouble_; }

  /// Says on the presence topic, now and after every reconnection, who this is; the broker keeps it.
  void announce(std::string payload);

  /// Ends the present or the next wait. Any thread.
  void wake();
  /// Ends the present wait; from then on none waits. Final. Any thread.
  void interrupt();
  bool interrupted() const { return interrupted_; }

 private:
  void connect();
  void sleep_until(SteadyTime time);
  void tend(short events);
  void drop(const Error& why);

  const Options options_;
  std::unique_ptr<Session> session_;
  std::vector<Message> inbox_;
  std::optional<Error> trouble_;
  std::string presence_;
  bool was_connected_ = false;
  bool woken_ = false;
  int failures_ = 0;                       ///< In a row.
  std::optional<SteadyTime> was_open_at_;  ///< Since when the broker has taken the present session.
  SteadyTime due_ = SteadyTime::min();  ///< Of the next attempt, of the broker's answer, or of the next sign of life.
  std::mt19937_64 random_;
  std::atomic<bool> interrupted_ = false;
  int wake_ = -1;  ///< An eventfd.
  int end_ = -1;   ///< An eventfd that stays readable after `interrupt`.
};

}  // namespace lobby::push
