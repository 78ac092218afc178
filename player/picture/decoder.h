#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string_view>

#include "base/canvas.h"
#include "base/result.h"
#include "picture/descriptor.h"
#include "picture/fitted.h"
#include "picture/picture.h"

namespace lobby::picture {

struct Answer;
struct Enclosed;
struct Request;

/// What a decoder may cost before its picture is given up.
struct DecoderLimits {
  std::chrono::milliseconds patience{30'000};    ///< For one picture.
  std::size_t memory = std::size_t{512} << 20U;  ///< Address space, in bytes; 0 where a sanitizer needs it all.
};

/// The program that came with this one: libexec/lobby-player/lobby-picture beside the binary's bin/, else that of the
/// build tree.
std::filesystem::path decoder_program();

/// Decodes pictures in a process of its own (the program lobby-picture), so that a picture that crashes a decoder,
/// makes it hang or eats memory costs itself and nothing else. The process begins with the first picture, or `start`,
/// and is replaced by another one after it failed. For AVIF and HEIF another program beside it takes its place
/// (lobby-picture-heif) until it rests, where that was built. One thread at a time, and that thread must outlive the
/// process.
class Decoder {
 public:
  explicit Decoder(DecoderLimits limits = {}, std::filesystem::path program = decoder_program());
  ~Decoder() { rest(); }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;

  /// Decodes a file into its box. Errs as `decode_fitted` does, (unavailable) where the file cannot be read or there is
  /// no decoder, (invalid) where it is AVIF or HEIF and there is none for them, (refused) where it took too long,
  /// (invalid) where the decoder died of it.
  Result<Canvas> decode(const std::filesystem::path& file, const Fitting& fitting);
  Result<Canvas> decode_bytes(std::string_view bytes, const Fitting& fitting);

  /// Decodes a file whole, no larger than it must be to cover `least`. Errs as `decode` does.
  Result<Canvas> decode_covering(const std::filesystem::path& file, Size least);

  /// Proves that a picture decodes to its last row.
  Result<PictureInfo> verify(std::string_view bytes);

  /// Starts the process, so that the first picture does not wait for it.
  void start();
  /// Ends the process until the next picture.
  void rest();
  /// Of the process; nothing while there is none. For tests, which do to it what no picture may.
  pid_t process() const { return process_; }

 private:
  Result<Answer> ask(const Request& request, const Enclosed& enclosed);
  Result<Answer> wait_for_answer(std::chrono::milliseconds patience);
  Result<Canvas> pixels_of(Descriptor file, const Request& request, std::size_t most_bytes);
  Result<void> spawn();
  bool alive();
  Result<void> ensure_running();
  Result<void> choose_program(const Descriptor& file);
  Error cause_of_death();

  DecoderLimits limits_;
  std::filesystem::path program_;
  Descriptor socket_;
  pid_t process_ = 0;
  bool greeted_ = false;   ///< The process has begun to listen.
  bool for_heif_ = false;  ///< The process is, or is to be, the one that can decode AVIF and HEIF, too.
};

}  // namespace lobby::picture
