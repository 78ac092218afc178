#include "content/gate.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "content/ascii.h"
#include "content/html_text.h"
#include "content/page_head.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

/// A gate says a sentence or two; letters, not words, because the test must hold for scripts without spaces too.
constexpr std::size_t most_gate_bytes = 1500;
constexpr std::size_t most_notice_bytes = 3000;
constexpr std::size_t most_sentence_bytes = 700;

template <std::size_t size>
bool has_any(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::ranges::any_of(words, [text](auto word) { return find_word(text, word) != text.npos; });
}

constexpr std::array<std::string_view, 5> reloads{"location.reload", "location.href", "location.replace",
                                                  "window.location", "document.location"};

bool sets_cookie_and_reloads(std::string_view html) {
  if (find_word(html, "document.cookie") == html.npos) return false;
  const bool known = html.find("D1N=") != html.npos || html.find("D0N=") != html.npos;
  return known || has_any(html, reloads);
}

/// «0; url=…»: a page that renews itself every five minutes is none of these.
bool refreshes_elsewhere(Node root) {
  for (const Node meta : descendants(root, "meta")) {
    if (!same_word(meta.attribute("http-equiv"), "refresh")) continue;
    const std::string content = meta.attribute("content");
    if (find_word(content, "url") != std::string::npos && std::strtol(content.c_str(), nullptr, 10) <= 30) return true;
  }
  return false;
}

/// WISPr is what hot spots speak; the others are names that their makers give to the page.
bool is_captive_portal(std::string_view html, std::string_view title) {
  static constexpr std::array<std::string_view, 4> marks{"wispaccessgatewayparam", "captive portal", "captiveportal",
                                                         "/hotspot/"};
  static constexpr std::array<std::string_view, 5> titles{"hotspot", "wi-fi", "wifi", "captive", "internet access"};
  return has_any(html, marks) || (find_word(html, "<form") != html.npos && has_any(title, titles));
}

bool is_error_title(std::string_view title) {
  static constexpr std::array<std::string_view, 13> openings{"400 ",
                                                             "401 ",
                                                             "403 ",
                                                             "404",
                                                             "500 ",
                                                             "502 ",
                                                             "503 ",
                                                             "504 ",
                                                             "bad gateway",
                                                             "service unavailable",
                                                             "runtime error",
                                                             "not found",
                                                             "iis windows server"};
  const std::string lower = lower_ascii(title);
  return std::ranges::any_of(openings, [&lower](auto opening) { return lower.starts_with(opening); }) ||
         has_any(lower, std::array<std::string_view, 3>{"404 not found", "server error", "page not found"});
}

bool is_moved_title(std::string_view title) {
  return has_any(title, std::array<std::string_view, 4>{"document moved", "object moved", "301 moved", "302 found"});
}

/// Controllers of wireless networks (Cisco, Fortinet) send a page that is nothing but a redirect.
bool is_wireless_redirect(std::string_view html, std::string_view title) {
  return has_any(html, std::array<std::string_view, 3>{"/fgtauth?", "?uamip=", "&uamip="}) ||
         has_any(title, std::array<std::string_view, 1>{"web authentication redirect"});
}

/// How the title or a heading of a page begins that stands in for another.
struct Notice {
  std::string_view opening, gate;
  bool whole = false;  ///< Nothing follows: «Lỗi» is one, «Lỗi nhịp» is none.
};

