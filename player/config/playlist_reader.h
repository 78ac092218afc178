#pragma once

#include <span>

#include "config/playlist.h"
#include "config/reader.h"
#include "config/source.h"

namespace lobby::config {

/// Reads a `playlist`; the default one where nothing was written. A `notices` step is put first where there is none,
/// for a notice that no one put into the rotation must be seen all the same. `sources` are those that a step may name.
std::vector<PlaylistEntry> read_playlist(const Node& node, std::span<const Source> sources, Report& report);

/// Reads `rotation`.
Rotation read_rotation(const Node& node, Report& report);

}  // namespace lobby::config
