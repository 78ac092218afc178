#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// Files in which the kernel tells one thing each. Touches no disk, but a driver may take its time: never on the render
// thread while it draws.
namespace lobby::kiosk {

/// The first word of a file; nothing where it cannot be read or is empty.
std::optional<std::string> word_in(const std::filesystem::path& file);

/// «1», «0x0b», «50005»: the first word as a number of that base; nothing where it is none.
std::optional<std::int64_t> number_in(const std::filesystem::path& file, int base = 10);

/// What lies in a folder, in alphabetical order; none where there is no such folder.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);

}  // namespace lobby::kiosk
