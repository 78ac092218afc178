#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>

#include "config/yaml.h"

// A config in several files: of all players, of a group, of one device, and the one on the machine. Pure; any thread.
namespace lobby::config {

/// Who wrote a file of a config.
enum class From {
  here,  ///< Whoever may write on this machine.
  afar,  ///< Whoever signs bundles: what would reach beyond the bundle's own files is refused.
};

struct Layer {
  std::string name;              ///< In findings.
  std::filesystem::path folder;  ///< Relative paths of this file begin here.
  std::string text;
  From from = From::here;
};

/// One tree of all layers, the weakest first. Of a map each key counts for itself; everything else, lists included, is
/// taken whole from the strongest layer that has it. A key that is there without a value («ticker:») has its default
/// again. Every node keeps the place where it was written. Relative paths of layers that lie in another folder than the
/// first are made whole. Nothing where a layer cannot be read at all; the report says why.
std::optional<Node> merged(std::span<const Layer> layers, Report& report);

/// The tree as YAML that reads the same, each value with the place where it was written behind it.
std::string written_out(const Node& root, const Report& report);

}  // namespace lobby::config
