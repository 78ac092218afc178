#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <functional>

#include "app/commands.h"
#include "base/log.h"
#include "config/scalar.h"
#include "host/exit_status.h"
#include "host/version.h"

namespace lobby::app {

namespace {

/// Accepts 1920x1080.
Size parse_size(const std::string& text) {
  Size size;
  char rest = '\0';
  if (std::sscanf(text.c_str(), "%dx%d%c", &size.width, &size.height, &rest) != 2 || size.width < 160 ||
      size.height < 160 || size.width > 7680 || size.height > 7680) {
    throw CLI::ValidationError("'" + text + "' is not a size; write WIDTHxHEIGHT, 160 to 7680 each, such as 1920x1080");
  }
  return size;
}

/// Accepts 90, 90s, 10m, 2h, 500ms.
std::chrono::milliseconds parse_duration(const std::string& text) {
  std::size_t digits = 0;
  const double value = [&] {
    try {
      return std::stod(text, &digits);
    } catch (const std::exception&) {
      return -1.0;
    }
  }();
  const std::string unit = text.substr(digits);
  const double factor = unit == "ms"                  ? 1
                        : unit.empty() || unit == "s" ? 1e3
                        : unit == "m"                 ? 6e4
                        : unit == "h"                 ? 3.6e6
                                                      : 0;
  if (value < 0 || factor == 0 || value * factor > 1e12) {
    throw CLI::ValidationError("'" + text + "' is not a duration; write 30s, 10m or 2h");
  }
  return std::chrono::milliseconds(static_cast<std::int64_t>(value * factor));
}

/// Everything the options are read into; it lives as long as the parser.
struct Arguments {
  RunOptions run;
  SnapshotOptions snapshot;
  DiffOptions diff;
  LayoutsOptions layouts;
  ScheduleOptions schedule;
  ReadOptions read;
  RehearseOptions rehearse;
  BundleOptions bundle;
  ConfigOptions config_status;
  EnrolOptions enrol;
  std::vector<std::filesystem::path> check_files;
  std::vector<std::string> dates;
  std::string schema;
  std::optional<std::filesystem::path> config;
  bool verbose = false;
  std::function<int()> command;
};

constexpr const char* config_help =
    "The config file; by default /etc/lobby-player/config.yaml, and where there is none the embedded demo";

void add_run(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("run", "Play the show, full-screen: this is the kiosk");
  command->add_option("--config", arguments.run.config, config_help)->type_name("FILE");
  command
      ->add_option_function<std::string>(
          "--window", [&](const std::string& text) { arguments.run.window = parse_size(text); },
          "Play in a window of that size")
      ->type_name("WxH");
  command
      ->add_option_function<std::string>(
          "--for", [&](const std::string& text) { arguments.run.duration = parse_duration(text); },
          "End after that time")
      ->type_name("DURATION");
  command->add_option("--report", arguments.run.report, "Write frame statistics there at exit (JSON)")
      ->type_name("FILE");
  command->callback([&] { arguments.command = [&] { return run(arguments.run); }; });
}

/// What every command takes that draws the show into files.
template <typename Options>
void add_pictures(CLI::App& command, Options& options) {
  command.add_option("--out", options.out, "The folder to write to; made where it is missing")
      ->required()
      ->type_name("DIR");
  command.add_option("--at", options.at, "The moment to show (ISO 8601); by default now")->type_name("TIME");
  command
      .add_option_function<std::string>(
          "--size", [&options](const std::string& text) { options.size = parse_size(text); },
          "The size of the screen; by default 1920x1080")
      ->type_name("WxH");
  command.add_flag("--offline", options.offline, "Use what is stored; fetch nothing");
}

void add_snapshot(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("snapshot", "Render every slide of the show to PNG files and an index.json");
  command->add_option("--config", arguments.snapshot.config, config_help)->type_name("FILE");
  add_pictures(*command, arguments.snapshot);
  command->callback([&] { arguments.command = [&] { return snapshot(arguments.snapshot); }; });
}

void add_diff(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand(
      "diff", "Show in pictures what another config changes; exit status 0 nothing, 1 something, 2 trouble");
  command->add_option("old", arguments.diff.before, "The config as it is")->required()->type_name("OLD");
  command->add_option("new", arguments.diff.after, "The config as it may become")->required()->type_name("NEW");
  add_pictures(*command, arguments.diff);
  command->callback([&] { arguments.command = [&] { return diff(arguments.diff); }; });
}

/// What is wrong with the name of a theme; nothing where it may be one. It becomes the name of a folder.
std::string theme_name(const std::string& name) {
  const auto identifier = config::identifier();
  return identifier.parse(name) ? std::string()
                                : format("'{}' is no name of a theme: it must be {}", name, identifier.expected);
}

void add_layouts(CLI::App& app, Arguments& arguments) {
  CLI::App* command =
      app.add_subcommand("layouts", "Render every layout of a theme with sample content, and a page that shows them");
  command->add_option("--config", arguments.layouts.config, config_help)->type_name("FILE");
  command->add_option("--out", arguments.layouts.out, "The folder to write to; made where it is missing")
      ->required()
      ->type_name("DIR");
  command->add_option("--theme", arguments.layouts.themes, "The themes to show, or all; by default that of the config")
      ->check(theme_name)
      ->type_name("NAME");
  command
      ->add_option_function<std::vector<std::string>>(
          "--size",
          [&](const std::vector<std::string>& texts) {
            for (const auto& text : texts) arguments.layouts.sizes.push_back(parse_size(text));
          },
          "The sizes of screens; by default five: wide, upright, small, a strip, and 4:3")
      ->type_name("WxH");
  command
      ->add_option("--samples", arguments.layouts.samples,
                   "A folder of configs to show instead of those that come with the player")
      ->type_name("DIR");
  command->add_option("--at", arguments.layouts.at, "The moment to show (ISO 8601)")->type_name("TIME");
  command->callback([&] { arguments.command = [&] { return layouts(arguments.layouts); }; });
}

void add_schedule(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("schedule", "Print what is shown when: programmes, banners, notices, slides");
  command->add_option("--config", arguments.schedule.config, config_help)->type_name("FILE");
  command->add_option("--at", arguments.schedule.at, "The day or moment to begin at (ISO 8601); by default now")
      ->type_name("TIME");
  command->add_option("--days", arguments.schedule.days, "So many days, the first included; by default 1")
      ->check(CLI::Range(1, 366))
      ->type_name("N");
  command->add_flag("--offline", arguments.schedule.offline, "Use what is stored; fetch nothing");
  command->add_flag("--json", arguments.schedule.json, "Print it as JSON, for other programs");
  command->callback([&] { arguments.command = [&] { return schedule(arguments.schedule); }; });
}

void add_read(CLI::App& app, Arguments& arguments) {
  CLI::App* command =
      app.add_subcommand("read", "Print what the player gets out of a feed, a page, a forecast or a picture (JSON)");
  command->add_option("--as", arguments.read.as, "feed, page, image, weather, or auto: one of the first three")
      ->check(CLI::IsMember({"feed", "page", "image", "weather", "auto"}));
  command->add_option("--base-url", arguments.read.base_url, "Where the document came from")->type_name("URL");
  command->add_option("--content-type", arguments.read.content_type, "The Content-Type that HTTP gave")
      ->type_name("TYPE");
  command->add_option("--recipe", arguments.read.recipe, "A YAML file with the XPath recipe of a page")
      ->type_name("FILE");
  command->add_option("--out", arguments.read.out, "For a picture: write it as the player would show it")
      ->type_name("PNG");
  command->add_option("file", arguments.read.file, "The document; - is standard input")->required()->type_name("FILE");
  command->callback([&] { arguments.command = [&] { return read(arguments.read); }; });
}

void add_rehearse(CLI::App& app, Arguments& arguments) {
  CLI::App* command =
      app.add_subcommand("rehearse", "Try a config with all its themes, and play the next day with it, unseen");
  command->add_option("--config", arguments.rehearse.config, config_help)->type_name("FILE");
  command->add_option("--bundle", arguments.rehearse.bundle, "The folder of a signed bundle that lies below the config")
      ->type_name("DIR");
  command->callback([&] { arguments.command = [&] { return rehearse(arguments.rehearse); }; });
}

void add_bundle(CLI::App& app, Arguments& arguments) {
  CLI::App* command =
      app.add_subcommand("bundle", "Write bundle.yaml, the list of the files in a folder, to be signed with minisign");
  command->add_option("folder", arguments.bundle.folder, "The folder of the bundle")->required()->type_name("DIR");
  command->add_option("--version", arguments.bundle.version, "Higher than that of every bundle before")
      ->required()
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{999'999'999'999'999}))
      ->type_name("N");
  command->add_option("--expires", arguments.bundle.expires, "The last day on which a player takes it (ISO 8601)")
      ->required()
      ->type_name("DAY");
  command
      ->add_option("--public-key", arguments.bundle.public_keys,
                   "The keys that count from this bundle on, in the place of those before")
      ->type_name("KEY");
  command->callback([&] { arguments.command = [&] { return bundle(arguments.bundle); }; });
}

