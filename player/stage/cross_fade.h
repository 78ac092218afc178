#pragma once

#include <cstddef>
#include <cstdint>

namespace lobby::stage {

/// to = a·(1 − progress) + b·progress for every byte; all three have the same number of pixels. Where a and b are equal
/// the result is exactly that, so what stands still never flickers.
void cross_fade(const std::uint32_t* a, const std::uint32_t* b, std::uint32_t* to, std::size_t pixels, double progress);

}  // namespace lobby::stage
