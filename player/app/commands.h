#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"

// The commands of the command line. Each returns the exit status: 0 done, 1 failed, 2 wrong usage. Results go to
// standard output, messages to standard error.
namespace lobby::app {

struct RunOptions {
  std::optional<std::filesystem::path> config;
  std::optional<Size> window;
  std::optional<std::chrono::milliseconds> duration;
  std::optional<std::filesystem::path> report;
};
int run(const RunOptions& options);

struct SnapshotOptions {
  std::optional<std::filesystem::path> config;
  std::filesystem::path out;
  std::optional<std::string> at;
  Size size{1920, 1080};
  bool offline = false;
};
int snapshot(const SnapshotOptions& options);

struct DiffOptions {
  std::filesystem::path before;
  std::filesystem::path after;
  std::filesystem::path out;
  std::optional<std::string> at;
  Size size{1920, 1080};
  bool offline = false;
};
/// Exit status as of diff(1): 0 nothing changes, 1 something does, 2 it could not be told.
int diff(const DiffOptions& options);

struct LayoutsOptions {
  std::optional<std::filesystem::path> config;
  std::filesystem::path out;
  std::vector<std::string> themes;  ///< None: that of the config.
  std::vector<Size> sizes;          ///< None: the usual ones.
  std::optional<std::filesystem::path> samples;
  std::optional<std::string> at;
};
int layouts(const LayoutsOptions& options);

struct ScheduleOptions {
  std::optional<std::filesystem::path> config;
  std::optional<std::string> at;
  int days = 1;
  bool offline = false;
  bool json = false;
};
int schedule(const ScheduleOptions& options);

struct RehearseOptions {
  std::optional<std::filesystem::path> config;
  std::optional<std::filesystem::path> bundle;  ///< The folder of a signed bundle; none: the one in use.
};
/// Tries a config with all its themes, and plays the next day with it; what is wrong goes to standard output.
int rehearse(const RehearseOptions& options);

struct BundleOptions {
  std::filesystem::path folder;
  std::int64_t version = 0;
  std::string expires;
  std::vector<std::string> public_keys;
};
/// Writes the list of the files in a folder, which then is signed.
int bundle(const BundleOptions& options);

struct ConfigOptions {
  std::optional<std::filesystem::path> config;
  bool effective = false;
  std::optional<std::filesystem::path> bundle;  ///< The folder of a signed bundle; none: the one in use.
};
/// Prints which config and which bundle are in use, or the whole config with the place of each value.
int config_status(const ConfigOptions& options);

struct EnrolOptions {
  std::filesystem::path file;
  std::filesystem::path root = "/";  ///< Of the machine.
  bool keep_password = false;        ///< In the file; so it is wherever the machine is not this one.
};
/// Makes the machine what a file from its boot partition says, and prints the files that are other ones now.
int enrol(const EnrolOptions& options);

int check(const std::vector<std::filesystem::path>& files);

struct ReadOptions {
  std::string as = "auto";
  std::string base_url;
  std::string content_type;
  std::optional<std::filesystem::path> recipe;
  std::optional<std::filesystem::path> out;
  std::string file;
};
int read(const ReadOptions& options);

int fetch(const std::optional<std::filesystem::path>& config);

int calendar(const std::vector<std::string>& dates);

/// Prints a schema (config, theme, layout) or the reference of all keys (reference).
int schema(const std::string& of);

int doctor(const std::optional<std::filesystem::path>& config);

}  // namespace lobby::app
