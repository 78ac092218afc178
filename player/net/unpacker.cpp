#include "net/unpacker.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <new>

namespace lobby::net {

namespace {

class Gzip final : public Unpacker {
 public:
  Gzip() {
    constexpr int gzip_window_bits = 15 + 16;  // zlib's way of saying «gzip only, any window»
    if (inflateInit2(&stream_, gzip_window_bits) != Z_OK) throw std::bad_alloc();
  }
  ~Gzip() override { inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  Step step(std::string_view& packed, std::span<char> room) override {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    stream_.next_out = reinterpret_cast<Bytef*>(room.data());
    stream_.avail_out = static_cast<uInt>(room.size());
    const int outcome = inflate(&stream_, Z_NO_FLUSH);
    packed.remove_prefix(packed.size() - stream_.avail_in);
    const std::size_t produced = room.size() - stream_.avail_out;
    if (outcome == Z_STREAM_END) return {State::whole, produced};
    return {outcome == Z_OK || outcome == Z_BUF_ERROR ? State::open : State::broken, produced};
  }

  bool starts_again(std::string_view packed) override {
    constexpr char magic = '\x1f';
    return packed.front() == magic && inflateReset(&stream_) == Z_OK;
  }

 private:
  z_stream stream_{};
};

class Brotli final : public Unpacker {
 public:
  Brotli() : state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {
    if (!state_) throw std::bad_alloc();
  }

  Step step(std::string_view& packed, std::span<char> room) override {
    auto in = packed.size();
    auto out = room.size();
    const auto* next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
    auto* next_out = reinterpret_cast<std::uint8_t*>(room.data());
    const auto outcome = BrotliDecoderDecompressStream(state_.get(), &in, &next_in, &out, &next_out, nullptr);
    packed.remove_prefix(packed.size() - in);
    const std::size_t produced = room.size() - out;
    if (outcome == BROTLI_DECODER_RESULT_SUCCESS) return {State::whole, produced};
    return {outcome == BROTLI_DECODER_RESULT_ERROR ? State::broken : State::open, produced};
  }

  bool starts_again(std::string_view /*packed*/) override { return false; }

 private:
  struct End {
    void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
  };
  std::unique_ptr<BrotliDecoderState, End> state_;
};

class Zstd final : public Unpacker {
 public:
  Zstd() : stream_(ZSTD_createDStream()) {
    constexpr int window_of_the_web = 23;  // 8 MiB: RFC 9659
    if (!stream_) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(stream_.get(), ZSTD_d_windowLogMax, window_of_the_web);
  }

  Step step(std::string_view& packed, std::span<char> room) override {
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{room.data(), room.size(), 0};
    const std::size_t outcome = ZSTD_decompressStream(stream_.get(), &out, &in);
    packed.remove_prefix(in.pos);
    if (ZSTD_isError(outcome) != 0) return {State::broken, out.pos};
    return {outcome == 0 ? State::whole : State::open, out.pos};
  }

  bool starts_again(std::string_view packed) override {
    constexpr char magic = '\x28';
    return packed.front() == magic;
  }

 private:
  struct End {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, End> stream_;
};

bool same_word(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace

Coding coding_named(std::string_view name) {
  if (same_word(name, "gzip") || same_word(name, "x-gzip")) return Coding::gzip;
  if (same_word(name, "br")) return Coding::brotli;
  if (same_word(name, "zstd")) return Coding::zstd;
  return Coding::identity;
}

std::string_view to_string(Coding coding) {
  switch (coding) {
    case Coding::gzip:
      return "gzip";
    case Coding::brotli:
      return "brotli";
    case Coding::zstd:
      return "zstd";
    case Coding::identity:
      break;
  }
  return "plain";
}

std::unique_ptr<Unpacker> make_unpacker(Coding coding) {
  switch (coding) {
    case Coding::gzip:
      return std::make_unique<Gzip>();
    case Coding::brotli:
      return std::make_unique<Brotli>();
    case Coding::zstd:
      return std::make_unique<Zstd>();
    case Coding::identity:
      break;
  }
  return nullptr;
}

}  // namespace lobby::net
