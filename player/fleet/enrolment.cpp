#include "fleet/enrolment.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "base/format.h"
#include "fleet/enrolment_files.h"
#include "host/files.h"
#include "store/files.h"
#include "trust/minisign.h"

namespace lobby::fleet {

namespace {

namespace fs = std::filesystem;
using config::Enrolment;
using config::Finding;
using config::Password;

constexpr std::size_t most_enrolment_bytes = 64U << 10U;
constexpr std::string_view config_place = "etc/lobby-player/config.yaml";
constexpr std::string_view config_mark = "# Written by lobby-player out of the enrolment ";
constexpr std::string_view blank_note =
    "# Taken by the board. To change something, change it here and start the board again. The password of the Wi-Fi "
    "is\n"
    "# on the board; '' keeps it.\n";

std::string in_lines(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) text += (text.empty() ? "" : "\n") + to_string(finding);
  return text;
}

/// Those of its keys that are none of minisign.
std::vector<Finding> wrong_keys(const Enrolment& enrolment) {
  std::vector<Finding> findings;
  if (!enrolment.remote) return findings;
  for (std::size_t index = 0; index < enrolment.remote->public_keys.size(); ++index) {
    const auto key = trust::parse_public_key(enrolment.remote->public_keys[index]);
    if (key) continue;
    findings.push_back(
        {config::Severity::error, format("'public_key' {}", key.error().message), enrolment.remote->keys_at[index]});
  }
  return findings;
}

std::optional<Enrolment> in_force(const fs::path& root) {
  const auto text = host::read_file(enrolment_in_force(root), most_enrolment_bytes);
  return text ? config::parse_enrolment(*text, {}).value : std::nullopt;
}

/// A password that was taken out of the file is the one that this network had.
Result<void> fill_in_password(Enrolment& enrolment, const std::optional<Enrolment>& before, const fs::path& file) {
  if (!enrolment.wifi || enrolment.wifi->open || !enrolment.wifi->password.empty()) return {};
  if (before && before->wifi && before->wifi->name == enrolment.wifi->name && !before->wifi->password.empty()) {
    enrolment.wifi->password = before->wifi->password;
    return {};
  }
  return fail(ErrorKind::invalid,
              format("{}: error: the board has no password for the network '{}' yet; write it as 'password', or "
                     "'open: yes' where it has none",
                     file.string(), enrolment.wifi->name));
}

Result<Enrolment> read_enrolment(const fs::path& file, const std::optional<Enrolment>& before) {
  const auto bytes = host::read_file(file, most_enrolment_bytes);
  if (!bytes) return std::unexpected(bytes.error());
  auto checked = config::parse_enrolment(*bytes, file.string());
  if (!checked.value) return fail(ErrorKind::invalid, in_lines(checked.findings));
  if (const auto wrong = wrong_keys(*checked.value); !wrong.empty()) return fail(ErrorKind::invalid, in_lines(wrong));
  if (auto done = fill_in_password(*checked.value, before, file); !done) return std::unexpected(done.error());
  return *std::move(checked.value);
}

/// Writes what changes on a machine, and remembers it.
class Machine {
 public:
  Machine(fs::path root, Enrolled& enrolled) : root_(std::move(root)), enrolled_(enrolled) {}

  /// Empty bytes take a file away.
  Result<void> put(const MachineFile& file) {
    const fs::path path = root_ / file.path;
    const auto old = host::read_file(path);
    std::error_code error;
    if (file.bytes.empty() ? !fs::exists(path, error) : old && *old == file.bytes) return {};
    enrolled_.changed.push_back("/" + file.path);
    if (file.bytes.empty()) {
      fs::remove(path, error);
      return error ? std::unexpected(store::file_error(error.value(), path)) : Result<void>();
    }
    fs::create_directories(path.parent_path(), error);
    return store::write_durably(path.parent_path(), path.filename(), file.bytes, file.readers);
  }

  /// A config of somebody's own stays beside the new one; the names end in .before-enrolment, .before-enrolment-2, …
  Result<void> put_config(const std::string& text) {
    const fs::path path = root_ / config_place;
    const auto old = host::read_file(path);
    if (old && !old->starts_with(config_mark)) {
      fs::path kept = path.string() + ".before-enrolment";
      std::error_code error;
      for (int number = 2; fs::exists(kept, error); ++number)
        kept = format("{}.before-enrolment-{}", path.string(), number);
      const auto done = store::write_durably(kept.parent_path(), kept.filename(), *old);
      if (!done) return done;
      enrolled_.remarks.push_back(format("the config that was there is kept as {}", kept.string()));
    }
    return put({std::string(config_place), text});
  }

