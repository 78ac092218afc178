#pragma once

#include <filesystem>
#include <vector>

#include "config/config.h"

namespace lobby::fleet {

/// What is wrong with a config that could be read: places that only the disk knows, keys that only the room of trust
/// reads, expressions that only the reader of pages understands, rules that never say anything. `file` names the config
/// where no closer place is known. Touches the disk.
std::vector<config::Finding> config_findings(const config::Config& config, const std::filesystem::path& file);

}  // namespace lobby::fleet