void add_config(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("config", "Print which config and which bundle are in use");
  command->add_option("--config", arguments.config_status.config, config_help)->type_name("FILE");
  CLI::Option* effective = command->add_flag("--effective", arguments.config_status.effective,
                                             "Print the whole config, each value with the place where it was written");
  command
      ->add_option("--bundle", arguments.config_status.bundle,
                   "The folder of a signed bundle, as if that were the one in use")
      ->needs(effective)
      ->type_name("DIR");
  command->callback([&] { arguments.command = [&] { return config_status(arguments.config_status); }; });
}

void add_enrol(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("enrol", "Make this board what the file on its boot partition says");
  command->add_option("file", arguments.enrol.file, "lobby-player.yaml")->required()->type_name("FILE");
  command->add_option("--root", arguments.enrol.root, "Where the files of the board lie; by default /")
      ->type_name("DIR");
  command->add_flag("--keep-password", arguments.enrol.keep_password,
                    "Leave the password of the Wi-Fi in FILE, as with another root than /");
  command->callback([&] { arguments.command = [&] { return enrol(arguments.enrol); }; });
}

void add_schema(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("schema", "Print what configs and layouts may hold, for editors and people");
  command
      ->add_option(
          "of", arguments.schema,
          "config, theme, layout, calendar, bundle or enrolment: a JSON Schema; reference: all their keys as Markdown")
      ->required()
      ->check(CLI::IsMember({"config", "theme", "layout", "calendar", "bundle", "enrolment", "reference"}));
  command->callback([&] { arguments.command = [&] { return schema(arguments.schema); }; });
}

