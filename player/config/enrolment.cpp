#include "config/enrolment.h"

#include <algorithm>

#include "base/format.h"
#include "config/as_written.h"
#include "config/key_notes.h"
#include "config/reader.h"
#include "config/remote_reader.h"
#include "text/decode.h"

namespace lobby::config {

namespace {

constexpr std::size_t longest_network_name = 32;
constexpr std::size_t most_servers = 4;
// 0 to 255, as ECMA 262 and as a number.
constexpr std::string_view ipv4_octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

bool is_all_figures(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether it is a number up to `most`, written without zeros before it.
bool is_number_up_to(std::string_view text, int most) {
  if (!is_all_figures(text) || text.size() > 3 || (text.size() > 1 && text.front() == '0')) return false;
  int value = 0;
  for (const char figure : text) value = 10 * value + (figure - '0');
  return value <= most;
}

bool is_ipv4(std::string_view text) {
  for (int part = 1; part < 4; ++part) {
    const std::size_t end = text.find('.');
    if (end == std::string_view::npos || !is_number_up_to(text.substr(0, end), 255)) return false;
    text.remove_prefix(end + 1);
  }
  return is_number_up_to(text, 255);
}

template <typename Holds>
Scalar<std::string> text_that(std::string expected, Form form, Holds holds) {
  return {std::move(expected),
          [holds](std::string_view text) { return holds(text) ? std::optional<std::string>(text) : std::nullopt; },
          {},
          std::move(form)};
}

Scalar<std::string> address() {
  return text_that("an address such as 192.168.1.1",
                   form_of_pattern(format("^({}\\.){{3}}{}$", ipv4_octet, ipv4_octet)), is_ipv4);
}

Scalar<std::string> address_with_prefix() {
  return text_that("an address with the length of its prefix, such as 192.168.1.40/24",
                   form_of_pattern(format("^({}\\.){{3}}{}/([1-9]|[12][0-9]|3[0-2])$", ipv4_octet, ipv4_octet)),
                   [](std::string_view text) {
                     const std::size_t slash = std::min(text.find('/'), text.size());
                     const auto prefix = text.substr(std::min(slash + 1, text.size()));
                     return is_ipv4(text.substr(0, slash)) && is_number_up_to(prefix, 32) && prefix != "0";
                   });
}

Scalar<std::string> host() {
  const std::string form =
      format("^({}\\.){{3}}{}$|^(?=.*[A-Za-z:])[A-Za-z0-9][A-Za-z0-9.:-]*$", ipv4_octet, ipv4_octet);
  return text_that("the name or the address of a server", form_of_pattern(form), [](std::string_view text) {
    constexpr std::string_view marks = ".:-";
    const auto letter = [](char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); };
    const auto figure = [](char sign) { return sign >= '0' && sign <= '9'; };
    const auto allowed = [&](char sign) { return letter(sign) || figure(sign) || marks.contains(sign); };
    if (is_ipv4(text)) return true;
    const bool named = std::ranges::any_of(text, [&](char sign) { return letter(sign) || sign == ':'; });
    return named && std::ranges::all_of(text, allowed) && !marks.contains(text.front());
  });
}

bool is_printable(std::string_view text) {
  return std::ranges::none_of(text, [](char sign) {
    const auto byte = static_cast<unsigned char>(sign);
    return byte < 0x20 || byte == 0x7F;
  });
}

Scalar<std::string> network_name() {
  return text_that(
      "the name of a network, of 1 to 32 bytes", {.kind = Form::Kind::text, .least = 1, .most = longest_network_name},
      [](std::string_view text) { return !text.empty() && text.size() <= longest_network_name && is_printable(text); });
}

Scalar<std::string> network_password() {
  return text_that(
      "a password of 8 to 63 characters of the English keyboard, or '' for the one that this board has already",
      form_of_pattern("^([ -~]{8,63}|[0-9A-Fa-f]{64}|)$", 1e7, 1e16), [](std::string_view text) {
        const bool ascii = is_printable(text) &&
                           std::ranges::all_of(text, [](char sign) { return static_cast<signed char>(sign) > 0; });
        const bool key =
            text.size() == 64 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
        return text.empty() || key || (ascii && text.size() >= 8 && text.size() <= 63);
      });
}

Scalar<std::string> country() {
  return text_that(
      "the two capitals of a country, such as VN", form_of_pattern("^[A-Z]{2}$"), [](std::string_view text) {
        return text.size() == 2 && std::ranges::all_of(text, [](char sign) { return sign >= 'A' && sign <= 'Z'; });
      });
}

std::optional<Wifi> read_wifi(const Node& node, Report& report) {
  if (is_nothing(node)) return std::nullopt;
  const MapReader map(node, "'wifi'", {"name", "password", "open", "country", "hidden"}, report);
  if (!map.readable()) return std::nullopt;
  Wifi wifi;
  map.require("name", network_name(), wifi.name);
  map.read("password", network_password(), wifi.password);
  map.read("open", truth(), wifi.open);
  map.require("country", country(), wifi.country);
  map.read("hidden", truth(), wifi.hidden);
  if (wifi.open && !wifi.password.empty()) {
    report.error(map.place("open"), "an open network has no 'password'; leave one of the two out");
  }
  return wifi;
}

Network read_network(const Node& node, Report& report) {
  const MapReader map(node, "'network'", {"address", "gateway", "dns", "time_server"}, report);
  Network network;
  map.read("address", address_with_prefix(), network.address);
  map.read("gateway", address(), network.gateway);
  map.check_goes_with("gateway", "address");
  if (const Node* dns = map.find("dns")) {
    for (const Node& entry : read_at_most(read_one_or_more(*dns, "'dns'", report), most_servers, "'dns'", report)) {
      if (const auto server = read_scalar(entry, "'dns'", address(), report)) network.dns.push_back(*server);
    }
  }
  map.read("time_server", host(), network.time_server);
  return network;
}

Enrolment read_enrolment(const Node& root, Report& report) {
  const MapReader map(root, "the file", {"device", "remote", "wifi", "network"}, report);
  Enrolment enrolment;
  if (const Node* node = map.find("device")) enrolment.device = read_device(*node, report);
  if (const Node* node = map.find("remote")) enrolment.remote = read_remote(*node, report);
  if (const Node* node = map.find("wifi")) enrolment.wifi = read_wifi(*node, report);
  if (const Node* node = map.find("network")) enrolment.network = read_network(*node, report);
  if (root.spot != nullptr) return enrolment;
  if (!enrolment.device.group.empty() && !enrolment.remote) {
    report.error(map.place("device"),
                 "a 'group' is one of those that 'remote' knows; add where this board's config is");
  }
  if (enrolment == Enrolment())
    report.error(report.top(), "the file sets nothing; give it a device, remote, wifi or network");
  return enrolment;
}

/// In quotes that keep every sign as it is.
std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char sign : text) out += sign == '\'' ? "''" : std::string(1, sign);
  return out + "'";
}

