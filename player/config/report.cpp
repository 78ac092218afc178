#include "config/report.h"

#include <algorithm>
#include <tuple>

#include "base/format.h"

namespace lobby::config {

namespace {

/// A person reads no more; a hostile file must not fill the journal.
constexpr int most_of_a_kind = 100;

}  // namespace

std::string to_string(const Finding& finding) {
  return format("{}:{}:{}: {}: {}", finding.where.file, finding.where.line, finding.where.column,
                finding.severity == Severity::error ? "error" : "warning", finding.message);
}

void Report::add(Severity severity, Position at, std::string message) {
  int& count = severity == Severity::error ? errors_ : warnings_;
  if (++count > most_of_a_kind) return;
  findings_.push_back({severity, std::move(message), where(at)});
}

void Report::add_rest(int count, Severity severity, const char* what) {
  if (count <= most_of_a_kind) return;
  findings_.push_back(
      {severity, format("{} more {} are not listed", count - most_of_a_kind, what), findings_.back().where});
}

void Report::finish() {
  const auto place = [this](const Finding& finding) {
    const auto file = std::ranges::find(files_, finding.where.file) - files_.begin();
    return std::tuple(file, finding.where.line, finding.where.column);
  };
  std::ranges::stable_sort(findings_, {}, place);
  add_rest(errors_, Severity::error, "errors");
  add_rest(warnings_, Severity::warning, "warnings");
}

}  // namespace lobby::config
