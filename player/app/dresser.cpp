#include "app/dresser.h"

#include <utility>

#include "base/log.h"
#include "playlist/theme_choice.h"

namespace lobby::app {

void Dresser::choose(const config::Config& config, const playlist::Moment& moment) {
  const auto choice = playlist::theme_at(config, moment);
  mourning_ = choice.theme == config.themes.mourning;
  const auto before = std::exchange(dress_, wardrobe_.dress(choice.theme));
  if (before == dress_) return;
  log::info("the theme is '{}'{}{}", dress_->theme.name, choice.reason.empty() ? "" : ": ", choice.reason);
}

bool Dresser::must_change(const Composition& standing, const playlist::Show& show) const {
  return !fits(standing) && (mourning_ || show.order.size() == 1);
}

}  // namespace lobby::app
