#include <iostream>

#include "app/commands.h"
#include "base/clock.h"
#include "fleet/bundle_folder.h"
#include "fleet/settings.h"
#include "host/exit_status.h"
#include "host/places.h"

namespace lobby::app {

namespace {

void print(std::string_view what, std::string_view text) { std::cout << format("{:<9} {}\n", what, text); }

/// A bundle by its name, or what is wrong with it.
std::string in_words(const fleet::BundleFolder& folder, const std::string& name, const std::vector<std::string>& keys) {
  const auto bundle = fleet::load_bundle(folder.place_of(name), keys);
  if (!bundle) return format("{}, which cannot be used: {}", name, bundle.error().message);
  const auto& [version, expires, public_keys, files] = bundle->manifest;
  const bool past = expires <= SystemClock().wall();
  return format("version {} in {}; its list {} {:%Y-%m-%d}", version, bundle->folder.string(),
                past ? "has expired, on" : "expires", expires);
}

void print_refusal(const fleet::Refusal& refusal) {
  if (refusal.reason.empty()) return;
  const std::string which =
      refusal.version > 0 ? format("version {}", refusal.version) : "an edition that nobody proved";
  print("refused", format("{}: {}", which, refusal.reason));
}

void print_bundles(const config::Remote& remote, const config::Device& device) {
  const fleet::BundleFolder folder = fleet::bundles_of_player();
  const fleet::BundleState state = folder.state();
  const auto keys = fleet::trusted_keys(state, remote);
  print("device", format("{}, group {}", device.name, device.group.empty() ? "-" : device.group));
  print("remote", remote.url.empty() ? "none: bundles come on sticks" : config::address_for(remote, device));
  print("keys", keys == remote.public_keys ? "those of the config" : "handed over by a bundle");
  print("bundle", state.good.empty() ? "none has proven itself yet"
                                     : in_words(folder, state.good, fleet::keys_in_use(state, remote)));
  if (!state.trial.empty()) print("trial", in_words(folder, state.trial, fleet::keys_in_use(state, remote)));
  if (!state.before.empty()) print("before", in_words(folder, state.before, state.before_with));
  print_refusal(state.refused);
  print_refusal(state.objected);
}

/// The one that was asked for, else the one in use. Null where there is none.
Result<std::shared_ptr<const fleet::Bundle>> bundle_below(const std::string& text, const ConfigOptions& options,
                                                          const std::filesystem::path& file) {
  const auto own = config::parse_config(text, file).value;
  const auto folder = fleet::bundles_of_player();
  if (!options.bundle) return own ? fleet::bundle_in_use(folder, *own) : nullptr;
  if (!own || !own->remote) {
    return fail(ErrorKind::invalid, format("{} has errors, or no 'remote' whose keys count", file.string()));
  }
  auto proven = fleet::load_bundle(*options.bundle, fleet::trusted_keys(folder.state(), *own->remote));
  if (!proven) return std::unexpected(proven.error());
  return std::make_shared<const fleet::Bundle>(*std::move(proven));
}

/// Findings go to standard error, so that what is printed can be used as a config.
int print_effective(const std::filesystem::path& file, const std::string& text, const ConfigOptions& options) {
  const auto bundle = bundle_below(text, options, file);
  if (!bundle) return host::failed(bundle.error());
  const auto layers = fleet::layers_under(text, file, *bundle);
  if (!layers) return host::failed(layers.error());
  config::Report report(layers->front().name, config::Severity::warning);
  const auto root = config::merged(*layers, report);
  if (root) std::cout << written_out(*root, report);
  bool clean = root.has_value();
  for (const auto& finding : config::parse_config(std::span(*layers), fleet::load_calendars().calendars).findings) {
    std::cerr << to_string(finding) << '\n';
    clean = clean && finding.severity != config::Severity::error;
  }
  return clean ? 0 : 1;
}

}  // namespace

int config_status(const ConfigOptions& options) {
  const auto file = fleet::config_file(options.config);
  const auto text = file ? fleet::read_config(*file) : std::unexpected(file.error());
  if (!text) return host::failed(text.error());
  if (options.effective) return print_effective(*file, *text, options);
  print("config", file->string());
  const auto own = config::parse_config(*text, *file);
  if (!own.value) return host::failed({ErrorKind::invalid, to_string(own.findings.front())});
  if (!own.value->remote) {
    print("remote", "none: the config names no 'remote'");
  } else {
    print_bundles(*own.value->remote, host::named(own.value->device));
  }
  return 0;
}

}  // namespace lobby::app
