#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "net/unpacker.h"

namespace lobby::net {

enum class BodyState {
  open,       ///< More may come.
  whole,      ///< The end that the format states was reached; a checksum in it is right.
  too_large,  ///< Beyond the cap.
  broken,     ///< The compressed bytes are damaged.
};

/// Gathers the body of one answer. Memory follows what has really arrived, never what was announced, and a small
/// body that unpacks to a huge one stops at the cap. libcurl could unpack too, but it takes a gzip body that was cut
/// short for a good one (7.88); here the end and the checksum count, in every coding.
class Body {
 public:
  Body(Coding coding, std::size_t max_bytes);

  /// Takes the next bytes from the wire. True while more is welcome.
  bool append(std::string_view wire);

  /// Whether the bytes so far make a body with nothing missing, as far as its coding tells.
  bool complete() const;

  BodyState state() const { return state_; }

  /// The unpacked bytes. Ends the life of this body.
  std::string taken() { return std::move(bytes_); }

 private:
  bool unpack(std::string_view wire);
  bool keep(std::string_view bytes);

  std::unique_ptr<Unpacker> unpacker_;  ///< Null for the identity coding.
  std::size_t max_bytes_;
  std::string bytes_;
  BodyState state_ = BodyState::open;
  bool started_ = false;
};

}  // namespace lobby::net
