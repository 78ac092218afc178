#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "program.h"
#include "push/client.h"
#include "temporary_folder.h"

namespace lobby {

/// A real Mosquitto on the loopback, at a port of its own. With TLS its certificate is its own root.
class Broker {
 public:
  /// `more` are lines for its config, in place of the one that lets everybody in.
  explicit Broker(push::Line line = push::Line::plain, std::string more = "allow_anonymous true");

  void start();
  /// Ends it as a power cut would.
  void kill();
  int port() const { return port_; }
  push::Line line() const { return line_; }
  /// Where its certificate lies.
  const std::filesystem::path& roots() const { return roots_; }
  /// What it has said, to its clients' names and packets.
  std::string log() const { return program_ ? program_->messages() : std::string(); }
  /// How a client begins that wants to talk to it.
  push::Options options(const std::string& name) const;

 private:
  TemporaryFolder folder_;
  push::Line line_;
  int port_;
  std::filesystem::path roots_;
  std::optional<Program> program_;
};

enum class Retain { no, yes };

/// Has the broker deliver this, and waits until it has it. Fails the test otherwise.
void publish(const Broker& broker, const std::string& topic, const std::string& payload, Retain retain = Retain::no);

/// The messages of that topic, one a line, up to the first that contains `words`. Fails the test where none does.
std::string heard(const Broker& broker, const std::string& topic, const std::string& words);

}  // namespace lobby
