#include "fleet/bundle_folder.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "base/format.h"
#include "base/log.h"
#include "host/files.h"
#include "host/places.h"
#include "host/version.h"
#include "store/files.h"
#include "trust/digest.h"

namespace lobby::fleet {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* state_file = "state.json";
constexpr const char* state_copy = "state.copy.json";
constexpr const char* starts_file = "starts.json";
constexpr std::size_t most_state_bytes = 64U << 10U;

Json json_of(const Refusal& refusal) {
  return {
      {"list", refusal.list}, {"version", refusal.version}, {"reason", refusal.reason}, {"may_pass", refusal.may_pass}};
}

Refusal refusal_of(const Json& json) {
  return {json.value("list", ""), json.value("version", std::int64_t{0}), json.value("reason", ""),
          json.value("may_pass", false)};
}

/// A name of a folder beside others, whatever the file says.
std::string plain_name(const Json& json, const char* key) {
  const std::string name = json.value(key, "");
  return name.find('/') == std::string::npos && !name.starts_with('.') ? name : "";
}

BundleState state_of(const Json& json) {
  BundleState state;
  state.good = plain_name(json, "good");
  state.trial = plain_name(json, "trial");
  state.before = plain_name(json, "before");
  state.had_content = json.value("had_content", false);
  state.had_sources = json.value("had_sources", false);
  state.version = json.value("version", std::int64_t{0});
  state.newest = plain_name(json, "newest");
  state.floors = json.value("floors", std::map<std::string, std::int64_t>());
  state.public_keys = json.value("public_keys", std::vector<std::string>());
  state.keys_of = json.value("keys_of", "");
  state.proven_with = json.value("proven_with", std::vector<std::string>());
  state.before_with = json.value("before_with", std::vector<std::string>());
  state.played_out = json.value("played_out", std::vector<std::string>());
  state.may_pass = json.value("may_pass", std::vector<std::string>());
  // Another player may like what this one could not play.
  if (json.value("player", "") != host::version) state.played_out.clear();
  state.refused = refusal_of(json.value("refused", Json::object()));
  state.objected = refusal_of(json.value("objected", Json::object()));
  return state;
}

/// What a file says; nothing, and what is wrong with it, where it is damaged.
std::optional<BundleState> state_in(const std::string& text, std::string& trouble) {
  try {
    return state_of(Json::parse(text));
  } catch (const Json::exception& error) {
    trouble = error.what();
    return std::nullopt;
  }
}

std::string text_of(const BundleState& state) {
  const Json json{{"good", state.good},
                  {"trial", state.trial},
                  {"before", state.before},
                  {"version", state.version},
                  {"newest", state.newest},
                  {"floors", state.floors},
                  {"had_content", state.had_content},
                  {"had_sources", state.had_sources},
                  {"keys_of", state.keys_of},
                  {"public_keys", state.public_keys},
                  {"proven_with", state.proven_with},
                  {"before_with", state.before_with},
                  {"played_out", state.played_out},
                  {"may_pass", state.may_pass},
                  {"player", host::version},
                  {"refused", json_of(state.refused)},
                  {"objected", json_of(state.objected)}};
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

fs::path BundleFolder::in_memory(const char* name) const { return run_ / (std::string("remote-") + name); }

fs::path BundleFolder::place_to_read(const char* name) const {
  std::error_code unknown;
  return !run_.empty() && fs::exists(in_memory(name), unknown) ? in_memory(name) : folder_ / name;
}

/// To the disk; what memory has of it is older then.
Result<void> BundleFolder::write(const char* name, const std::string& text) const {
  std::error_code error;
  fs::create_directories(folder_, error);
  auto written = store::write_durably(folder_, name, text);
  if (written && !run_.empty()) fs::remove(in_memory(name), error);
  return written;
}

/// For a card that forgets what was written. It is never newer, and none is better than one that stays behind.
void BundleFolder::copy_state(const std::string& text) const {
  std::error_code error;
  if (!store::write_durably(folder_, state_copy, text)) fs::remove(folder_ / state_copy, error);
}

BundleState BundleFolder::state() const {
  if (held_) return *held_;
  std::vector<fs::path> files{folder_ / state_file, folder_ / state_copy};
  if (!run_.empty()) files.insert(files.begin(), in_memory(state_file));
  BundleState none;
  std::string trouble;
  for (const auto& file : files) {
    std::error_code unknown;
    if (!fs::exists(file, unknown) && !unknown) continue;
    const auto text = host::read_file(file, most_state_bytes);
    if (!text) {
      trouble = text.error().message;
      none.known = false;
      continue;
    }
    if (auto state = state_in(*text, trouble)) {
      if (!trouble.empty()) tell_of_damage("its copy counts", trouble);
      return *std::move(state);
    }
  }
  if (!trouble.empty()) tell_of_damage("no bundle is in use until one is fetched", trouble);
  return none;
}

void BundleFolder::tell_of_damage(std::string_view therefore, const std::string& trouble) const {
  if (std::exchange(told_of_damage_, true)) return;
  log::error("{} is damaged; {}: {}", (folder_ / state_file).string(), therefore, trouble);
}

void BundleFolder::mend() const {
  const auto whole = [this](const char* name, std::string& trouble) {
    auto text = host::read_file(folder_ / name, most_state_bytes);
    if (!text) trouble = text.error().message;
    return text && state_in(*text, trouble) ? *std::move(text) : std::string();
  };
  std::string trouble;
  std::string of_the_copy;
  const std::string state = whole(state_file, trouble);
  const std::string copy = whole(state_copy, of_the_copy);
  if (!state.empty() && state != copy) copy_state(state);
  // What is in memory is newer, and is written down with the next that is saved.
  if (!state.empty() || copy.empty() || place_to_read(state_file) != folder_ / state_file) return;
  tell_of_damage("its copy counts", trouble);
  if (const auto written = write(state_file, copy); !written) log::warning("{}", written.error().message);
}

Result<void> BundleFolder::save(const BundleState& state) {
  if (!state.known) {
    return fail(ErrorKind::unavailable, format("{} cannot be read", (folder_ / state_file).string()));
  }
  const std::string text = text_of(state);
  auto written = write(state_file, text);
  if (!written) return written;
  held_.reset();
  copy_state(text);
  return written;
}

void BundleFolder::hold(const BundleState& state) {
  if (!state.known) return;
  held_.reset();
  if (run_.empty() || !host::write_file(in_memory(state_file), text_of(state))) held_ = state;
}

Starts BundleFolder::starts() const {
  const auto text = host::read_file(place_to_read(starts_file), most_state_bytes);
  if (!text) return {};
  try {
    const Json json = Json::parse(*text);
    return {plain_name(json, "bundle"), json.value("on_trial", false), json.value("count", 0)};
  } catch (const Json::exception&) {
    return {};
  }
}

Result<void> BundleFolder::save(const Starts& starts) const {
  const Json json{{"bundle", starts.bundle}, {"on_trial", starts.on_trial}, {"count", starts.count}};
  const std::string text = json.dump(1) + "\n";
  const auto written = write(starts_file, text);
  if (written || run_.empty()) return written;
  return host::write_file(in_memory(starts_file), text);
}

Result<void> BundleFolder::take_in(const std::string& name) const {
  const fs::path place = place_of(name);
  std::error_code error;
  fs::remove_all(place, error);
  fs::create_directories(place.parent_path(), error);
  fs::rename(incoming(), place, error);
  if (error) {
    return fail(ErrorKind::unavailable, format("{} cannot be written: {}", place.string(), error.message()));
  }
  if (const auto synced = store::sync_folder(place.parent_path()); !synced) return synced;
  return store::sync_folder(folder_);
}

void BundleFolder::tidy(const BundleState& state) const {
  if (!state.known) return;
  std::error_code error;
  for (fs::directory_iterator entry(folder_ / "bundles", error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code stays;
    const bool named = name == state.good || name == state.trial || name == state.before;
    if (!named) fs::remove_all(entry->path(), stays);
  }
}

BundleFolder bundles_of_player() { return BundleFolder(host::bundle_place(), host::run_folder()); }

std::string word_for_keys(const config::Remote& remote) {
  std::string all;
  for (const auto& key : remote.public_keys) all += key + "\n";
  return trust::sha256(all);
}

std::vector<std::string> trusted_keys(const BundleState& state, const config::Remote& remote) {
  const bool handed_over = !state.public_keys.empty() && state.keys_of == word_for_keys(remote);
  return handed_over ? state.public_keys : remote.public_keys;
}

std::vector<std::string> keys_in_use(const BundleState& state, const config::Remote& remote) {
  auto keys = trusted_keys(state, remote);
  if (state.keys_of == word_for_keys(remote))
    keys.insert(keys.end(), state.proven_with.begin(), state.proven_with.end());
  return keys;
}

std::int64_t version_floor(const BundleState& state, const config::Remote& remote) {
  if (state.floors.empty()) return state.version;
  std::int64_t highest = 0;
  for (const auto& key : trusted_keys(state, remote)) {
    if (const auto known = state.floors.find(key); known != state.floors.end()) {
      highest = std::max(highest, known->second);
    }
  }
  return highest;
}

std::shared_ptr<const Bundle> bundle_in_use(const BundleFolder& folder, const config::Config& config) {
  if (!config.remote) return nullptr;
  const BundleState state = folder.state();
  if (state.in_use().empty()) return nullptr;
  auto bundle = load_bundle(folder.place_of(state.in_use()), keys_in_use(state, *config.remote));
  if (!bundle) {
    log::error("bundle {} is not in use any more: {}", state.in_use(), bundle.error().message);
    return nullptr;
  }
  return std::make_shared<const Bundle>(*std::move(bundle));
}

}  // namespace lobby::fleet
