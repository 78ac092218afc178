#include <iostream>

#include "app/commands.h"
#include "app/exit_status.h"
#include "app/files.h"
#include "app/places.h"
#include "app/samples.h"
#include "app/settings.h"
#include "app/slide_folder.h"
#include "app/slide_page.h"
#include "app/theme_check.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;

constexpr const char* usual_moment = "2026-11-22T08:41";
constexpr std::array<Size, 5> usual_sizes{{{1920, 1080}, {1080, 1920}, {1280, 720}, {3840, 1080}, {1024, 768}}};

/// Draws samples in themes, and gathers what people want to know of them.
class Drawing {
 public:
  Drawing(const LayoutsOptions& options, ThemePath path, std::vector<Sample> samples)
      : options_(options), path_(std::move(path)), samples_(std::move(samples)) {}

  /// Errs where a file cannot be written. A theme that cannot be used has findings and no pictures.
  Result<void> draw(const std::string& theme) {
    auto dress = load_dress(path_, theme);
    tell(theme, dress ? &dress->theme : nullptr);
    if (!dress) return {};
    const auto worn = std::make_shared<const Dress>(*std::move(dress));
    for (const Size size :
         options_.sizes.empty() ? std::vector(usual_sizes.begin(), usual_sizes.end()) : options_.sizes) {
      if (const auto drawn = draw(theme, worn, size); !drawn) return drawn;
    }
    return {};
  }

  Result<void> write_page() const { return write_file(options_.out / "index.html", html_of(page_)); }
  bool sound() const { return sound_; }

 private:
  void tell(const std::string& name, const config::Theme* theme) {
    const fs::path folder = path_.theme(name);
    auto findings = theme_findings(folder, path_);
    if (theme != nullptr) std::ranges::move(missing_layouts(*theme, folder), std::back_inserter(findings));
    sound_ = sound_ && !has_errors(findings);
    PageFindings told{name, {}};
    for (const auto& finding : findings) {
      told.lines.push_back(to_string(finding));
      std::cout << told.lines.back() << '\n';
    }
    page_.findings.push_back(std::move(told));
  }

  Result<void> draw(const std::string& theme, const std::shared_ptr<const Dress>& dress, Size size) {
    const std::string place = format("{}/{}x{}/", theme, size.width, size.height);
    SlideFolder folder(options_.out / place, dress, size);
    if (const auto made = folder.prepare(); !made) return made;
    for (const auto& sample : samples_) {
      const auto surroundings = surroundings_of(*sample.content, sample.moment);
      for (auto& [slide, name] : slides_of(sample, playlist::orientation_of(size))) {
        const auto written = folder.write(std::move(slide), name, surroundings, sample.content->config->dwell);
        if (!written) return written;
      }
    }
    page_.sections.push_back(section_of(folder, theme, place));
    return folder.write_contact_sheet();
  }

  const LayoutsOptions& options_;
  ThemePath path_;
  std::vector<Sample> samples_;
  SlidePage page_{"Layouts", "Every kind of slide with sample content, as the player draws it.", {}, {}};
  bool sound_ = true;
};

std::vector<std::string> themes_asked_for(const LayoutsOptions& options, const ThemePath& path,
                                          const config::Config& config) {
  if (options.themes.empty()) return {config.theme};
  if (std::ranges::find(options.themes, "all") != options.themes.end()) return path.themes();
  std::vector<std::string> once;
  for (const auto& theme : options.themes) {
    if (std::ranges::find(once, theme) == once.end()) once.push_back(theme);
  }
  return once;
}

}  // namespace

int layouts(const LayoutsOptions& options) {
  const auto file = config_file(options.config);
  const auto settings = file ? load_settings(*file) : std::unexpected(file.error());
  if (!settings) return failed(settings.error());
  const auto data = data_folder();
  if (!data) return failed(data.error());
  auto samples = read_samples(options.samples.value_or(samples_folder(*data)), options.at.value_or(usual_moment));
  if (!samples) return failed(samples.error());
  const ThemePath path = theme_path_of(*settings->config, *data);
  Drawing drawing(options, path, std::move(*samples));
  for (const auto& theme : themes_asked_for(options, path, *settings->config)) {
    if (const auto drawn = drawing.draw(theme); !drawn) return failed(drawn.error());
  }
  std::error_code error;
  fs::create_directories(options.out, error);
  if (const auto written = drawing.write_page(); !written) return failed(written.error());
  log::info("{} shows them", (options.out / "index.html").string());
  return drawing.sound() ? 0 : 1;
}

}  // namespace lobby::app
