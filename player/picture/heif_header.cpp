#include "picture/heif_header.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace lobby::picture {

namespace {

using namespace std::string_view_literals;

/// Takes numbers from the front; where they run out, it is empty and gives zeros.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t take(std::size_t count) {
    if (bytes_.size() < count) {
      bytes_ = {};
      failed_ = true;
      return 0;
    }
    std::uint64_t value = 0;
    for (const char byte : bytes_.substr(0, count)) value = value << 8U | static_cast<unsigned char>(byte);
    bytes_.remove_prefix(count);
    return value;
  }
  std::string_view take_text(std::size_t count) {
    const auto text = bytes_.substr(0, count);
    take(count);
    return failed_ ? std::string_view() : text;
  }
  bool failed() const { return failed_; }
  std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
  bool failed_ = false;
};

struct Box {
  std::string_view type;
  std::string_view body;
};

/// Boxes that lie side by side, up to the first that is damaged or goes on beyond the end.
class Boxes {
 public:
  explicit Boxes(std::string_view bytes) : left_(bytes) {}

  std::optional<Box> next() {
    constexpr std::uint64_t to_the_end = 0;
    constexpr std::uint64_t long_size = 1;
    Reader reader(left_);
    std::uint64_t size = reader.take(4);
    const auto type = reader.take_text(4);
    if (size == long_size) size = reader.take(8);
    const std::size_t header = left_.size() - reader.rest().size();
    if (size == to_the_end) size = left_.size();
    if (reader.failed() || size < header || size > left_.size()) return std::nullopt;
    const Box box{type, left_.substr(header, size - header)};
    left_.remove_prefix(size);
    return box;
  }

  /// The next one of that type.
  std::optional<std::string_view> find(std::string_view type) {
    while (const auto box = next()) {
      if (box->type == type) return box->body;
    }
    return std::nullopt;
  }

 private:
  std::string_view left_;
};

/// Version and flags of a box that has them.
struct Version {
  explicit Version(Reader& reader)
      : number(static_cast<unsigned>(reader.take(1))), flags(static_cast<unsigned>(reader.take(3))) {}
  unsigned number;
  unsigned flags;
};

std::optional<std::uint64_t> primary_item(std::string_view meta) {
  const auto box = Boxes(meta).find("pitm"sv);
  if (!box) return std::nullopt;
  Reader reader(*box);
  const Version version(reader);
  const auto item = reader.take(version.number == 0 ? 2 : 4);
  return reader.failed() ? std::nullopt : std::optional(item);
}

/// The numbers of properties that belong to an item, in their order.
struct Associations {
  std::array<std::uint32_t, 255> all;
  std::size_t count = 0;
};

Associations associations_of(std::string_view ipma, std::uint64_t item) {
  Reader reader(ipma);
  const Version version(reader);
  const bool wide = (version.flags & 1U) != 0;
  for (auto entries = reader.take(4); entries > 0 && !reader.failed(); --entries) {
    const bool wanted = reader.take(version.number == 0 ? 2 : 4) == item;
    Associations found;
    for (auto left = reader.take(1); left > 0; --left) {
      const auto number = static_cast<std::uint32_t>(reader.take(wide ? 2 : 1)) & (wide ? 0x7FFFU : 0x7FU);
      found.all[found.count++] = number;
    }
    if (wanted && !reader.failed()) return found;
  }
  return {};
}

/// Counted from 1. A picture has a dozen of them, a tiled one not many more.
std::optional<Box> property(std::string_view ipco, std::uint32_t number) {
  constexpr std::uint32_t most = 1024;
  if (number == 0 || number > most) return std::nullopt;
  Boxes boxes(ipco);
  for (std::uint32_t at = 1; at < number; ++at) {
    if (!boxes.next()) return std::nullopt;
  }
  return boxes.next();
}

/// Of the clean aperture (14496-12, 12.1.4): parts of a whole. What has no whole part stays as it was.
int clean(std::uint64_t parts, std::uint64_t of, int length) {
  return of > 0 && parts >= of
             ? static_cast<int>(std::min<std::uint64_t>(parts / of, static_cast<std::uint64_t>(length)))
             : length;
}

/// One more step from what is stored to what is shown.
void apply(const Box& property, Size& size) {
  Reader reader(property.body);
  if (property.type == "ispe"sv) {
    const Version version(reader);
    const auto width = static_cast<std::uint32_t>(reader.take(4));
    const auto height = static_cast<std::uint32_t>(reader.take(4));
    size = {static_cast<int>(width), static_cast<int>(height)};
  } else if (property.type == "clap"sv && size.width > 0 && size.height > 0) {
    const auto across = reader.take(4);
    const auto of_across = reader.take(4);
    const auto down = reader.take(4);
    const auto of_down = reader.take(4);
    size = {clean(across, of_across, size.width), clean(down, of_down, size.height)};
  } else if (property.type == "irot"sv && (reader.take(1) & 1U) == 1) {
    std::swap(size.width, size.height);
  }
}

std::optional<Header> header_in(std::string_view meta, PictureType type) {
  const auto item = primary_item(meta);
  const auto properties = Boxes(meta).find("iprp"sv);
  if (!item || !properties) return std::nullopt;
  const auto all = Boxes(*properties).find("ipco"sv);
  if (!all) return std::nullopt;
  Header header{type, {}, {}};
  Boxes tables(*properties);
  while (const auto table = tables.find("ipma"sv)) {
    const Associations own = associations_of(*table, *item);
    for (std::size_t index = 0; index < own.count; ++index) {
      if (const auto found = property(*all, own.all[index])) apply(*found, header.stored);
    }
    if (own.count > 0) break;
  }
  return header.stored == Size{} ? std::nullopt : std::optional(header);
}

}  // namespace

std::optional<PictureType> heif_type(std::string_view bytes) {
  static constexpr std::array<std::string_view, 2> of_avif{"avif", "avis"};
  static constexpr std::array<std::string_view, 8> of_heif{"heic", "heix", "heim", "heis",
                                                           "hevc", "hevx", "mif1", "msf1"};
  Reader reader(bytes);
  const auto size = reader.take(4);
  if (reader.take_text(4) != "ftyp"sv || size < 16) return std::nullopt;
  std::optional<PictureType> type;
  constexpr std::size_t most_brands = 32;
  const std::string_view brands = bytes.substr(8, std::min<std::uint64_t>(size - 8, most_brands * 4));
  for (std::size_t at = 0; at + 4 <= brands.size(); at += 4) {
    const auto brand = brands.substr(at, 4);
    if (std::ranges::find(of_avif, brand) != of_avif.end()) return PictureType::avif;
    if (std::ranges::find(of_heif, brand) != of_heif.end()) type = PictureType::heif;
  }
  return type;
}

std::optional<Header> heif_header(std::string_view bytes) {
  const auto type = heif_type(bytes);
  if (!type) return std::nullopt;
  auto meta = Boxes(bytes).find("meta"sv);
  constexpr std::size_t version_and_flags = 4;
  if (!meta || meta->size() < version_and_flags) return std::nullopt;
  return header_in(meta->substr(version_and_flags), *type);
}

}  // namespace lobby::picture