void add_others(CLI::App& app, Arguments& arguments) {
  CLI::App* check_command = app.add_subcommand("check", "Check config and layout files: one line per finding");
  check_command->add_option("files", arguments.check_files, "Config or layout files")->required()->type_name("FILE");
  check_command->callback([&] { arguments.command = [&] { return check(arguments.check_files); }; });

  CLI::App* fetch_command = app.add_subcommand("fetch", "Fetch all sources once and store what is good");
  fetch_command->add_option("--config", arguments.config, config_help)->type_name("FILE");
  fetch_command->callback([&] { arguments.command = [&] { return fetch(arguments.config); }; });

  CLI::App* calendar_command =
      app.add_subcommand("calendar",
                         "Print dates with their lunar dates and observances (JSON lines); lunar dates and solar terms "
                         "are known from 1900 to 2199");
  calendar_command
      ->add_option("dates", arguments.dates, "Dates as 2024-07-24 or 24/7/2024; none: today; -: from standard input")
      ->type_name("DATE");
  calendar_command->callback([&] { arguments.command = [&] { return calendar(arguments.dates); }; });

  CLI::App* doctor_command = app.add_subcommand("doctor", "Look for what keeps this machine from a good show");
  doctor_command->add_option("--config", arguments.config, config_help)->type_name("FILE");
  doctor_command->callback([&] { arguments.command = [&] { return doctor(arguments.config); }; });
}

}  // namespace

int run_command_line(int argc, char** argv) {
  CLI::App app("Lobby Player: news, photos and anniversaries of a portal as a lobby slideshow", "lobby-player");
  Arguments arguments;
  app.set_version_flag("--version", host::version);
  app.add_flag("--verbose", arguments.verbose, "Say more on standard error");
  app.require_subcommand(1);
  app.fallthrough();
  add_run(app, arguments);
  add_snapshot(app, arguments);
  add_diff(app, arguments);
  add_layouts(app, arguments);
  add_schedule(app, arguments);
  add_read(app, arguments);
  add_rehearse(app, arguments);
  add_bundle(app, arguments);
  add_config(app, arguments);
  add_enrol(app, arguments);
  add_schema(app, arguments);
  add_others(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : host::usage_error;
  }
  if (arguments.verbose) log::set_level(log::Level::debug);
  return arguments.command();
}

}  // namespace lobby::app
