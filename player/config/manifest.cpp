#include "config/manifest.h"

#include <algorithm>
#include <charconv>

#include "base/format.h"
#include "config/key_notes.h"
#include "config/notices.h"
#include "config/reader.h"
#include "config/recorder.h"
#include "config/remote_reader.h"
#include "config/schema.h"

namespace lobby::config {

namespace {

bool is_letter_or_digit(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

bool is_path_letter(char letter) {
  return is_letter_or_digit(letter) || letter == '.' || letter == '_' || letter == '-';
}

bool is_path_part(std::string_view part) {
  return !part.empty() && part.front() != '.' && std::ranges::all_of(part, is_path_letter);
}

Scalar<std::int64_t> number_to(std::int64_t most) {
  return {format("a whole number from 1 to {}", most),
          [most](std::string_view text) -> std::optional<std::int64_t> {
            std::int64_t number = 0;
            const char* end = text.data() + text.size();
            const auto [stop, error] = std::from_chars(text.data(), end, number);
            const bool right = error == std::errc() && stop == end && number >= 1 && number <= most;
            return right ? std::optional(number) : std::nullopt;
          },
          {},
          {.kind = Form::Kind::whole, .least = 1, .most = static_cast<double>(most)}};
}

Scalar<std::string> sha256_digest() {
  return {"a SHA-256 digest: 64 lower-case hexadecimal digits",
          [](std::string_view text) -> std::optional<std::string> {
            constexpr std::size_t digits = 64;
            const bool right =
                text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
            return right ? std::optional(std::string(text)) : std::nullopt;
          },
          {},
          form_of_pattern("^[0-9a-f]{64}$")};
}

Scalar<std::string> bundle_path() {
  constexpr std::string_view part = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
  return {"a path of a bundle: up to 8 parts of letters, digits and ._- that begin with no dot, between slashes",
          [](std::string_view text) { return is_bundle_path(text) ? std::optional(std::string(text)) : std::nullopt; },
          {},
          form_of_pattern(format(R"(^(?!.{{201}})(?!bundle\.yaml$)(?!.*\.part$){0}(/{0}){{0,7}}$)", part))};
}

BundleFile read_file(const MapEntry& entry, Report& report) {
  const MapReader map(entry.value, "a file", {"size", "sha256"}, report);
  BundleFile file{.path = entry.key, .size = 0, .sha256 = {}};
  std::int64_t size = 0;
  map.require("size", number_to(static_cast<std::int64_t>(most_bundle_file_bytes)), size);
  map.require("sha256", sha256_digest(), file.sha256);
  file.size = static_cast<std::uint64_t>(size);
  return file;
}

void check_sum(const std::vector<BundleFile>& files, Position at, Report& report) {
  std::uint64_t bytes = 0;
  for (const auto& file : files) bytes += file.size;
  if (bytes > most_bundle_bytes) report.error(at, format("the files have more than {} bytes", most_bundle_bytes));
  if (std::ranges::find(files, fleet_config, &BundleFile::path) == files.end()) {
    report.error(at, format("'files' has no '{}'", fleet_config));
  }
}

std::vector<BundleFile> read_files(const MapReader& map) {
  std::vector<BundleFile> files;
  const Node* node = map.require("files");
  if (!node) return files;
  if (!may_be_map(*node)) {
    report_mismatch(*node, "'files'", "a map of files", {}, map.report());
    return files;
  }
  if (node->entries.size() > most_bundle_files) {
    map.report().error(node->at, format("'files' has more than {} entries", most_bundle_files));
    return files;
  }
  const Scalar<std::string> path = bundle_path();
  for (const MapEntry& entry : read_names(*node, "'files'", path, map.report())) {
    files.push_back(read_file(entry, map.report()));
  }
  check_sum(files, node->at, map.report());
  return files;
}

Manifest read_manifest(const Node& root, Report& report) {
  const MapReader map(root, "the list", {"version", "expires", "public_key", "files"}, report);
  Manifest manifest;
  map.require("version", number_to(999'999'999'999'999), manifest.version);
  map.require("expires", end_time({}), manifest.expires);
  if (const Node* keys = map.find("public_key")) {
    for (auto& [key, at] : read_public_keys(*keys, "a public key of minisign", report)) {
      manifest.public_keys.push_back(std::move(key));
    }
  }
  manifest.files = read_files(map);
  return manifest;
}

}  // namespace

bool is_bundle_path(std::string_view path) {
  constexpr std::size_t most_bytes = 200;
  constexpr int most_parts = 8;
  // These are made beside the files while they come.
  if (path.size() > most_bytes || path.ends_with(".part") || path == manifest_name) return false;
  for (int parts = 1; parts <= most_parts; ++parts) {
    const std::size_t end = path.find('/');
    if (!is_path_part(path.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    path.remove_prefix(end + 1);
  }
  return false;
}

Checked<Manifest> parse_manifest(std::string_view yaml, const std::string& file) {
  Report report(file, Severity::error);
  Manifest manifest;
  if (const auto root = parse_yaml(yaml, report)) manifest = read_manifest(*root, report);
  return std::move(report).checked(std::move(manifest));
}

Schema manifest_schema() {
  return Recorder::schema_of([](const Node& root, Report& report) { read_manifest(root, report); }, manifest_notes());
}

std::string written(const Manifest& manifest) {
  std::string text = format("version: {}\nexpires: {:%Y-%m-%dT%H:%M:%SZ}\n", manifest.version, manifest.expires);
  if (!manifest.public_keys.empty()) text += "public_key:\n";
  for (const auto& key : manifest.public_keys) text += format("- {}\n", key);
  text += "files:\n";
  auto files = manifest.files;
  std::ranges::sort(files, {}, &BundleFile::path);
  for (const auto& file : files) {
    text += format("  {}: {{size: {}, sha256: {}}}\n", file.path, file.size, file.sha256);
  }
  return text;
}

}  // namespace lobby::config
