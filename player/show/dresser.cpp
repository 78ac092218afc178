#include "show/dresser.h"

#include <utility>

#include "base/log.h"
#include "playlist/theme_choice.h"

namespace lobby::show {

bool Dresser::take(std::shared_ptr<const theme::Wardrobe> newest, const std::shared_ptr<const config::Config>& config) {
  if (newest == wardrobe_ || !newest || !newest->serves(config)) return false;
  wardrobe_ = std::move(newest);
  return true;
}

void Dresser::choose(const config::Config& config, const playlist::Moment& moment) {
  const auto choice = playlist::theme_at(config, moment);
  mourning_ = choice.theme == config.themes.mourning;
  const auto before = std::exchange(dress_, wardrobe_->dress(choice.theme));
  if (before == dress_) return;
  if (before && before->theme.name == dress_->theme.name) {
    log::info("the theme '{}' is in use as it was saved", dress_->theme.name);
    return;
  }
  log::info("the theme is '{}'{}{}", dress_->theme.name, choice.reason.empty() ? "" : ": ", choice.reason);
}

bool Dresser::must_change(const Composition& standing, const playlist::Show& show) const {
  return !fits(standing) && (mourning_ || show.order.size() == 1);
}

}  // namespace lobby::show
