#pragma once

#include <filesystem>

namespace lobby {

/// A key, and a certificate that signs itself, for 127.0.0.1; both as PEM files.
void make_certificate(const std::filesystem::path& key_file, const std::filesystem::path& certificate_file);

}  // namespace lobby
