#include <iostream>

#include "app/commands.h"
#include "base/log.h"
#include "host/exit_status.h"
#include "host/files.h"
#include "picture/png.h"
#include "preview/diff_page.h"
#include "preview/iso_time.h"

namespace lobby::app {

namespace {

namespace fs = std::filesystem;

/// The shows of two configs from one store, at one moment.
class Comparison {
 public:
  Comparison(const DiffOptions& options, fleet::Settings before, fleet::Settings after)
      : options_(options), before_(std::move(before)), after_(std::move(after)) {}

  /// The changes, which lie in the folder as pictures then.
  Result<preview::ShowChanges> draw() {
    if (const auto known = find_moment(); !known) return std::unexpected(known.error());
    // What one of the two fetches the other one must see.
    for (const fleet::Settings* settings : {&before_, &after_}) {
      if (options_.offline) break;
      if (const auto fetched = preview::gather(*settings, at_, false); !fetched)
        return std::unexpected(fetched.error());
    }
    const auto before = draw(before_, "old");
    if (!before) return std::unexpected(before.error());
    const auto after = draw(after_, "new");
    if (!after) return std::unexpected(after.error());
    auto changes = preview::changes_between(*before, *after);
    if (!changes) return changes;
    if (const auto written = write(*changes, *before, *after); !written) return std::unexpected(written.error());
    return changes;
  }

 private:
  /// In the zone of the new config, for both.
  Result<void> find_moment() {
    const TimeZone& zone = after_.config->screen.timezone;
    const auto time = options_.at ? parse_iso8601(*options_.at, zone) : SystemClock().wall();
    if (!time) return std::unexpected(time.error());
    at_ = preview::iso_time(*time, zone);
    return {};
  }

  Result<preview::DrawnShow> draw(const fleet::Settings& settings, const char* place) const {
    const auto gathered = preview::gather(settings, at_, true);
    if (!gathered) return std::unexpected(gathered.error());
    return preview::draw_show(settings, *gathered, options_.out / place, options_.size);
  }

  Result<void> write(const preview::ShowChanges& changes, const preview::DrawnShow& before,
                     const preview::DrawnShow& after) const {
    const fs::path sheet = options_.out / "contact-sheet.png";
    if (const auto written = picture::write_png(preview::diff_sheet(changes, before, after), sheet.string());
        !written) {
      return written;
    }
    const std::string names = format("From {} to {}", options_.before.string(), options_.after.string());
    return host::write_file(options_.out / "index.html", preview::diff_page(changes, before, after, names, at_));
  }

  const DiffOptions& options_;
  fleet::Settings before_;
  fleet::Settings after_;
  std::string at_;
};

}  // namespace

int diff(const DiffOptions& options) {
  // As that of diff(1), whose 1 says that something differs.
  constexpr int trouble = host::usage_error;
  auto before = fleet::load_settings(options.before);
  auto after = fleet::load_settings(options.after);
  for (const auto* settings : {&before, &after}) {
    if (*settings) continue;
    host::failed(settings->error());
    return trouble;
  }
  const bool differ = before->text != after->text;
  const auto changes = Comparison(options, *std::move(before), *std::move(after)).draw();
  if (!changes) {
    host::failed(changes.error());
    return trouble;
  }
  std::cout << preview::text_of(*changes);
  if (changes->none()) {
    if (differ) log::info("the configs differ, but not in what is shown at that moment; --at chooses another one");
    return 0;
  }
  log::info("{} shows it", (options.out / "index.html").string());
  return 1;
}

}  // namespace lobby::app
