#include "net/body.h"

#include <array>

namespace lobby::net {

Body::Body(Coding coding, std::size_t max_bytes) : unpacker_(make_unpacker(coding)), max_bytes_(max_bytes) {}

bool Body::append(std::string_view wire) {
  if (wire.empty()) return state_ == BodyState::open || state_ == BodyState::whole;
  started_ = true;
  return unpacker_ ? unpack(wire) : keep(wire);
}

bool Body::complete() const {
  if (!unpacker_ || !started_) return state_ == BodyState::open;
  return state_ == BodyState::whole;
}

bool Body::unpack(std::string_view wire) {
  std::array<char, 16 * 1024> room;
  bool more_to_come = false;
  while (!wire.empty() || more_to_come) {
    if (state_ == BodyState::whole) {
      // A body may have several members; anything else after the end is padding, which every browser ignores.
      if (!unpacker_->starts_again(wire)) return true;
      state_ = BodyState::open;
    }
    const auto [state, produced] = unpacker_->step(wire, room);
    if (!keep({room.data(), produced})) return false;
    if (state == Unpacker::State::broken) {
      state_ = BodyState::broken;
      return false;
    }
    if (state == Unpacker::State::whole) state_ = BodyState::whole;
    more_to_come = state_ == BodyState::open && produced == room.size();
  }
  return true;
}

bool Body::keep(std::string_view bytes) {
  if (bytes.size() > max_bytes_ - bytes_.size()) {
    state_ = BodyState::too_large;
    return false;
  }
  bytes_.append(bytes);
  return true;
}

}  // namespace lobby::net