 private:
  fs::path root_;
  Enrolled& enrolled_;
};

Result<void> put_name(Machine& machine, const fs::path& root, const std::string& name, Enrolled& enrolled) {
  const std::size_t before = enrolled.changed.size();
  if (auto done = machine.put({"etc/hostname", name + "\n"}); !done) return done;
  if (enrolled.changed.size() > before) enrolled.host = name;
  return machine.put(
      {"etc/hosts", hosts_with(host::read_file(root / "etc/hosts").value_or("127.0.0.1\tlocalhost\n"), name)});
}

bool has_any(const fs::path& root, std::initializer_list<std::string_view> paths) {
  std::error_code error;
  for (const auto path : paths) {
    if (fs::exists(root / path, error)) return true;
  }
  return false;
}

/// Who will read the files of the network, and whether somebody will.
Networking networking_of(const fs::path& root, const Enrolment& enrolment, Enrolled& enrolled) {
  if (has_any(root, {"usr/sbin/NetworkManager"})) return Networking::network_manager;
  const bool wanted = enrolment.wifi || !enrolment.network.address.empty() || !enrolment.network.dns.empty();
  if (wanted && !has_any(root, {"etc/systemd/system/multi-user.target.wants/systemd-networkd.service"})) {
    enrolled.remarks.emplace_back(
        "systemd-networkd is not enabled, and there is no NetworkManager: systemctl enable "
        "systemd-networkd, else nobody sets the network up");
  }
  if (enrolment.wifi && !has_any(root, {"usr/sbin/wpa_supplicant", "sbin/wpa_supplicant"})) {
    enrolled.remarks.emplace_back("there is no wpa_supplicant to join the Wi-Fi: apt-get install wpasupplicant");
  }
  return Networking::networkd;
}

/// Over the very bytes of the file, so that no old copy of them stays on the medium.
Result<void> overwrite(const fs::path& file, std::string text) {
  const store::Descriptor there(open(file.c_str(), O_RDWR | O_CLOEXEC));
  if (!there.open()) return std::unexpected(store::file_error(errno, file));
  const off_t size = lseek(there.number(), 0, SEEK_END);
  const std::size_t wanted = text.size();
  if (size > static_cast<off_t>(wanted)) text.resize(static_cast<std::size_t>(size), '\n');
  if (lseek(there.number(), 0, SEEK_SET) != 0) return std::unexpected(store::file_error(errno, file));
  if (auto done = store::write_all(there, text); !done) return done;
  if (fsync(there.number()) != 0 || ftruncate(there.number(), static_cast<off_t>(wanted)) != 0 ||
      fsync(there.number()) != 0) {
    return std::unexpected(store::file_error(errno, file));
  }
  return {};
}

/// The password must not stay where every computer can read it.
void blank_password(const fs::path& file, const Enrolment& enrolment, Enrolled& enrolled) {
  if (!enrolment.wifi || enrolment.wifi->open) return;
  const auto bytes = host::read_file(file, most_enrolment_bytes);
  if (bytes && bytes->starts_with(blank_note)) {
    const auto now = config::parse_enrolment(*bytes, {}).value;
    if (now && now->wifi && now->wifi->password.empty()) return;
  }
  if (const auto done = overwrite(file, std::string(blank_note) + written(enrolment, Password::blank)); !done) {
    enrolled.remarks.push_back(format("the password of the Wi-Fi stays readable in {}: {}; take it out by hand",
                                      file.string(), done.error().message));
  } else {
    enrolled.remarks.push_back(format("the password of the Wi-Fi was taken out of {}", file.string()));
  }
}

Result<void> put_all(const Enrolment& enrolment, const fs::path& root, Enrolled& enrolled) {
  Machine machine(root, enrolled);
  if (const std::string text = machine_config(enrolment); !text.empty()) {
    const auto done = machine.put_config(format("{}(/{}).\n{}", config_mark, enrolment_in_force({}).string(), text));
    if (!done) return done;
  }
  if (!enrolment.device.name.empty()) {
    if (auto done = put_name(machine, root, enrolment.device.name, enrolled); !done) return done;
  }
  for (const auto& file : network_files(enrolment, networking_of(root, enrolment, enrolled))) {
    if (auto done = machine.put(file); !done) return done;
  }
  // Last, for with it all the rest is in force.
  return machine.put({enrolment_in_force({}).string(), written(enrolment, Password::kept), store::Readers::owner});
}

}  // namespace

fs::path enrolment_in_force(const fs::path& root) { return root / "etc/lobby-player/enrolment.yaml"; }

Result<Enrolled> enrol(const fs::path& file, const fs::path& root, Password in_file) {
  const auto before = in_force(root);
  const auto enrolment = read_enrolment(file, before);
  if (!enrolment) return std::unexpected(enrolment.error());
  Enrolled enrolled;
  if (before != *enrolment) {
    if (const auto done = put_all(*enrolment, root, enrolled); !done) return std::unexpected(done.error());
  }
  if (in_file == Password::blank) blank_password(file, *enrolment, enrolled);
  return enrolled;
}

}  // namespace lobby::fleet
