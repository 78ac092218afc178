#include "fleet/last_good.h"

#include "base/log.h"

namespace lobby::fleet {

namespace {

std::string key_of(const std::filesystem::path& file) { return "config:" + file.string(); }

}  // namespace

std::optional<std::string> last_good_config(store::Store& store, const std::filesystem::path& file) {
  return store.state(key_of(file));
}

void remember_config(store::Store& store, const Settings& settings) {
  if (!settings.as_asked || settings.text.empty()) return;
  if (const auto set = store.set_state(key_of(settings.file), settings.text); !set) {
    log::warning("the config cannot be kept as last good: {}", set.error().message);
  }
}

}  // namespace lobby::fleet
