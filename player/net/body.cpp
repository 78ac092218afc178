#include "net/body.h"

#include <zlib.h>

#include <array>
#include <new>

namespace lobby::net {

namespace {

constexpr int gzip_window_bits = 15 + 16;  // zlib's way of saying «gzip only, any window»
constexpr char gzip_magic = '\x1f';

}  // namespace

struct Body::Inflater {
  Inflater() {
    if (inflateInit2(&stream, gzip_window_bits) != Z_OK) throw std::bad_alloc();
  }
  ~Inflater() { inflateEnd(&stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  z_stream stream{};
};

Body::Body(Coding coding, std::size_t max_bytes)
    : inflater_(coding == Coding::gzip ? std::make_unique<Inflater>() : nullptr), max_bytes_(max_bytes) {}

Body::~Body() = default;

bool Body::append(std::string_view wire) {
  if (wire.empty()) return state_ == BodyState::open || state_ == BodyState::whole;
  started_ = true;
  return inflater_ ? unpack(wire) : keep(wire);
}

bool Body::complete() const {
  if (!inflater_ || !started_) return state_ == BodyState::open;
  return state_ == BodyState::whole;
}

bool Body::unpack(std::string_view wire) {
  z_stream& stream = inflater_->stream;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(wire.data()));
  stream.avail_in = static_cast<uInt>(wire.size());
  std::array<char, 16 * 1024> chunk;
  do {
    if (state_ == BodyState::whole) {
      // A gzip file may have several members; anything else after the end is padding, which every browser ignores.
      if (static_cast<char>(*stream.next_in) != gzip_magic) return true;
      inflateReset(&stream);
      state_ = BodyState::open;
    }
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    const int outcome = inflate(&stream, Z_NO_FLUSH);
    if (!keep({chunk.data(), chunk.size() - stream.avail_out})) return false;
    if (outcome == Z_STREAM_END) {
      state_ = BodyState::whole;
    } else if (outcome != Z_OK && outcome != Z_BUF_ERROR) {
      state_ = BodyState::broken;
      return false;
    }
  } while (stream.avail_in > 0 || (stream.avail_out == 0 && state_ == BodyState::open));
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
