#include "kiosk/health.h"

#include <sys/statvfs.h>

#include <algorithm>
#include <ctime>
#include <fstream>

#include "base/format.h"
#include "kiosk/supply.h"
#include "kiosk/sysfs.h"

namespace lobby::kiosk {

namespace {

namespace fs = std::filesystem;

std::optional<bool> under_voltage(const fs::path& sys) {
  const auto file = supply_alarm(sys);
  const auto alarm = file ? number_in(*file) : std::nullopt;
  return alarm ? std::optional(*alarm != 0) : std::nullopt;
}

std::optional<double> temperature(const fs::path& sys) {
  std::optional<double> hottest;
  for (const auto& zone : entries_of(sys / "class" / "thermal")) {
    if (!zone.filename().string().starts_with("thermal_zone")) continue;
    const auto milli = number_in(zone / "temp");
    if (milli && (!hottest || static_cast<double>(*milli) / 1000 > *hottest)) {
      hottest = static_cast<double>(*milli) / 1000;
    }
  }
  return hottest;
}

/// What the firmware of a Raspberry Pi says of itself. Where it is called so depends on the device tree: on a Pi 5
/// «soc@107c000000:firmware», within «soc@107c000000» or beside it.
std::optional<std::int64_t> firmware_bits(const fs::path& sys) {
  constexpr int hexadecimal = 16;
  const auto bits_in = [](const fs::path& node) -> std::optional<std::int64_t> {
    const std::string name = node.filename();
    if (!name.starts_with("soc") || !name.ends_with(":firmware")) return std::nullopt;
    return number_in(node / "get_throttled", hexadecimal);
  };
  for (const auto& soc : entries_of(sys / "devices" / "platform")) {
    if (!soc.filename().string().starts_with("soc")) continue;
    if (const auto bits = bits_in(soc)) return bits;
    for (const auto& node : entries_of(soc)) {
      if (const auto bits = bits_in(node)) return bits;
    }
  }
  return std::nullopt;
}

/// By the firmware of a Raspberry Pi (bits 1 to 3 are what holds now), else by what cools a processor by slowing it.
std::optional<bool> throttled(const fs::path& sys) {
  constexpr std::int64_t held_back = 0b1110;
  if (const auto bits = firmware_bits(sys)) return (*bits & held_back) != 0;
  std::optional<bool> slowed;
  for (const auto& device : entries_of(sys / "class" / "thermal")) {
    const auto type = word_in(device / "type");
    if (!type || !(type->contains("cpufreq") || *type == "Processor")) continue;
    const auto state = number_in(device / "cur_state");
    if (state) slowed = slowed.value_or(false) || *state > 0;
  }
  return slowed;
}

/// «0x02 0x01»: tenths of the life of two kinds of cells, and how many reserves are used. What is not defined is 0.
std::optional<CardWear> wear_of(const fs::path& block) {
  CardWear wear{block.filename()};
  std::ifstream stream(block / "device" / "life_time");
  constexpr int hexadecimal = 16;
  int tenths = 0;
  for (std::string word; stream >> word;) {
    tenths = std::max(tenths, static_cast<int>(std::strtol(word.c_str(), nullptr, hexadecimal)));
  }
  if (tenths > 0) wear.used = tenths * 10;
  wear.spare = static_cast<int>(number_in(block / "device" / "pre_eol_info", hexadecimal).value_or(0));
  if (!wear.used && wear.spare == 0) return std::nullopt;
  return wear;
}

std::vector<CardWear> cards(const fs::path& sys) {
  std::vector<CardWear> all;
  for (const auto& block : entries_of(sys / "block")) {
    if (!block.filename().string().starts_with("mmcblk")) continue;
    if (auto wear = wear_of(block)) all.push_back(*std::move(wear));
  }
  return all;
}

/// The kernel forgets what it told once; a file in memory remembers it until the next boot, or, where the folder is
/// not in memory, says in which boot that was.
bool remembered(const Health& now, bool dipped, const fs::path& run) {
  const bool low = dipped || now.under_voltage.value_or(false);
  if (run.empty()) return low;
  const fs::path file = run / "under-voltage";
  if (std::error_code none; fs::exists(file, none) && word_in(file).value_or("") == now.boot_id) return true;
  if (low) std::ofstream(file) << now.boot_id << '\n';
  return low;
}

std::chrono::seconds since_boot() {
  timespec time{};
  clock_gettime(CLOCK_BOOTTIME, &time);
  return std::chrono::seconds(time.tv_sec);
}

void look_at_disk(const fs::path& folder, Health& health) {
  struct statvfs facts{};
  if (folder.empty() || statvfs(folder.c_str(), &facts) != 0) return;
  health.read_only = (facts.f_flag & ST_RDONLY) != 0;
  health.disk_free = std::uint64_t{facts.f_bavail} * facts.f_frsize;
  health.disk_size = std::uint64_t{facts.f_blocks} * facts.f_frsize;
}

}  // namespace

Health health(const HealthPlaces& places, bool dipped) {
  Health now;
  now.boot_id = word_in(places.proc / "sys" / "kernel" / "random" / "boot_id").value_or("");
  now.booted = since_boot();
  now.under_voltage = under_voltage(places.sys);
  now.under_voltage_seen = remembered(now, dipped, places.run);
  now.temperature = temperature(places.sys);
  now.throttled = throttled(places.sys);
  now.cards = cards(places.sys);
  look_at_disk(places.state, now);
  return now;
}

std::vector<std::string> complaints(const Health& health) {
  constexpr double hot = 80;
  constexpr int worn = 90;
  constexpr std::uint64_t little = std::uint64_t{64} << 20U;
  std::vector<std::string> all;
  if (health.under_voltage_seen) {
    all.emplace_back(
        "the supply voltage was too low since the board was started; use the maker's power supply and a short cable");
  }
  if (health.throttled.value_or(false)) all.emplace_back("the processor is held back, for heat or for want of power");
  if (health.temperature && *health.temperature >= hot) {
    all.push_back(format("the board has {:.0f} °C; give it air", *health.temperature));
  }
  for (const CardWear& card : health.cards) {
    if (card.used.value_or(0) >= worn || card.spare >= 2) {
      all.push_back(format("{} is nearly worn out; replace it before it fails", card.name));
    }
  }
  if (health.read_only.value_or(false)) {
    all.emplace_back(
        "the disk of the state folder is read-only; if that is not meant, its file system has errors: "
        "look into dmesg, then replace the card");
  }
  if (health.disk_size > 0 && health.disk_free < little && !health.read_only.value_or(false)) {
    all.push_back(format("only {} MiB are free on the disk of the state folder", health.disk_free >> 20U));
  }
  return all;
}

}  // namespace lobby::kiosk
