#include "picture/decoder.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include "base/format.h"
#include "picture/heif_header.h"
#include "picture/mapping.h"
#include "picture/message.h"

namespace lobby::picture {

namespace {

namespace fs = std::filesystem;

std::unexpected<Error> no_decoder(const char* reason) {
  return fail(ErrorKind::unavailable, format("the picture decoder cannot be started: {}", reason));
}

std::unexpected<Error> unreadable(const fs::path& file, const char* reason) {
  return fail(ErrorKind::unavailable, format("{} cannot be read: {}", file.string(), reason), Where{file.string()});
}

/// Memory that both processes see; its size is fixed, so that neither can take it away from under the other.
Descriptor shared_memory(std::size_t bytes) {
  Descriptor memory(memfd_create("picture", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!memory || ftruncate(memory.get(), static_cast<off_t>(bytes)) != 0) return {};
  fcntl(memory.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW);
  return memory;
}

Descriptor shared_copy(std::string_view bytes) {
  Descriptor memory = shared_memory(bytes.size());
  const Mapping mapping(memory.get(), bytes.size(), Mapping::Access::write);
  if (!memory || (!mapping && !bytes.empty())) return {};
  if (mapping) std::memcpy(mapping.pixels().data(), bytes.data(), bytes.size());
  return memory;
}

/// Nothing of it can be written any more, so what is read twice is the same twice.
bool seal(const Descriptor& memory) { return fcntl(memory.get(), F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SEAL) == 0; }

constexpr int most_side = 8192;  ///< Of a canvas.

std::size_t bytes_of(Size size) {
  return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * sizeof(std::uint32_t);
}

Result<Descriptor> opened(const fs::path& file) {
  // A pipe would make the open wait for its other end.
  Descriptor opened(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!opened) return unreadable(file, errno == ENOENT ? "there is no such file" : std::strerror(errno));
  constexpr off_t most_bytes = 64 << 20;
  struct stat facts{};
  fstat(opened.get(), &facts);
  if (!S_ISREG(facts.st_mode)) return unreadable(file, "it is no file");
  if (facts.st_size > most_bytes) {
    return fail(ErrorKind::refused, format("{} is larger than {} bytes", file.string(), most_bytes),
                Where{file.string()});
  }
  return opened;
}

/// What the other process says is shown to an operator: printable, whatever it is.
std::string printable(const char* text) {
  std::string result(text);
  std::ranges::replace_if(result, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return result;
}

fs::path heif_program(const fs::path& program) { return program.parent_path() / "lobby-picture-heif"; }

}  // namespace

fs::path decoder_program() {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  fs::path installed = folder.parent_path() / "libexec" / "lobby-player" / "lobby-picture";
  if (fs::exists(installed, error)) return installed;
  for (fs::path above = folder; above.has_relative_path(); above = above.parent_path()) {
    fs::path built = above / "player" / "picture" / "lobby-picture";
    if (fs::exists(built, error)) return built;
  }
  return installed;
}

Decoder::Decoder(DecoderLimits limits, fs::path program) : limits_(limits), program_(std::move(program)) {}

Result<Canvas> Decoder::decode(const fs::path& file, const Fitting& fitting) {
  auto found = opened(file);
  if (!found) return std::unexpected(found.error());
  return pixels_of(*std::move(found), {Request::What::fit, fitting}, bytes_of(fitting.box));
}

Result<Canvas> Decoder::decode_bytes(std::string_view bytes, const Fitting& fitting) {
  Descriptor copy = shared_copy(bytes);
  if (!copy) return fail(ErrorKind::unavailable, "there is no memory for the picture");
  return pixels_of(std::move(copy), {Request::What::fit, fitting}, bytes_of(fitting.box));
}

Result<Canvas> Decoder::decode_covering(const fs::path& file, Size least) {
  auto found = opened(file);
  if (!found) return std::unexpected(found.error());
  // Only what is written takes memory.
  return pixels_of(*std::move(found), {Request::What::cover, {least}}, bytes_of({most_side, most_side}));
}

Result<Canvas> Decoder::pixels_of(Descriptor file, const Request& request, std::size_t most_bytes) {
  const Enclosed enclosed{std::move(file), shared_memory(most_bytes)};
  if (!enclosed.pixels) return fail(ErrorKind::unavailable, "there is no memory for the pixels");
  const auto answer = ask(request, enclosed);
  if (!answer) return std::unexpected(answer.error());
  const Size size = answer->size;
  const bool fits = size.width > 0 && size.height > 0 && size.width <= most_side && size.height <= most_side;
  if (!fits || !seal(enclosed.pixels) || bytes_of(size) > most_bytes) {
    rest();
    return fail(ErrorKind::invalid, "the picture cannot be shown: its decoder gave no pixels");
  }
  const Mapping pixels(enclosed.pixels.get(), bytes_of(size), Mapping::Access::read);
  if (!pixels) return fail(ErrorKind::unavailable, "there is no memory for the pixels");
  Canvas canvas(size);
  std::memcpy(canvas.row(0), pixels.pixels().data(), canvas.bytes());
  return canvas;
}

Result<PictureInfo> Decoder::verify(std::string_view bytes) {
  // What is no picture by its first bytes costs no copy.
  if (const auto info = read_picture_info(bytes); !info) return info;
  const Enclosed enclosed{shared_copy(bytes), {}};
  if (!enclosed.file) return fail(ErrorKind::unavailable, "there is no memory for the picture");
  const auto answer = ask({Request::What::verify, {}}, enclosed);
  if (!answer) return std::unexpected(answer.error());
  return answer->info;
}

Result<Answer> Decoder::ask(const Request& request, const Enclosed& enclosed) {
  if (const auto chosen = choose_program(enclosed.file); !chosen) return std::unexpected(chosen.error());
  // One that ended while nothing was asked of it did not die of this picture.
  for (int tries = 0; tries < 2; ++tries) {
    if (const auto running = ensure_running(); !running) return std::unexpected(running.error());
    if (!send_request(socket_.get(), request, enclosed)) continue;
    const auto answer = wait_for_answer(limits_.patience);
    if (!answer) return answer;
    if (answer->good == 1) return answer;
    return fail(answer->kind, printable(answer->message.data()));
  }
  rest();
  return no_decoder("it ends again and again");
}

Result<Answer> Decoder::wait_for_answer(std::chrono::milliseconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  pollfd socket{socket_.get(), POLLIN, 0};
  int ready = 0;
  do {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    ready = poll(&socket, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
  } while (ready < 0 && errno == EINTR);
  if (ready == 0) {
    rest();
    return fail(ErrorKind::refused, format("the picture cannot be shown: decoding it took more than {} s",
                                           std::chrono::duration<double>(patience).count()));
  }
  const auto answer = receive_answer(socket_.get());
  if (!answer) return std::unexpected(cause_of_death());
  return *answer;
}

/// What the other program can do is everything, but it is larger.
Result<void> Decoder::choose_program(const Descriptor& file) {
  std::string head(200, '\0');
  const auto length = pread(file.get(), head.data(), head.size(), 0);
  head.resize(static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  if (for_heif_ || !heif_type(head)) return {};
  std::error_code error;
  if (!fs::exists(heif_program(program_), error)) {
    return fail(ErrorKind::invalid, "this player was built without AVIF and HEIF; save the picture as JPEG");
  }
  rest();
  for_heif_ = true;
  return {};
}

void Decoder::start() {
  if (!alive()) static_cast<void>(spawn());
}

void Decoder::rest() {
  for_heif_ = false;
  if (process_ == 0) return;
  socket_ = {};
  kill(process_, SIGKILL);
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
}

bool Decoder::alive() {
  if (process_ == 0) return false;
  pollfd socket{socket_.get(), 0, 0};
  return poll(&socket, 1, 0) == 0;
}

Result<void> Decoder::spawn() {
  const bool for_heif = for_heif_;
  rest();
  for_heif_ = for_heif;
  const fs::path program = for_heif ? heif_program(program_) : program_;
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) return no_decoder(std::strerror(errno));
  Descriptor ours(ends[0]);
  const Descriptor theirs(ends[1]);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  std::string name = "lobby-picture";
  std::string memory = std::to_string(limits_.memory);
  const std::array<char*, 3> arguments{name.data(), memory.data(), nullptr};
  // It needs nothing of what surrounds the player, least of all its secrets.
  const std::array<char*, 1> environment{nullptr};
  pid_t process = 0;
  const int error = posix_spawn(&process, program.c_str(), &actions, nullptr, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return no_decoder(format("{}: {}", program.string(), std::strerror(error)).c_str());
  process_ = process;
  socket_ = std::move(ours);
  greeted_ = false;
  return {};
}

/// A process that cannot even begin, for want of a library perhaps, must not be blamed on a picture.
Result<void> Decoder::ensure_running() {
  if (!alive()) {
    if (const auto spawned = spawn(); !spawned) return spawned;
  }
  if (greeted_) return {};
  constexpr std::chrono::seconds patience(10);
  if (const auto greeting = wait_for_answer(patience); !greeting) {
    return no_decoder(greeting.error().kind == ErrorKind::refused ? "it does not begin" : "it ends at once");
  }
  greeted_ = true;
  return {};
}

/// Why there was no answer. Takes leave of the process.
Error Decoder::cause_of_death() {
  // Its socket is closed a little before it has ended; and it may have closed that and live on.
  constexpr int grace = 500;  // ms
  const Descriptor ending(static_cast<int>(syscall(SYS_pidfd_open, process_, 0)));
  pollfd ended{ending.get(), POLLIN, 0};
  const bool lives_on = poll(&ended, 1, grace) != 1;
  if (lives_on) kill(process_, SIGKILL);
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
  socket_ = {};
  if (lives_on || !WIFSIGNALED(status))
    return {ErrorKind::invalid, "the picture cannot be shown: its decoder gave up", std::nullopt};
  const int signal = WTERMSIG(status);
  if (signal == SIGBUS) {
    return {ErrorKind::unavailable, "the picture cannot be shown: its file was cut while it was read", std::nullopt};
  }
  if (signal == SIGKILL) {
    return {ErrorKind::refused,
            "the picture cannot be shown: the system killed its decoder, for want of memory perhaps", std::nullopt};
  }
  return {ErrorKind::invalid, format("the picture cannot be shown: its decoder crashed (SIG{})", sigabbrev_np(signal)),
          std::nullopt};
}

}  // namespace lobby::picture
