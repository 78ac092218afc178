#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

#include "fleet/settings.h"
#include "host/folder_watch.h"
#include "theme/wardrobe.h"

namespace lobby::app {

/// Takes what people save while the show runs: the config with its calendars, and the files of themes. What was saved
/// is read and checked here, so that neither the screen nor the network waits for it. What has an error changes
/// nothing, and the log says where it is. A config is read only once it is whole: closed, or moved in. What was saved
/// between the reading of `settings` and the first look is found by that look. A wardrobe is published before the
/// config that it serves.
class ReloadThread {
 public:
  /// `settings` and `wardrobe` are in use now; `take_config` gets each config that comes after, on this thread.
  ReloadThread(fleet::Settings settings, std::shared_ptr<const theme::Wardrobe> wardrobe, std::filesystem::path data,
               theme::WardrobeBox& wardrobes, std::function<void(fleet::Settings)> take_config);
  ~ReloadThread();
  ReloadThread(const ReloadThread&) = delete;
  ReloadThread& operator=(const ReloadThread&) = delete;

  /// From now on the config lies over that bundle, or over none; soon, where both go together. Any thread.
  void use(std::shared_ptr<const fleet::Bundle> bundle);
  /// The thread ends soon after. Any thread.
  void stop() const;

 private:
  void run();
  void watch();
  bool readable_within(int milliseconds) const;
  bool stopped() const;
  bool something_was_saved();
  void take_bundle();
  bool hear();
  bool config_arrived() const;
  void read_anew();
  void read_whole_config();
  std::optional<fleet::Settings> newer_settings();
  void tell(const std::vector<std::string>& findings);

  fleet::Settings settings_;
  std::shared_ptr<const theme::Wardrobe> wardrobe_;
  std::filesystem::path data_;
  theme::WardrobeBox& wardrobes_;
  std::function<void(fleet::Settings)> take_config_;
  host::FolderWatch folders_;
  std::set<std::filesystem::path> arrived_;  ///< Files that have become whole since the last look.
  std::filesystem::path real_;               ///< Where the config's path led when it was read last.
  std::string text_;                         ///< Of the config file as it was read last, good or not.
  config::Calendars calendars_;
  std::shared_ptr<const fleet::Bundle> bundle_;  ///< Below the config.
  bool looked_ = false;
  bool untaken_ = false;        ///< The config of `text_` is new, or waits for themes that can be worn.
  std::set<std::string> told_;  ///< What is wrong with themes, as the log says.
  std::mutex mutex_;            ///< Of what comes next.
  std::optional<std::shared_ptr<const fleet::Bundle>> next_bundle_;
  int bundle_came_ = -1;
  int end_ = -1;
  std::thread thread_;
};

}  // namespace lobby::app
