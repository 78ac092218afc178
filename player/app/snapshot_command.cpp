#include <cctype>
#include <system_error>

#include "app/commands.h"
#include "app/compose.h"
#include "app/contact_sheet.h"
#include "app/decode_thread.h"
#include "app/exit_status.h"
#include "app/files.h"
#include "app/gathered.h"
#include "app/places.h"
#include "app/settings.h"
#include "app/snapshot_index.h"
#include "base/log.h"
#include "playlist/theme_choice.h"
#include "playlist/turn.h"
#include "stage/raster.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;

/// Slides of an earlier run would pass for part of this show.
void remove_earlier_slides(const fs::path& folder) {
  const auto is_slide = [](const std::string& name) {
    return name.size() > 7 && std::isdigit(static_cast<unsigned char>(name[0])) != 0 &&
           std::isdigit(static_cast<unsigned char>(name[1])) != 0 && name[2] == '-' && name.ends_with(".png");
  };
  std::vector<fs::path> slides;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (is_slide(entry->path().filename().string())) slides.push_back(entry->path());
  }
  for (const auto& slide : slides) fs::remove(slide, error);
}

std::string with_offset(const LocalTime& time, const TimeZone& zone) {
  const auto offset = std::chrono::duration_cast<std::chrono::minutes>(zone.offset());
  const auto minutes = std::abs(offset.count());
  return format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", iso8601(time.date), time.hour.count(), time.minute.count(),
                time.second.count(), offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/// Slides as files, in the order of the show.
class Writer {
 public:
  Writer(const SnapshotOptions& options, const Dress& dress, scene::Surroundings surroundings)
      : options_(options), dress_(dress), surroundings_(std::move(surroundings)) {}

  Result<void> write(playlist::Slide slide, const config::Dwell& dwell) {
    auto composition = compose(slide, dress_, surroundings_, options_.size);
    const auto pictures = decode({0, composition.scene.pictures()});
    if (!pictures.pixels) {
      log::warning("a picture is left out: {}: {}", pictures.bad_file, pictures.pixels.error().message);
      return write_without(pictures.bad_file, std::move(slide), dwell);
    }
    const auto time = playlist::dwell_for(composition.scene.words(), dwell);
    frames_.push_back({format("{:02}-{}.png", frames_.size() + 1, slide.kind()), time, composition});
    const Frame frame = paint_frame(std::move(composition), dress_, *pictures.pixels);
    sheet_.add(frame.canvas);
    return stage::write_png(frame.canvas, (options_.out / frames_.back().file).string());
  }

  bool empty() const { return frames_.empty(); }

  Result<void> write_index(const std::string& at) const {
    std::vector<IndexEntry> entries;
    entries.reserve(frames_.size());
    for (const auto& frame : frames_) entries.push_back({frame.file, frame.dwell, &frame.composition});
    if (const auto sheet = stage::write_png(sheet_.canvas(), (options_.out / "contact-sheet.png").string()); !sheet) {
      return sheet;
    }
    return write_file(options_.out / "index.json", snapshot_index(options_.size, at, entries));
  }

 private:
  struct Written {
    std::string file;
    std::chrono::milliseconds dwell;
    Composition composition;
  };

  Result<void> write_without(const std::string& file, playlist::Slide slide, const config::Dwell& dwell) {
    auto* headline = std::get_if<playlist::HeadlineSlide>(&slide.what);
    if (headline == nullptr) return {};
    std::erase_if(headline->headline.images, [&](const auto& image) { return image.file == file; });
    return write(std::move(slide), dwell);
  }

  const SnapshotOptions& options_;
  const Dress& dress_;
  scene::Surroundings surroundings_;
  std::vector<Written> frames_;
  ContactSheet sheet_;
};

}  // namespace

int snapshot(const SnapshotOptions& options) {
  const auto file = config_file(options.config);
  const auto settings = file ? load_settings(*file) : std::unexpected(file.error());
  if (!settings) return failed(settings.error());
  const auto& config = *settings->config;
  const auto data = data_folder();
  if (!data) return failed(data.error());
  std::error_code error;
  fs::create_directories(options.out, error);
  if (error)
    return failed({ErrorKind::unavailable, format("{} cannot be made: {}", options.out.string(), error.message())});

  const auto gathered = gather(*settings, options.at, options.offline);
  if (!gathered) return failed(gathered.error());
  const auto& [content, moment] = *gathered;
  const auto& zone = config.screen.timezone;
  const auto dress = load_dress_or_default(*data, playlist::theme_at(config, moment).theme);
  if (!dress) return failed(dress.error());
  for (const auto& complaint : dress->complaints) log::warning("{}", complaint);
  remove_earlier_slides(options.out);
  Writer writer(options, *dress, surroundings_of(*content, moment));
  const auto show = playlist::build_show(*content, moment, playlist::orientation_of(options.size));
  for (const auto& slide : show.slides) {
    if (const auto written = writer.write(slide, config.dwell); !written) return failed(written.error());
  }
  if (writer.empty()) {
    const auto written = writer.write({"standby", playlist::StandbySlide{}}, config.dwell);
    if (!written) return failed(written.error());
  }
  const auto written = writer.write_index(with_offset(zone.local(moment.time), zone));
  return written ? 0 : failed(written.error());
}

}  // namespace lobby::app
