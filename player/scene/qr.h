#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace lobby::scene {

/// A QR code as a square of modules, without its quiet zone.
struct QrCode {
  int side = 0;
  std::vector<bool> dark;  ///< Row by row.
  bool operator==(const QrCode&) const = default;
  bool is_dark(int x, int y) const {
    return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)];
  }
};

/// The smallest code for a text (ISO/IEC 18004) that survives the loss of 15 % of it (level M). Nothing for an empty
/// text and one that no code holds.
std::optional<QrCode> qr_code(std::string_view text);

}  // namespace lobby::scene
