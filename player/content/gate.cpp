#include "content/gate.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "content/ascii.h"
#include "content/html_text.h"
#include "content/page_head.h"

namespace lobby::content {

namespace {

/// A gate says a sentence or two; letters, not words, because the test must hold for scripts without spaces too.
constexpr std::size_t most_gate_bytes = 1500;

template <std::size_t size>
bool has_any(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::ranges::any_of(words, [text](auto word) { return find_word(text, word) != text.npos; });
}

bool sets_cookie_and_reloads(std::string_view html) {
  static constexpr std::array<std::string_view, 5> reloads{"location.reload", "location.href", "location.replace",
                                                           "window.location", "document.location"};
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

}  // namespace

std::string gate_name(const Markup& page, std::string_view html) {
  const Node root = page.root();
  const std::string text = plain_text(root);
  if (text.size() > most_gate_bytes) return {};
  const std::string title = page_title(page);
  if (is_moved_title(title)) return "document moved";
  if (sets_cookie_and_reloads(html)) return "cookie script";
  if (refreshes_elsewhere(root)) return "meta refresh";
  if (is_captive_portal(html, title)) return "captive portal";
  if (has_any(html, std::array<std::string_view, 4>{"cf-browser-verification", "challenge-platform", "just a moment...",
                                                    "checking your browser"})) {
    return "browser check";
  }
  if (is_error_title(title)) return "error page";
  if (!text.empty() || !descendants(root, "img").empty()) return {};
  const std::string login = login_name(page);
  return login.empty() ? "empty page" : login;
}

std::string login_name(const Markup& page) {
  for (const Node input : descendants(page.root(), "input")) {
    if (same_word(input.attribute("type"), "password")) return "login page";
  }
  return {};
}

}  // namespace lobby::content
