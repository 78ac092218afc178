#include "picture/decoder.h"

#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>

#include "made_picture.h"

namespace lobby::picture {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;

fs::path test_file(const std::string& name) { return fs::path(LOBBY_SOURCE_DIR) / "tests/picture/pictures" / name; }

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// A decoder with a fault: the program looks at its own name.
class Faulty {
 public:
  explicit Faulty(const std::string& fault)
      : folder_(fs::temp_directory_path() / ("lobby-faulty-" + std::to_string(getpid()))), program_(folder_ / fault) {
    fs::create_directories(folder_);
    fs::copy_file(LOBBY_FAULTY_DECODER, program_, fs::copy_options::overwrite_existing);
  }
  ~Faulty() { fs::remove_all(folder_); }
  Faulty(const Faulty&) = delete;
  Faulty& operator=(const Faulty&) = delete;
  const fs::path& program() const { return program_; }

 private:
  fs::path folder_;
  fs::path program_;
};

const Fitting small{{24, 16}};

TEST(Decoder, GivesThePixelsThatDecodingHereGives) {
  Decoder decoder;
  for (const char* name :
       {"baseline.jpg", "cmyk.jpg", "orientation6.jpg", "palette.png", "lossy.webp", "animated.gif"}) {
    for (const auto fit : {PictureFit::cover, PictureFit::whole}) {
      const Fitting fitting{{40, 10}, fit, {}, PictureTone::grey};
      const auto there = decoder.decode(test_file(name), fitting);
      ASSERT_TRUE(there) << name << ": " << there.error().message;
      const auto here = decode_fitted(bytes_of(test_file(name)), fitting);
      ASSERT_TRUE(here);
      EXPECT_EQ(*there, *here) << name;
    }
  }
}

TEST(Decoder, GivesAPictureWholeThatCoversABox) {
  Decoder decoder;
  for (const char* name : {"baseline.jpg", "orientation6.jpg", "palette.png"}) {
    const auto there = decoder.decode_covering(test_file(name), {12, 12});
    ASSERT_TRUE(there) << name << ": " << there.error().message;
    EXPECT_EQ(*there, *decode_picture(bytes_of(test_file(name)), {12, 12})) << name;
    EXPECT_FALSE(decoder.decode_covering("/nowhere/a.jpg", {12, 12}));
  }
}

TEST(Decoder, OneProcessServesManyPictures) {
  Decoder decoder;
  decoder.start();
  const pid_t process = decoder.process();
  EXPECT_GT(process, 0);
  for (int round = 0; round < 20; ++round) {
    EXPECT_TRUE(decoder.decode(test_file("baseline.jpg"), small));
    EXPECT_TRUE(decoder.verify(bytes_of(test_file("palette.png"))));
  }
  EXPECT_EQ(decoder.process(), process);
  decoder.rest();
  EXPECT_EQ(kill(process, 0), -1) << "it is gone and leaves no zombie";
}

TEST(Decoder, SaysWhatIsTheMatterWithAPicture) {
  Decoder decoder;
  const auto bytes = bytes_of(test_file("baseline.jpg"));
  const auto info = decoder.verify(bytes);
  ASSERT_TRUE(info);
  EXPECT_EQ(*info, (PictureInfo{PictureType::jpeg, {48, 32}}));
  const auto cut = decoder.verify(bytes.substr(0, bytes.size() - 40));
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().message, "the JPEG cannot be shown: it ends early");
  EXPECT_EQ(cut.error().kind, ErrorKind::invalid);
  const auto page = decoder.decode_bytes("<!DOCTYPE html>", small);
  ASSERT_FALSE(page);
  EXPECT_THAT(page.error().message, HasSubstr("a page or SVG came instead of a picture"));
  EXPECT_FALSE(decoder.decode_bytes(std::string_view(), small));
}

TEST(Decoder, AFileThatIsNoneIsNeverWaitedFor) {
  Decoder decoder;
  const fs::path pipe = fs::temp_directory_path() / ("lobby-pipe-" + std::to_string(getpid()));
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const auto from_pipe = decoder.decode(pipe, small);
  fs::remove(pipe);
  ASSERT_FALSE(from_pipe);
  EXPECT_EQ(from_pipe.error().kind, ErrorKind::unavailable);
  const auto from_folder = decoder.decode(fs::temp_directory_path(), small);
  ASSERT_FALSE(from_folder);
  EXPECT_THAT(from_folder.error().message, HasSubstr("it is no file"));
  const auto missing = decoder.decode(fs::path("/nowhere/a.jpg"), small);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().message, "/nowhere/a.jpg cannot be read: there is no such file");
  EXPECT_EQ(decoder.process(), 0) << "none of these needs a decoder";
}

