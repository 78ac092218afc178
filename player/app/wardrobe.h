#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/dress.h"
#include "base/result.h"

namespace lobby::app {

/// The dresses that a show may need, loaded before it begins, so that a change of theme waits for no disk. Main thread.
class Wardrobe {
 public:
  /// `usual` is worn where a theme has no dress of its own.
  explicit Wardrobe(std::shared_ptr<const Dress> usual) : usual_(std::move(usual)) {}

  void put(const std::string& theme, std::shared_ptr<const Dress> dress) { dresses_[theme] = std::move(dress); }
  const std::shared_ptr<const Dress>& dress(const std::string& theme) const;

 private:
  std::shared_ptr<const Dress> usual_;
  std::map<std::string, std::shared_ptr<const Dress>> dresses_;
};

/// Loads `themes`, the usual one first. Fonts are in memory once, whichever themes use them. For a theme that cannot be
/// used «hq» stands in, or the usual one where that cannot be used either; `complaints` says so, once each. Errs
/// (invalid) where neither the first theme nor «hq» can be used. Touches the disk.
Result<Wardrobe> load_wardrobe(const ThemePath& path, const std::vector<std::string>& themes,
                               std::vector<std::string>& complaints);

}  // namespace lobby::app
