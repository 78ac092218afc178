#include "app/commands.h"
#include "app/drawn_show.h"
#include "app/exit_status.h"
#include "app/files.h"
#include "app/iso_time.h"
#include "app/slide_page.h"
#include "app/snapshot_index.h"

namespace lobby::app {

namespace {

Result<void> write_indexes(const DrawnShow& drawn, const config::Config& config, const std::string& at) {
  const SlideFolder& folder = *drawn.slides;
  if (const auto sheet = folder.write_contact_sheet(); !sheet) return sheet;
  std::vector<IndexEntry> entries;
  for (const auto& [file, dwell, composition] : folder.slides()) entries.push_back({file, dwell, &composition});
  const auto index = write_file(folder.folder() / "index.json", snapshot_index(folder.screen(), at, entries));
  if (!index) return index;
  const std::string title = config.organisation.empty() ? "Lobby Player" : config.organisation;
  return write_file(folder.folder() / "index.html", html_of({title, at, {}, {section_of(folder, drawn.theme, {})}}));
}

}  // namespace

int snapshot(const SnapshotOptions& options) {
  const auto file = config_file(options.config);
  const auto settings = file ? load_settings(*file) : std::unexpected(file.error());
  if (!settings) return failed(settings.error());
  const auto gathered = gather(*settings, options.at, options.offline);
  if (!gathered) return failed(gathered.error());
  const auto drawn = draw_show(*settings, *gathered, options.out, options.size);
  if (!drawn) return failed(drawn.error());
  const auto& config = *settings->config;
  const auto written = write_indexes(*drawn, config, iso_time(gathered->moment.time, config.screen.timezone));
  return written ? 0 : failed(written.error());
}

}  // namespace lobby::app
