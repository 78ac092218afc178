#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>

namespace lobby::log {

namespace {

/// sd-daemon(3) priorities, by which the journal sorts what a service writes.
int journal_priority(Level level) {
  switch (level) {
    case Level::debug:
      return 7;
    case Level::info:
      return 6;
    case Level::warning:
      return 4;
    case Level::error:
      return 3;
  }
  return 6;
}

spdlog::level::level_enum spdlog_level(Level level) {
  switch (level) {
    case Level::debug:
      return spdlog::level::debug;
    case Level::info:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      return spdlog::level::err;
  }
  return spdlog::level::info;
}

bool to_journal() { return std::getenv("JOURNAL_STREAM") != nullptr && isatty(STDERR_FILENO) == 0; }

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> instance = [] {
    auto made = std::make_shared<spdlog::logger>("lobby-player", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern(to_journal() ? "%v" : "%H:%M:%S %^%l%$ %v");
    made->flush_on(spdlog::level::trace);
    return made;
  }();
  return *instance;
}

}  // namespace

void set_level(Level level) { logger().set_level(spdlog_level(level)); }

void write(Level level, std::string_view message) {
  static const bool journal = to_journal();
  if (journal) {
    logger().log(spdlog_level(level), "<{}>{}", journal_priority(level), message);
  } else {
    logger().log(spdlog_level(level), "{}", message);
  }
}

}  // namespace lobby::log
