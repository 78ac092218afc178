#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "push/packet_gauge.h"

struct mosquitto;

namespace lobby::push {

/// Stands between a broker and libmosquitto, and lets through what the gauge has seen. libmosquitto asks a broker to
/// send no more than it said, but takes a packet of any length, of 256 MiB and twice that in memory (its issue 3593).
/// So its own socket is put behind this one. What comes over TLS goes through record by record, each looked at as
/// libmosquitto will read it, once it has verified the broker and decrypted it. One thread.
class Sluice {
 public:
  Sluice(mosquitto* handle, std::size_t most_bytes) : handle_(handle), gauge_(most_bytes) {}
  ~Sluice();
  Sluice(const Sluice&) = delete;
  Sluice& operator=(const Sluice&) = delete;

  /// Takes the place of the socket that libmosquitto has connected. Errs (unavailable) where there are no descriptors.
  Result<void> begin();
  /// The broker's socket, and what to watch it for. While the broker does not take what is said to it, nothing that it
  /// says is heard: answers would pile up.
  int descriptor() const { return broker_; }
  bool blocked() const { return !leaving_.empty(); }

  /// Has libmosquitto read what came; its error number. Errs where the gauge does: then nothing more may be read.
  Result<int> take();
  /// Sends on what libmosquitto has said.
  void give();

 private:
  void refill();
  Result<bool> pass();
  Result<bool> pass_record();
  int read_all();
  void hand(std::size_t size);

  mosquitto* handle_;
  PacketGauge gauge_;
  int broker_ = -1;
  int inner_ = -1;          ///< The other end of libmosquitto's socket.
  bool ended_ = false;      ///< The broker says no more.
  bool by_record_ = false;  ///< TLS has shaken hands.
  std::string coming_;      ///< From the broker, not yet handed over.
  std::string leaving_;     ///< To the broker, not yet taken.
};

}  // namespace lobby::push
