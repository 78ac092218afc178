#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <thread>

#include "app/folder_watch.h"
#include "app/settings.h"
#include "app/wardrobe.h"

namespace lobby::app {

/// Takes what people save while the show runs: the config with its calendars, and the files of themes. What was saved
/// is read and checked here, so that neither the screen nor the network waits for it. What has an error changes
/// nothing, and the log says where it is. A wardrobe is published before the config that it serves.
class ReloadThread {
 public:
  /// `settings` and `wardrobe` are in use now; `take_config` gets each config that comes after, on this thread.
  ReloadThread(Settings settings, std::shared_ptr<const Wardrobe> wardrobe, std::filesystem::path data,
               WardrobeBox& wardrobes, std::function<void(Settings)> take_config);
  ~ReloadThread();
  ReloadThread(const ReloadThread&) = delete;
  ReloadThread& operator=(const ReloadThread&) = delete;

  /// The thread ends soon after. Any thread.
  void stop() const;

 private:
  void run();
  void watch();
  bool readable_within(int milliseconds) const;
  bool stopped() const;
  bool something_was_saved();
  void read_anew();
  std::optional<Settings> newer_settings();
  void tell(const std::vector<std::string>& findings);

  Settings settings_;
  std::shared_ptr<const Wardrobe> wardrobe_;
  std::filesystem::path data_;
  WardrobeBox& wardrobes_;
  std::function<void(Settings)> take_config_;
  FolderWatch folders_;
  std::string text_;  ///< Of the config file as it was read last, good or not.
  config::Calendars calendars_;
  std::set<std::string> told_;  ///< What is wrong with themes, as the log says.
  int end_ = -1;
  std::thread thread_;
};

}  // namespace lobby::app
