#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/latest.h"
#include "base/result.h"
#include "config/config.h"
#include "theme/dress.h"

namespace lobby::theme {

/// The dresses that a show may need, loaded before it begins, so that a change of theme waits for no disk. Frozen once
/// it is published; its fonts belong to the render thread then.
class Wardrobe {
 public:
  /// `usual` is worn where a theme has no dress of its own.
  explicit Wardrobe(std::shared_ptr<const Dress> usual) : usual_(std::move(usual)) {}

  void put(const std::string& theme, std::shared_ptr<const Dress> dress) { dresses_[theme] = std::move(dress); }
  const std::shared_ptr<const Dress>& dress(const std::string& theme) const;
  /// What was put there for a theme, or null.
  std::shared_ptr<const Dress> own(const std::string& theme) const;

  /// It holds the themes of that config, and need not have those of another.
  void serve(std::shared_ptr<const config::Config> config) { config_ = std::move(config); }
  /// Whether a show of that config may wear it.
  bool serves(const std::shared_ptr<const config::Config>& config) const { return !config_ || config_ == config; }
  /// Whether each theme has the very same dress in both.
  bool has_the_dresses_of(const Wardrobe& other) const { return usual_ == other.usual_ && dresses_ == other.dresses_; }

 private:
  std::shared_ptr<const Dress> usual_;
  std::map<std::string, std::shared_ptr<const Dress>> dresses_;
  std::shared_ptr<const config::Config> config_;  ///< Null: it serves any.
};

/// Where the render thread finds the newest wardrobe.
using WardrobeBox = Latest<Wardrobe>;

/// Loads `themes`, the usual one first. Fonts are in memory once, whichever themes use them. For a theme that cannot be
/// used «hq» stands in, or the usual one where that cannot be used either; `complaints` says so, once each. For the
/// theme `mourning` that of the player stands in before them: grief must not be shown in bright colours by a slip. Errs
/// (invalid) where neither the first theme nor «hq» can be used. Touches the disk.
Result<Wardrobe> load_wardrobe(const ThemePath& path, const std::vector<std::string>& themes,
                               std::vector<std::string>& complaints, const std::string& mourning = "mourning");

/// The wardrobe for `themes` as their files are now. What would look the same stays the very same dress; a theme that
/// cannot be used keeps the one that it has in `worn`, and where it has none another stands in as above. `findings`
/// says what is wrong with them, errors and warnings. Touches the disk, and nothing of `worn` but its facts.
Result<Wardrobe> renewed_wardrobe(const Wardrobe& worn, const ThemePath& path, const std::vector<std::string>& themes,
                                  std::vector<std::string>& findings, const std::string& mourning = "mourning");

}  // namespace lobby::theme
