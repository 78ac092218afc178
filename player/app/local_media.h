#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/config.h"
#include "content/item.h"

namespace lobby::app {

/// «file:///srv/lobby/news.xml» for a path, and back; only what this machine's own config names ever becomes one.
std::string url_of(const std::filesystem::path& file);
std::optional<std::filesystem::path> local_path(std::string_view url);

/// Sets `file` and `size` of an image that lies on this machine, from its header. False when it is no picture.
bool attach_local_file(content::Image& image);

/// The pictures of a folder, by name, each with the caption of its sidecar text file (the same name with .txt). Files
/// that are no pictures are passed over. At most 500. Errs (unavailable) when the folder cannot be listed to its
/// end, as when a stick is pulled.
Result<std::vector<content::Photo>> read_photo_folder(const std::filesystem::path& folder, const std::string& source);

}  // namespace lobby::app
