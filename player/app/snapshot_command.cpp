#include "app/commands.h"
#include "host/exit_status.h"
#include "host/files.h"
#include "preview/drawn_show.h"
#include "preview/iso_time.h"
#include "preview/slide_page.h"
#include "preview/snapshot_index.h"

namespace lobby::app {

namespace {

Result<void> write_indexes(const preview::DrawnShow& drawn, const config::Config& config, const std::string& at) {
  const preview::SlideFolder& folder = *drawn.slides;
  if (const auto sheet = folder.write_contact_sheet(); !sheet) return sheet;
  std::vector<preview::IndexEntry> entries;
  for (const auto& [file, dwell, composition] : folder.slides()) entries.push_back({file, dwell, &composition});
  const auto index =
      host::write_file(folder.folder() / "index.json", preview::snapshot_index(folder.screen(), at, entries));
  if (!index) return index;
  const std::string title = config.organisation.empty() ? "Lobby Player" : config.organisation;
  return host::write_file(folder.folder() / "index.html",
                          preview::html_of({title, at, {}, {preview::section_of(folder, drawn.theme, {})}}));
}

}  // namespace

int snapshot(const SnapshotOptions& options) {
  const auto file = fleet::config_file(options.config);
  const auto settings = file ? fleet::load_settings(*file) : std::unexpected(file.error());
  if (!settings) return host::failed(settings.error());
  const auto gathered = preview::gather(*settings, options.at, options.offline);
  if (!gathered) return host::failed(gathered.error());
  const auto drawn = preview::draw_show(*settings, *gathered, options.out, options.size);
  if (!drawn) return host::failed(drawn.error());
  const auto& config = *settings->config;
  const auto written = write_indexes(*drawn, config, preview::iso_time(gathered->moment.time, config.screen.timezone));
  return written ? 0 : host::failed(written.error());
}

}  // namespace lobby::app