void add_line(std::string& out, std::string_view key, std::string_view text) {
  if (!text.empty()) out += format("  {}: {}\n", key, in_quotes(text));
}

void add_list(std::string& out, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  out += format("  {}:\n", key);
  for (const auto& text : texts) out += format("  - {}\n", in_quotes(text));
}

std::string wifi_text(const Wifi& wifi, Password password) {
  std::string out = "wifi:\n";
  add_line(out, "name", wifi.name);
  if (wifi.open) {
    out += "  open: yes\n";
  } else {
    out += format("  password: {}\n", in_quotes(password == Password::kept ? wifi.password : std::string()));
  }
  add_line(out, "country", wifi.country);
  if (wifi.hidden) out += "  hidden: yes\n";
  return out;
}

std::string network_text(const Network& network) {
  std::string out = "network:\n";
  add_line(out, "address", network.address);
  add_line(out, "gateway", network.gateway);
  add_list(out, "dns", network.dns);
  add_line(out, "time_server", network.time_server);
  return out;
}

std::string device_text(const Enrolment& enrolment) {
  std::string out;
  if (enrolment.device != Device()) {
    out += "device:\n";
    add_line(out, "name", enrolment.device.name);
    add_line(out, "group", enrolment.device.group);
  }
  if (!enrolment.remote) return out;
  const Remote usual;
  out += "remote:\n";
  add_line(out, "url", enrolment.remote->url);
  add_list(out, "public_key", enrolment.remote->public_keys);
  if (enrolment.remote->every != usual.every)
    out += format("  every: {}\n", duration_as_written(enrolment.remote->every));
  if (enrolment.remote->probation != usual.probation) {
    out += format("  probation: {}\n", duration_as_written(enrolment.remote->probation));
  }
  return out;
}

}  // namespace

Checked<Enrolment> parse_enrolment(std::string_view bytes, const std::string& file) {
  Report report(file, Severity::error);
  std::string decoded;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    decoded = text::decode(bytes).text;
    bytes = decoded;
  }
  Enrolment enrolment;
  if (const auto root = parse_yaml(bytes, report)) enrolment = read_enrolment(*root, report);
  return std::move(report).checked(std::move(enrolment));
}

std::string written(const Enrolment& enrolment, Password password) {
  std::string out = device_text(enrolment);
  if (enrolment.wifi) out += wifi_text(*enrolment.wifi, password);
  if (enrolment.network != Network()) out += network_text(enrolment.network);
  return out;
}

std::string machine_config(const Enrolment& enrolment) {
  return enrolment.remote ? device_text(enrolment) : std::string();
}

Schema enrolment_schema() {
  return Recorder::schema_of([](const Node& root, Report& report) { read_enrolment(root, report); }, enrolment_notes());
}

}  // namespace lobby::config
