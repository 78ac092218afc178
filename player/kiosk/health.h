#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// How the board is, as the kernel says without tools. What a board does not tell is absent. Reading may wait for a
// disk: never on the render thread.
namespace lobby::kiosk {

/// How worn a memory card or chip is by its own word (eMMC; SD cards do not say).
struct CardWear {
  std::string name;                        ///< «mmcblk0»
  std::optional<int> used = std::nullopt;  ///< Per cent of its life, rounded up to tens.
  int spare = 1;                           ///< Its blocks in reserve: 1 enough, 2 four fifths used, 3 nearly all used.
  bool operator==(const CardWear&) const = default;
};

struct Health {
  std::string boot_id;            ///< Another one with each boot; empty where the service may not know it.
  std::chrono::seconds booted{};  ///< So long ago.
  std::optional<bool> under_voltage = std::nullopt;  ///< Now.
  bool under_voltage_seen = false;                   ///< Since the boot, as far as somebody looked.
  std::optional<double> temperature = std::nullopt;  ///< °C, of the hottest place.
  std::optional<bool> throttled = std::nullopt;      ///< The processor is held back, for heat or for want of power.
  std::vector<CardWear> cards = {};
  std::optional<bool> read_only = std::nullopt;  ///< The file system of the state folder.
  std::uint64_t disk_free = 0;                   ///< Bytes there, for this user.
  std::uint64_t disk_size = 0;
  bool operator==(const Health&) const = default;
};

struct HealthPlaces {
  std::filesystem::path sys = "/sys";
  std::filesystem::path proc = "/proc";
  std::filesystem::path state;  ///< The folder whose disk counts; empty: none.
  std::filesystem::path run;    ///< Where what was seen in this boot is kept, in memory; empty: nowhere.
};

/// How it is now. `dipped`: somebody has heard that the supply voltage was too low for a moment.
Health health(const HealthPlaces& places, bool dipped = false);

/// What an operator must know, one sentence each with its remedy; none where all is well.
std::vector<std::string> complaints(const Health& health);

}  // namespace lobby::kiosk