constexpr std::array notices = std::to_array<Notice>({
    {"index of /", "directory listing"},
    {"website đang bảo trì", "maintenance page"},
    {"trang web đang bảo trì", "maintenance page"},
    {"hệ thống đang bảo trì", "maintenance page"},
    {"website đang nâng cấp", "maintenance page"},
    {"website đang được nâng cấp", "maintenance page"},
    {"hệ thống đang nâng cấp", "maintenance page"},
    {"hệ thống đang được nâng cấp", "maintenance page"},
    {"đang bảo trì", "maintenance page"},
    {"site đang tạm ngừng", "maintenance page"},
    {"site tạm ngừng", "maintenance page"},
    {"website tạm ngừng", "maintenance page"},
    {"website đang tạm ngừng", "maintenance page"},
    {"trang web tạm ngừng", "maintenance page"},
    {"trang web đang tạm ngừng", "maintenance page"},
    {"bảo trì hệ thống", "maintenance page"},
    {"under maintenance", "maintenance page"},
    {"site under maintenance", "maintenance page"},
    {"maintenance", "maintenance page", true},
    {"maintenance mode", "maintenance page"},
    {"under construction", "maintenance page"},
    {"request rejected", "firewall page"},
    {"request blocked", "firewall page"},
    {"access denied", "firewall page"},
    {"attention required!", "firewall page"},
    {"sorry, you have been blocked", "firewall page"},
    {"web application firewall", "firewall page"},
    {"truy cập bị từ chối", "firewall page"},
    {"truy cập bị chặn", "firewall page"},
    {"yêu cầu bị từ chối", "firewall page"},
    {"yêu cầu bị chặn", "firewall page"},
    {"yêu cầu của bạn bị chặn", "firewall page"},
    {"yêu cầu của bạn đã bị chặn", "firewall page"},
    {"yêu cầu của bạn bị từ chối", "firewall page"},
    {"không tìm thấy trang", "error page"},
    {"không tìm thấy nội dung", "error page"},
    {"trang không tồn tại", "error page"},
    {"trang bạn yêu cầu không", "error page"},
    {"trang bạn tìm kiếm không", "error page"},
    {"404", "error page", true},
    {"404 -", "error page"},
    {"404 not found", "error page"},
    {"lỗi 404", "error page"},
    {"lỗi 403", "error page"},
    {"lỗi 500", "error page"},
    {"error 404", "error page"},
    {"error 500", "error page"},
    {"lỗi", "error page", true},
    {"error", "error page", true},
    {"thông báo lỗi", "error page", true},
    {"rất tiếc, đã xảy ra", "error page"},
    {"đã xảy ra lỗi", "error page"},
    {"có lỗi xảy ra", "error page"},
    {"oops", "error page"},
    {"an error occurred", "error page"},
    {"server error in", "error page"},
    {"internal server error", "error page"},
    {"database error", "error page"},
    {"error establishing a database", "error page"},
    {"lỗi cơ sở dữ liệu", "error page"},
    {"lỗi kết nối", "error page"},
    {"account suspended", "error page"},
    {"page not found", "error page"},
    {"apache2 ubuntu default page", "error page"},
    {"apache2 debian default page", "error page"},
    {"welcome to nginx", "error page"},
    {"test page for", "error page"},
});

/// What a page of one or two sentences says without a heading.
std::string said_in_passing(std::string_view text) {
  using Names = std::array<std::string_view, 4>;
  const std::string lower = text::compare_key(text);
  const auto says = [&lower](const Names& words) {
    return std::ranges::any_of(words,
                               [&lower](auto word) { return lower.find(text::compare_key(word)) != lower.npos; });
  };
  if (says({"đang bảo trì", "đang được bảo trì", "under maintenance", "down for maintenance"}))
    return "maintenance page";
  if (says({"domain is for sale", "domain may be for sale", "buy this domain", "domain parking"})) {
    return "parked domain page";
  }
  if (says({"support id is", "your request has been blocked", "access denied", "incident id"})) return "firewall page";
  return {};
}

}  // namespace

std::string gate_name(const Markup& page, std::string_view html) {
  const Node root = page.root();
  const std::string text = plain_text(root);
  if (text.size() > most_gate_bytes) return {};
  const std::string title = page_title(page);
  if (is_wireless_redirect(html, title)) return "captive portal";
  if (is_moved_title(title)) return "document moved";
  if (sets_cookie_and_reloads(html)) return "cookie script";
  if (refreshes_elsewhere(root)) return "meta refresh";
  if (is_captive_portal(html, title)) return "captive portal";
  if (has_any(html, std::array<std::string_view, 4>{"cf-browser-verification", "challenge-platform", "just a moment...",
                                                    "checking your browser"})) {
    return "browser check";
  }
  if (has_any(html, std::array<std::string_view, 2>{"_incapsula_resource", "cf-error-details"})) return "firewall page";
  if (is_error_title(title) || find_word(html, "<b>fatal error</b>:") != html.npos) return "error page";
  if (find_word(html, "<frameset") != html.npos) return "frameset";
  if (!text.empty() || !descendants(root, "img").empty()) return {};
  if (has_any(html, reloads)) return "script redirect";
  const std::string login = login_name(page);
  return login.empty() ? "empty page" : login;
}

std::string notice_name(const Markup& page) {
  const Node root = page.root();
  const std::string text = plain_text(root);
  if (text.size() > most_notice_bytes) return {};
  std::vector<std::string> lines{text::compare_key(page_title(page))};
  for (const std::string_view name : {"h1", "h2", "h3"}) {
    for (const Node heading : descendants(root, name)) lines.push_back(text::compare_key(plain_text(heading)));
  }
  for (const Notice& notice : notices) {
    const std::string opening = text::compare_key(notice.opening);
    const auto says = [&](const std::string& line) {
      return notice.whole ? line == opening : line.starts_with(opening);
    };
    if (std::ranges::any_of(lines, says)) return std::string(notice.gate);
  }
  return text.size() <= most_sentence_bytes ? said_in_passing(text) : std::string();
}

std::string login_name(const Markup& page) {
  for (const Node input : descendants(page.root(), "input")) {
    if (same_word(input.attribute("type"), "password")) return "login page";
  }
  return {};
}

}  // namespace lobby::content
