#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace lobby::net {

/// What HTTP calls a content coding.
enum class Coding { identity, gzip, brotli, zstd };

/// The coding that a Content-Encoding names, in any case; identity for every name that is none of the others.
Coding coding_named(std::string_view name);

/// «gzip», «brotli», «zstd», for messages.
std::string_view to_string(Coding coding);

/// What Accept-Encoding asks for.
constexpr const char* accepted_codings = "gzip, br, zstd";

/// Undoes one coding piece by piece; memory is bounded by its window, 16 MiB at most.
class Unpacker {
 public:
  enum class State {
    open,   ///< More may come.
    whole,  ///< The end that the format states; where it has a checksum, that is right.
    broken,
  };
  struct Step {
    State state = State::open;
    std::size_t produced = 0;  ///< Bytes written to the front of the room.
  };

  virtual ~Unpacker() = default;
  /// Takes from the front of `packed` what fills `room`, or all of it.
  virtual Step step(std::string_view& packed, std::span<char> room) = 0;
  /// After the end: whether these bytes begin another member of the same body; then it is ready to take them.
  virtual bool starts_again(std::string_view packed) = 0;
};

/// Null for identity.
std::unique_ptr<Unpacker> make_unpacker(Coding coding);

}  // namespace lobby::net
