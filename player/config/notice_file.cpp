#include "config/notice_file.h"

#include <charconv>

#include "base/format.h"
#include "config/notices.h"
#include "config/reader.h"
#include "config/source_text.h"

namespace lobby::config {

namespace {

constexpr std::chrono::days longest(31);

bool fits(std::string_view bytes, std::size_t most, Report& report) {
  if (bytes.size() > most) report.error({}, format("the file is larger than {} bytes", most));
  return bytes.size() <= most;
}

Scalar<std::int64_t> serial_number() {
  return {"a whole number from 1 to 999999999999999", [](std::string_view text) -> std::optional<std::int64_t> {
            std::int64_t number = 0;
            const char* end = text.data() + text.size();
            const auto [stop, error] = std::from_chars(text.data(), end, number);
            const bool right = error == std::errc() && stop == end && number >= 1 && number <= 999'999'999'999'999;
            return right ? std::optional(number) : std::nullopt;
          }};
}

NoticeDocument read_document(const Node& root, const TimeZone& zone, Report& report) {
  const MapReader map(root, "the document", {"serial", "issued", "expires", "device", "group", "notices"}, report);
  NoticeDocument document;
  map.require("serial", serial_number(), document.serial);
  const bool issued = map.require("issued", start_time(zone), document.issued);
  const bool expires = map.require("expires", end_time(zone), document.expires);
  if (issued && expires && (document.expires <= document.issued || document.expires > document.issued + longest)) {
    report.error(map.place("expires"), format("'expires' must be after 'issued', by {} days at most", longest.count()));
  }
  map.read("device", identifier(), document.device);
  map.read("group", identifier(), document.group);
  if (!document.device.empty() && !document.group.empty()) {
    report.error(map.place("group"), "a document is for a device or for a group, not for both; sign one for each");
  }
  if (const Node* notices = map.require("notices")) document.notices = read_notices(*notices, zone, report);
  return document;
}

}  // namespace

Checked<Notice> parse_notice_file(std::string_view yaml, const std::string& file, const TimeZone& zone) {
  Report report(file, Severity::error);
  Notice notice;
  if (fits(yaml, most_notice_bytes, report)) {
    if (const auto root = parse_yaml(yaml, report)) notice = read_notice(*root, "the file", zone, report);
  }
  return std::move(report).checked(std::move(notice));
}

Checked<Notice> parse_notice_text(std::string_view bytes, const std::string& file) {
  Report report(file, Severity::error);
  Notice notice;
  const auto text = fits(bytes, most_notice_bytes, report) ? source_text(bytes, report) : std::nullopt;
  if (text) {
    const std::size_t end = std::min(text->find('\n'), text->size());
    const Node first(Node::Kind::scalar, {1, 1}, std::string(text->substr(0, end)));
    const Node rest(Node::Kind::scalar, {2, 1}, std::string(text->substr(std::min(end + 1, text->size()))));
    notice.text = read_scalar(first, "the first line", screen_text(1, 300), report).value_or("");
    notice.detail = read_scalar(rest, "what follows the first line", screen_text(0, 1000), report).value_or("");
  }
  return std::move(report).checked(std::move(notice));
}

Checked<NoticeDocument> parse_notice_document(std::string_view yaml, const std::string& file, const TimeZone& zone) {
  Report report(file, Severity::error);
  NoticeDocument document;
  if (fits(yaml, most_notice_document_bytes, report)) {
    if (const auto root = parse_yaml(yaml, report)) document = read_document(*root, zone, report);
  }
  return std::move(report).checked(std::move(document));
}

}  // namespace lobby::config
