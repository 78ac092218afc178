#include "gather/whole_picture.h"

#include <algorithm>
#include <fstream>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

namespace lobby::gather {

namespace {

using namespace std::string_view_literals;

// Markers of JPEG: ITU-T T.81, table B.1.
constexpr int end_of_image = 0xD9;
constexpr int start_of_scan = 0xDA;

bool stands_alone(int marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8); }

/// The last bytes of a file and where they begin in it.
struct Tail {
  std::string bytes;
  std::streamoff at = 0;
};

Tail tail_of(std::istream& stream, std::uintmax_t size) {
  constexpr std::uintmax_t most = 4096;  // Cameras and programs leave a little behind the end.
  Tail tail{std::string(std::min(size, most), '\0'), static_cast<std::streamoff>(size - std::min(size, most))};
  stream.seekg(tail.at);
  stream.read(tail.bytes.data(), static_cast<std::streamsize>(tail.bytes.size()));
  tail.bytes.resize(static_cast<std::size_t>(stream.gcount()));
  stream.clear();
  return tail;
}

/// The next marker from here on; entropy-coded bytes before it are passed over, where a marker cannot stand.
std::optional<int> next_marker(std::streambuf& bytes) {
  using Traits = std::char_traits<char>;
  for (int byte = bytes.sbumpc(); byte != Traits::eof(); byte = bytes.sbumpc()) {
    if (byte != 0xFF) continue;
    while (byte == 0xFF) byte = bytes.sbumpc();
    if (byte == Traits::eof()) return std::nullopt;
    if (byte != 0) return byte;
  }
  return std::nullopt;
}

/// Over the segments, since a thumbnail in one of them has an end of its own.
bool has_end_of_jpeg(std::istream& stream, const Tail& tail) {
  const auto found = tail.bytes.rfind("\xFF\xD9"sv);
  const std::streamoff usual_end = found == tail.bytes.npos ? -1 : tail.at + static_cast<std::streamoff>(found);
  stream.seekg(2);
  auto& bytes = *stream.rdbuf();
  while (const auto marker = next_marker(bytes)) {
    if (*marker == end_of_image) return true;
    if (stands_alone(*marker)) continue;
    if (*marker == start_of_scan && usual_end > stream.tellg()) return true;
    const int high = bytes.sbumpc();
    const int low = bytes.sbumpc();
    if (high < 0 || low < 0 || high * 256 + low < 2) return false;
    stream.seekg(high * 256 + low - 2, std::ios::cur);
  }
  return false;
}

bool has_end_of_webp(std::istream& stream, std::uintmax_t size) {
  std::string head(8, '\0');
  stream.seekg(0);
  if (!stream.read(head.data(), 8)) return false;
  std::uint32_t announced = 0;
  for (std::size_t at = 8; at-- > 4;) announced = announced << 8U | static_cast<unsigned char>(head[at]);
  return size >= std::uintmax_t{announced} + 8;
}

/// Over the boxes that lie side by side (ISO/IEC 14496-12, 4.2); the pixels stand in one of them.
bool has_all_boxes(std::istream& stream, std::uintmax_t size) {
  std::uintmax_t at = 0;
  while (at < size) {
    std::string head(16, '\0');
    stream.clear();
    stream.seekg(static_cast<std::streamoff>(at));
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    const auto number = [&head](std::size_t from, std::size_t count) {
      std::uintmax_t value = 0;
      for (const char byte : head.substr(from, count)) value = value << 8U | static_cast<unsigned char>(byte);
      return value;
    };
    constexpr std::uintmax_t to_the_end = 0;
    constexpr std::uintmax_t long_size = 1;
    constexpr std::uintmax_t least = 8;
    const auto length = number(0, 4) == long_size ? number(8, 8) : number(0, 4);
    if (stream.gcount() < static_cast<std::streamsize>(least)) return false;
    if (length == to_the_end) return number(4, 4) != 0;
    if (length < least || length > size - at) return false;
    at += length;
  }
  return true;
}

}  // namespace

bool is_whole(const std::filesystem::path& file, picture::PictureType type, std::uintmax_t bytes) {
  std::ifstream stream(file, std::ios::binary);
  const Tail tail = tail_of(stream, bytes);
  const std::size_t last = tail.bytes.find_last_not_of('\0');
  switch (type) {
    case picture::PictureType::jpeg:
      return has_end_of_jpeg(stream, tail);
    case picture::PictureType::png:
      return tail.bytes.find("IEND"sv) != tail.bytes.npos;
    case picture::PictureType::gif:
      return last != tail.bytes.npos && tail.bytes.find(';', last > 16 ? last - 16 : 0) <= last;
    case picture::PictureType::webp:
      return last != tail.bytes.npos && has_end_of_webp(stream, bytes);
    case picture::PictureType::avif:
    case picture::PictureType::heif:
      return last != tail.bytes.npos && has_all_boxes(stream, bytes);
  }
  return false;
}

}  // namespace lobby::gather
