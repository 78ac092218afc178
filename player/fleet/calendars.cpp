#include "fleet/calendars.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "host/files.h"
#include "host/places.h"

namespace lobby::fleet {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".yaml") files.push_back(entry->path());
  }
  std::ranges::sort(files);
  return files;
}

config::Checked<std::vector<calendar::Anniversary>> load_calendar(const fs::path& file) {
  constexpr std::size_t most_bytes = 1U << 20U;
  const auto yaml = host::read_file(file, most_bytes);
  if (yaml) return config::parse_calendar(*yaml, file.string());
  return {std::nullopt, {{config::Severity::error, yaml.error().message, {file.string(), 1, 1}}}};
}

}  // namespace

ShippedCalendars load_calendars() {
  ShippedCalendars shipped;
  const auto data = host::data_folder();
  if (!data) return shipped;
  for (const auto& file : files_in(host::calendars_folder(*data))) {
    auto checked = load_calendar(file);
    const std::string name = file.stem().string();
    shipped.findings[name] = std::move(checked.findings);
    shipped.calendars[name] = std::move(checked.value).value_or(std::vector<calendar::Anniversary>());
  }
  return shipped;
}

std::vector<config::Finding> findings_of(const ShippedCalendars& shipped, const config::Config& config) {
  std::vector<config::Finding> all;
  for (const auto& name : config.calendars) {
    const auto found = shipped.findings.find(name);
    if (found != shipped.findings.end()) all.insert(all.end(), found->second.begin(), found->second.end());
  }
  return all;
}

}  // namespace lobby::fleet