TEST(Decoder, OneThatWasKilledWhileItWaitedCostsNoPicture) {
  Decoder decoder;
  for (const int signal : {SIGKILL, SIGSEGV, SIGTERM}) {
    decoder.start();
    const pid_t before = decoder.process();
    ASSERT_EQ(kill(before, signal), 0);
    siginfo_t ended{};
    ASSERT_EQ(waitid(P_PID, static_cast<id_t>(before), &ended, WEXITED | WNOWAIT), 0);
    const auto picture = decoder.decode(test_file("baseline.jpg"), small);
    EXPECT_TRUE(picture) << picture.error().message;
    EXPECT_NE(decoder.process(), before);
  }
}

TEST(Decoder, OneThatStandsStillIsGivenUpAndReplaced) {
  Decoder decoder({500ms});
  ASSERT_TRUE(decoder.decode(test_file("baseline.jpg"), small));
  const pid_t stopped = decoder.process();
  ASSERT_EQ(kill(stopped, SIGSTOP), 0);
  const auto picture = decoder.decode(test_file("baseline.jpg"), small);
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.error().kind, ErrorKind::refused);
  EXPECT_EQ(picture.error().message, "the picture cannot be shown: decoding it took more than 0.5 s");
  EXPECT_EQ(kill(stopped, 0), -1);
  EXPECT_TRUE(decoder.decode(test_file("baseline.jpg"), small));
}

Canvas noise(Size size) {
  Canvas canvas(size);
  std::uint32_t state = 1;
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x)
      canvas.row(y)[x] = 0xFF000000U | (state = state * 1664525U + 1013904223U) >> 8U;
  }
  return canvas;
}

TEST(Decoder, APictureThatTakesTooLongIsGivenUp) {
  const auto slow = png_of(noise({1200, 800}));
  Decoder decoder({1ms});
  const auto picture = decoder.decode_bytes(slow, small);
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.error().message, "the picture cannot be shown: decoding it took more than 0.001 s");
  EXPECT_EQ(decoder.process(), 0) << "the process went with it";
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST(Decoder, APictureThatNeedsTooMuchMemoryCostsNoProcess) {
  constexpr std::size_t little = 24U << 20U;
  Decoder decoder({30s, little});
  const auto large = jpeg_of(noise({2000, 1600}), {.interlaced = true});
  for (const auto& bytes : {large, png_of(noise({2000, 1800}), {.interlaced = true})}) {
    const auto picture = decoder.decode_bytes(bytes, small);
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().kind, ErrorKind::refused);
    EXPECT_THAT(picture.error().message, HasSubstr("needs too much memory"));
    const pid_t process = decoder.process();
    EXPECT_TRUE(decoder.decode(test_file("baseline.jpg"), small));
    EXPECT_EQ(decoder.process(), process);
  }
  EXPECT_TRUE(Decoder().decode_bytes(large, small));
}
#endif

struct FaultCase {
  const char* fault;
  ErrorKind kind;
  const char* reason;
};

TEST(Decoder, EveryFaultOfADecoderCostsOnePicture) {
  const FaultCase cases[] = {
      {"crashes", ErrorKind::invalid, "the picture cannot be shown: its decoder crashed (SIGSEGV)"},
      {"aborts", ErrorKind::invalid, "the picture cannot be shown: its decoder crashed (SIGABRT)"},
      {"gives-up", ErrorKind::invalid, "the picture cannot be shown: its decoder gave up"},
      {"boasts", ErrorKind::invalid, "its decoder gave no pixels"},
      {"shrinks", ErrorKind::invalid, "its decoder gave no pixels"},
      {"closes", ErrorKind::invalid, "its decoder gave up"},
      {"is-killed", ErrorKind::refused, "the system killed its decoder, for want of memory perhaps"},
      {"hangs", ErrorKind::refused, "decoding it took more than 0.2 s"},
      {"keeps", ErrorKind::invalid, "its decoder gave no pixels"},
      {"babbles", ErrorKind::invalid, "its decoder gave up"},
      {"shouts", ErrorKind::invalid, "    "},
      {"ends-at-once", ErrorKind::unavailable, "the picture decoder cannot be started: it ends at once"},
  };
  for (const auto& [fault, kind, reason] : cases) {
    const Faulty faulty(fault);
    Decoder decoder({std::string_view(fault) == "hangs" ? 200ms : 30s}, faulty.program());
    for (int round = 0; round < 2; ++round) {
      const auto picture = decoder.decode(test_file("baseline.jpg"), small);
      ASSERT_FALSE(picture) << fault;
      EXPECT_THAT(picture.error().message, HasSubstr(reason)) << fault;
      EXPECT_EQ(picture.error().kind, kind) << fault;
    }
  }
}

TEST(Decoder, AProgramThatIsMissingIsNamed) {
  Decoder decoder({}, "/nowhere/lobby-picture");
  const auto picture = decoder.decode(test_file("baseline.jpg"), small);
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.error().kind, ErrorKind::unavailable);
  EXPECT_EQ(picture.error().message,
            "the picture decoder cannot be started: /nowhere/lobby-picture: No such file or directory");
}

}  // namespace
}  // namespace lobby::picture
