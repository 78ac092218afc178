#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "push/client.h"
#include "push/sluice.h"

struct mosquitto;

namespace lobby::push {

/// One connection from its first byte to its last, by libmosquitto. It never waits, but for the name and the socket of
/// a host in `connect`. One thread.
class Session {
 public:
  /// What comes goes into `inbox`; both outlive the session.
  Session(const Options& options, std::vector<Message>& inbox);
  /// Takes leave of a broker that listens.
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  Result<void> connect();
  /// What `poll` should watch.
  int descriptor() const;
  short events() const;
  /// Does what the events of `poll` call for, and what is due. Errs once the connection is no more: (refused) where
  /// another client turned this one out, which would go on for ever between the two, else (unavailable).
  Result<void> tend(short events);
  /// The broker has taken the client and its subscriptions.
  bool open() const { return open_; }
  /// Topics that the broker does not let this client hear; empty: none.
  const std::string& denied() const { return denied_; }
  /// Has the broker keep the payload on the presence topic. Once the session is open.
  void announce(const std::string& payload);

 private:
  struct End {
    void operator()(mosquitto* handle) const;
  };
  Result<void> prepare();
  void on_connect(int reason);
  void on_subscribe(int count, const int* granted);
  void on_message(const char* topic, const char* payload, std::size_t size, bool kept);
  Error failure_of(int code) const;
  void set_callbacks();

  const Options& options_;
  std::vector<Message>& inbox_;
  std::unique_ptr<Sluice> sluice_;  ///< Outlives what writes into it.
  std::unique_ptr<mosquitto, End> handle_;
  bool open_ = false;
  std::string denied_;
  std::optional<Error> refusal_;  ///< Why the broker sent this client away.
  std::string last_fault_;        ///< As libmosquitto says it.
};

}  // namespace lobby::push
