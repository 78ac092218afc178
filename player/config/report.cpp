#include "config/report.h"

#include <algorithm>
#include <tuple>

#include "base/format.h"

namespace lobby::config {

std::string to_string(const Finding& finding) {
  return format("{}:{}:{}: {}: {}", finding.where.file, finding.where.line, finding.where.column,
                finding.severity == Severity::error ? "error" : "warning", finding.message);
}

void Report::add(Severity severity, Position at, std::string message) {
  has_errors_ = has_errors_ || severity == Severity::error;
  findings_.push_back({severity, std::move(message), Where{file_, at.line, at.column}});
}

void Report::sort() {
  const auto place = [](const Finding& finding) { return std::tie(finding.where.line, finding.where.column); };
  std::ranges::stable_sort(findings_, {}, place);
}

}  // namespace lobby::config
