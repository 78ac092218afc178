#include "preview/samples.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "base/format.h"
#include "config/slide_kinds.h"
#include "fleet/settings.h"
#include "gather/gatherer.h"
#include "gather/remote.h"
#include "scene/build_scene.h"

namespace lobby::preview {

namespace {

namespace fs = std::filesystem;

using config::slide_kinds;

/// The place of a kind that a name begins with among the kinds; behind them all where there is none.
std::size_t kind_in(std::string_view name) {
  std::size_t best = slide_kinds.size();
  for (std::size_t index = 0; index < slide_kinds.size(); ++index) {
    const auto kind = slide_kinds[index];
    const bool begins = name == kind || (name.starts_with(kind) && name.substr(kind.size()).starts_with('-'));
    if (begins && (best == slide_kinds.size() || kind.size() > slide_kinds[best].size())) best = index;
  }
  return best;
}

/// A place for what reading leaves behind: samples must not touch the store of the show.
class Workshop {
 public:
  Workshop() {
    std::error_code error;
    std::string pattern = (fs::temp_directory_path(error) / "lobby-player-XXXXXX").string();
    if (mkdtemp(pattern.data()) != nullptr) folder_ = pattern;
    fs::create_directory(folder_ / "notices", error);
  }
  ~Workshop() {
    std::error_code error;
    if (!folder_.empty()) fs::remove_all(folder_, error);
  }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
};

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".yaml") files.push_back(entry->path());
  }
  std::ranges::sort(files, {}, [](const fs::path& file) { return std::pair(kind_in(file.stem().string()), file); });
  return files;
}

Result<Sample> read_sample(const fs::path& file, const std::string& at, const fs::path& workshop, store::Store& store) {
  const auto settings = fleet::load_settings(file);
  if (!settings) return std::unexpected(settings.error());
  const auto time = parse_iso8601(at, settings->config->screen.timezone);
  if (!time) return std::unexpected(time.error());
  auto config = std::make_shared<config::Config>(*settings->config);
  config->duty_folder = workshop / "notices";  // What hangs in this house today is no sample.
  config->notice_feed.reset();
  const std::chrono::days age(file.stem().string().ends_with("-aged") ? 3 : 0);
  Sample sample{file.stem().string(), nullptr, {*time, true, SteadyTime(age)}};
  const ManualClock clock(*time - age);
  net::HttpClient http;
  host::ClockJudge judge(std::nullopt);
  gather::Gatherer gatherer(std::move(config), store, http, clock, judge, [](const auto&) {});
  gatherer.restore();
  sample.content = gatherer.snapshot(*time);
  return sample;
}

}  // namespace

Result<std::vector<Sample>> read_samples(const fs::path& folder, const std::string& at) {
  const Workshop workshop;
  const auto store = store::Store::open(workshop.folder());
  std::vector<Sample> samples;
  for (const auto& file : files_in(folder)) {
    auto sample = read_sample(file, at, workshop.folder(), *store);
    if (!sample) return std::unexpected(sample.error());
    samples.push_back(std::move(*sample));
  }
  if (samples.empty()) {
    return fail(ErrorKind::unavailable, format("{} holds no samples; each is a config, a .yaml file", folder.string()));
  }
  return samples;
}

std::vector<SampleSlide> slides_of(const Sample& sample, playlist::Orientation screen) {
  auto show = playlist::build_show(*sample.content, sample.moment, screen);
  const auto kind = kind_in(sample.name);
  if (kind < slide_kinds.size())
    std::erase_if(show.slides, [&](const auto& slide) { return slide.kind() != slide_kinds[kind]; });
  std::vector<SampleSlide> slides;
  for (auto& slide : show.slides) {
    const bool alone = show.slides.size() == 1;
    slides.push_back({std::move(slide), alone ? sample.name : format("{}-{}", sample.name, slides.size() + 1)});
  }
  return slides;
}

std::vector<config::Finding> missing_layouts(const config::Theme& theme, const fs::path& folder) {
  std::vector<config::Finding> findings;
  for (const auto kind : slide_kinds) {
    if (theme.layouts.contains(std::string(kind))) continue;
    const auto other = scene::stand_in_layout(kind);
    const std::string_view what = other == "notice"  ? "they are shown as notices"
                                  : other == "photo" ? "the layout of photos shows the first alone"
                                                     : "they stay black";
    findings.push_back({config::Severity::warning,
                        format("there is no layout for slides of the kind '{0}' ({0}.yaml): {1}", kind, what),
                        {(folder / "theme.yaml").string(), 1, 1}});
  }
  return findings;
}

}  // namespace lobby::preview
