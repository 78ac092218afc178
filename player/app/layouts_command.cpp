#include <iostream>

#include "app/commands.h"
#include "fleet/settings.h"
#include "host/exit_status.h"
#include "host/files.h"
#include "host/places.h"
#include "preview/samples.h"
#include "preview/slide_folder.h"
#include "preview/slide_page.h"
#include "theme/theme_check.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;

constexpr std::array<Size, 5> usual_sizes{{{1920, 1080}, {1080, 1920}, {1280, 720}, {3840, 1080}, {1024, 768}}};

/// Draws samples in themes, and gathers what people want to know of them.
class Drawing {
 public:
  Drawing(const LayoutsOptions& options, theme::ThemePath path, std::vector<preview::Sample> samples)
      : options_(options), path_(std::move(path)), samples_(std::move(samples)) {}

  /// Errs where a file cannot be written. A theme that cannot be used has findings and no pictures.
  Result<void> draw(const std::string& theme) {
    auto dress = theme::load_dress(path_, theme);
    tell(theme, dress ? &dress->theme : nullptr);
    if (!dress) return {};
    const auto worn = std::make_shared<const theme::Dress>(*std::move(dress));
    for (const Size size :
         options_.sizes.empty() ? std::vector(usual_sizes.begin(), usual_sizes.end()) : options_.sizes) {
      if (const auto drawn = draw(theme, worn, size); !drawn) return drawn;
    }
    return {};
  }

  Result<void> write_page() const { return host::write_file(options_.out / "index.html", preview::html_of(page_)); }
  bool sound() const { return sound_; }

 private:
  void tell(const std::string& name, const config::Theme* theme) {
    const fs::path folder = path_.theme(name);
    auto findings = theme::theme_findings(folder, path_);
    if (theme != nullptr) std::ranges::move(preview::missing_layouts(*theme, folder), std::back_inserter(findings));
    sound_ = sound_ && !theme::has_errors(findings);
    preview::PageFindings told{name, {}};
    for (const auto& finding : findings) {
      told.lines.push_back(to_string(finding));
      std::cout << told.lines.back() << '\n';
    }
    page_.findings.push_back(std::move(told));
  }

  Result<void> draw(const std::string& theme, const std::shared_ptr<const theme::Dress>& dress, Size size) {
    const std::string place = format("{}/{}x{}/", theme, size.width, size.height);
    preview::SlideFolder folder(options_.out / place, dress, size);
    if (const auto made = folder.prepare(); !made) return made;
    for (const auto& sample : samples_) {
      const auto surroundings = show::surroundings_of(*sample.content, sample.moment);
      for (auto& [slide, name] : preview::slides_of(sample, playlist::orientation_of(size))) {
        const auto written = folder.write(std::move(slide), name, surroundings, sample.content->config->dwell);
        if (!written) return written;
      }
    }
    page_.sections.push_back(preview::section_of(folder, theme, place));
    return folder.write_contact_sheet();
  }

  const LayoutsOptions& options_;
  theme::ThemePath path_;
  std::vector<preview::Sample> samples_;
  preview::SlidePage page_{"Layouts", "Every kind of slide with sample content, as the player draws it.", {}, {}};
  bool sound_ = true;
};

std::vector<std::string> themes_asked_for(const LayoutsOptions& options, const theme::ThemePath& path,
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
  const auto file = fleet::config_file(options.config);
  const auto settings = file ? fleet::load_settings(*file) : std::unexpected(file.error());
  if (!settings) return host::failed(settings.error());
  const auto data = host::data_folder();
  if (!data) return host::failed(data.error());
  auto samples = preview::read_samples(options.samples.value_or(host::samples_folder(*data)),
                                       options.at.value_or(preview::usual_moment));
  if (!samples) return host::failed(samples.error());
  const theme::ThemePath path = theme::theme_path_of(*settings->config, *data);
  Drawing drawing(options, path, std::move(*samples));
  for (const auto& theme : themes_asked_for(options, path, *settings->config)) {
    if (const auto drawn = drawing.draw(theme); !drawn) return host::failed(drawn.error());
  }
  std::error_code error;
  fs::create_directories(options.out, error);
  if (const auto written = drawing.write_page(); !written) return host::failed(written.error());
  log::info("{} shows them", (options.out / "index.html").string());
  return drawing.sound() ? 0 : 1;
}

}  // namespace lobby::app
