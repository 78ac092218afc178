#include "app/commands.h"
#include "app/exit_status.h"
#include "app/files.h"
#include "app/gathered.h"
#include "app/iso_time.h"
#include "app/places.h"
#include "app/settings.h"
#include "app/slide_folder.h"
#include "app/slide_page.h"
#include "app/snapshot_index.h"
#include "app/ticker_line.h"
#include "base/log.h"
#include "playlist/theme_choice.h"

namespace lobby::app {

namespace {

Result<void> write_indexes(const SlideFolder& folder, const config::Config& config, const std::string& theme,
                           const std::string& at) {
  if (const auto sheet = folder.write_contact_sheet(); !sheet) return sheet;
  std::vector<IndexEntry> entries;
  for (const auto& [file, dwell, composition] : folder.slides()) entries.push_back({file, dwell, &composition});
  const auto index = write_file(folder.folder() / "index.json", snapshot_index(folder.screen(), at, entries));
  if (!index) return index;
  const std::string title = config.organisation.empty() ? "Lobby Player" : config.organisation;
  return write_file(folder.folder() / "index.html", html_of({title, at, {}, {section_of(folder, theme, {})}}));
}

}  // namespace

int snapshot(const SnapshotOptions& options) {
  const auto file = config_file(options.config);
  const auto settings = file ? load_settings(*file) : std::unexpected(file.error());
  if (!settings) return failed(settings.error());
  const auto& config = *settings->config;
  const auto data = data_folder();
  if (!data) return failed(data.error());
  const auto gathered = gather(*settings, options.at, options.offline);
  if (!gathered) return failed(gathered.error());
  const auto& [content, moment] = *gathered;
  const auto& zone = config.screen.timezone;
  const std::string asked = playlist::theme_at(config, moment).theme;
  auto dress = load_dress_or_default(theme_path_of(config, *data), asked, std::make_shared<stage::FontShelf>(),
                                     playlist::stand_in_for(config, asked));
  if (!dress) return failed(dress.error());
  for (const auto& complaint : dress->complaints) log::warning("{}", complaint);
  const std::string theme = dress->theme.name;
  SlideFolder folder(options.out, std::make_shared<const Dress>(*std::move(dress)), options.size);
  if (const auto made = folder.prepare(); !made) return failed(made.error());
  const auto surroundings = surroundings_of(*content, moment);
  auto show = playlist::build_show(*content, moment, playlist::orientation_of(options.size));
  for (auto& slide : show.slides) {
    const std::string kind(slide.kind());
    const auto written = folder.write(std::move(slide), kind, surroundings, config.dwell);
    if (!written) return failed(written.error());
  }
  if (folder.slides().empty()) {
    const auto written = folder.write({"standby", playlist::StandbySlide{}}, "standby", surroundings, config.dwell);
    if (!written) return failed(written.error());
  }
  const auto written = write_indexes(folder, config, theme, iso_time(moment.time, zone));
  return written ? 0 : failed(written.error());
}

}  // namespace lobby::app
