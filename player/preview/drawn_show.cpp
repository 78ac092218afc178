#include "preview/drawn_show.h"

#include "base/log.h"
#include "host/places.h"
#include "playlist/theme_choice.h"
#include "show/ticker_line.h"
#include "theme/theme_path.h"

namespace lobby::preview {

namespace {

Result<theme::Dress> dress_of(const config::Config& config, const playlist::Moment& moment) {
  const auto data = host::data_folder();
  if (!data) return std::unexpected(data.error());
  const std::string asked = playlist::theme_at(config, moment).theme;
  auto dress =
      theme::load_dress_or_default(theme::theme_path_of(config, *data), asked, std::make_shared<stage::FontShelf>(),
                                   playlist::stand_in_for(config, asked));
  if (!dress) return std::unexpected(dress.error());
  for (const auto& complaint : dress->complaints) log::warning("{}", complaint);
  return dress;
}

}  // namespace

Result<DrawnShow> draw_show(const fleet::Settings& settings, const Gathered& gathered,
                            const std::filesystem::path& folder, Size size) {
  const auto& config = *settings.config;
  const auto& [content, moment] = gathered;
  auto dress = dress_of(config, moment);
  if (!dress) return std::unexpected(dress.error());
  DrawnShow drawn;
  drawn.theme = dress->theme.name;
  drawn.slides = std::make_unique<SlideFolder>(folder, std::make_shared<const theme::Dress>(*std::move(dress)), size);
  if (const auto made = drawn.slides->prepare(); !made) return std::unexpected(made.error());
  const auto surroundings = show::surroundings_of(*content, moment);
  auto show = playlist::build_show(*content, moment, playlist::orientation_of(size));
  for (const std::size_t turn : show.order) drawn.turns.push_back(show.slides[turn].id);
  for (auto& slide : show.slides) {
    const std::string kind(slide.kind());
    const auto written = drawn.slides->write(std::move(slide), kind, surroundings, config.dwell);
    if (!written) return std::unexpected(written.error());
  }
  if (drawn.slides->slides().empty()) {
    const auto written =
        drawn.slides->write({"standby", playlist::StandbySlide{}}, "standby", surroundings, config.dwell);
    if (!written) return std::unexpected(written.error());
  }
  return drawn;
}

}  // namespace lobby::preview
