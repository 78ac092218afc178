#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>

#include "config/config.h"
#include "fleet/bundle_trial.h"
#include "notices/push_topics.h"
#include "notices/pushed.h"
#include "notices/reload_pace.h"
#include "push/client.h"

namespace lobby::app {

/// The thread that listens to the broker of the config: what is pushed is with the fetch thread at once, and the broker
/// knows whether this player is there and what it shows. Where the config names no broker there is no thread.
class PushThread {
 public:
  /// `reload` is called on this thread when everything is to be asked anew, at most every ten seconds.
  PushThread(const config::Config& config, notices::PushedBox& pushed, std::function<void()> reload);
  ~PushThread();
  PushThread(const PushThread&) = delete;
  PushThread& operator=(const PushThread&) = delete;

  /// Goes on with another config; the connection stays where it is the same. Any thread.
  void change(const config::Config& config);
  /// What is on the screen now. Any thread.
  void shows(const std::string& title);
  /// How it stands with the bundles. Any thread.
  void stands(const fleet::Standing& standing);
  /// The thread ends soon after, and calls nobody any more. Any thread.
  void stop();

 private:
  /// What of a config matters here.
  struct BrokerSettings {
    config::Push push;
    config::Device device;
    std::filesystem::path ca_file;
    std::filesystem::path password_file;
    bool operator==(const BrokerSettings&) const = default;
  };
  static std::optional<BrokerSettings> settings_of(const config::Config& config);

  void run();
  std::optional<BrokerSettings> next_settings();
  void talk(const BrokerSettings& settings);
  void use(push::Client* client);
  void reload_where_due();
  void take(const notices::PushTopics& topics, push::Message message);
  void say_how_it_is(push::Client& client);
  void tell(const BrokerSettings& settings, const push::Client& client);

  notices::PushedBox& pushed_;
  std::function<void()> reload_;
  std::mutex mutex_;  ///< Of those up to `eager_until_`, which other threads reach.
  std::condition_variable changed_;
  std::optional<BrokerSettings> settings_;  ///< Wanted; nothing: no broker.
  bool is_new_ = false;                     ///< `settings_` are not those in use.
  bool ended_ = false;
  push::Client* client_ = nullptr;
  std::string title_;
  fleet::Standing bundles_;
  std::string announced_;              ///< The title that the broker knows, …
  fleet::Standing announced_bundles_;  ///< … and this.
  SteadyTime announce_at_;             ///< Until then it does not hear of another one.
  SteadyTime eager_until_;             ///< Until then it does: what is on the screen may be what was pushed.
  std::string told_;                   ///< What the log said last.
  notices::ReloadPace pace_;
  std::mt19937_64 random_;
  std::thread thread_;
};

}  // namespace lobby::app
