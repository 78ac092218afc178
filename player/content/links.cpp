#include "content/links.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "content/ascii.h"

namespace lobby::content {

namespace {

/// The five components of RFC 3986 §3; an absent one differs from an empty one.
struct Url {
  std::optional<std::string_view> scheme;
  std::optional<std::string_view> authority;
  std::string_view path;
  std::optional<std::string_view> query;
  std::optional<std::string_view> fragment;
};

bool is_scheme(std::string_view text) {
  if (text.empty() || !is_ascii_letter(text.front())) return false;
  for (const char c : text) {
    if (!is_ascii_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return false;
  }
  return true;
}

/// RFC 3986, appendix B.
Url split(std::string_view text) {
  Url url;
  if (const auto hash = text.find('#'); hash != text.npos) {
    url.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const auto mark = text.find('?'); mark != text.npos) {
    url.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  if (const auto colon = text.find(':'); colon != text.npos && is_scheme(text.substr(0, colon))) {
    url.scheme = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  if (text.starts_with("//")) {
    text.remove_prefix(2);
    const auto end = text.find('/');
    url.authority = text.substr(0, end);
    text = end == text.npos ? std::string_view() : text.substr(end);
  }
  url.path = text;
  return url;
}

std::string join(const Url& url, std::string_view path) {
  std::string text;
  if (url.scheme) text.append(lower_ascii(*url.scheme)).append(":");
  if (url.authority) text.append("//").append(*url.authority);
  text.append(path);
  if (url.query) text.append("?").append(*url.query);
  if (url.fragment) text.append("#").append(*url.fragment);
  return text;
}

/// RFC 3986 §5.2.4.
std::string without_dot_segments(std::string_view path) {
  const bool rooted = path.starts_with('/');
  std::vector<std::string_view> kept;
  bool ends_in_folder = false;
  for (std::size_t at = rooted ? 1 : 0; at <= path.size();) {
    const auto slash = std::min(path.find('/', at), path.size());
    const auto segment = path.substr(at, slash - at);
    ends_in_folder = segment == "." || segment == "..";
    if (segment == ".." && !kept.empty()) kept.pop_back();
    if (!ends_in_folder) kept.push_back(segment);
    at = slash + 1;
  }
  if (ends_in_folder) kept.push_back("");
  std::string text;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i > 0 || rooted) text += '/';
    text.append(kept[i]);
  }
  return text;
}

/// RFC 3986 §5.2.3.
std::string merged_path(const Url& base, std::string_view path) {
  if (base.authority && base.path.empty()) return "/" + std::string(path);
  const auto slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == base.path.npos ? 0 : slash + 1)).append(path);
}

std::string without_session(std::string_view text) {
  const auto start = lower_ascii(text).find(";jsessionid=");
  if (start == std::string::npos) return std::string(text);
  const auto end = std::min(text.find_first_of("?#", start), text.size());
  return std::string(text.substr(0, start)).append(text.substr(end));
}

/// Percent-encodes what no URL may hold and drops line breaks, as the URL standard of the browsers does.
std::string encoded(std::string_view text) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  static constexpr std::string_view unsafe = " \"<>\\^`{|}";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\t' || c == '\n' || c == '\r') continue;
    if (byte > 0x20 && byte < 0x7F && unsafe.find(c) == unsafe.npos) {
      out += c;
    } else {
      out.append({'%', hex[byte >> 4], hex[byte & 15]});
    }
  }
  return out;
}

bool is_web(const std::optional<std::string_view>& scheme) {
  if (!scheme) return true;
  const std::string name = lower_ascii(*scheme);
  return name == "http" || name == "https";
}

/// «a=1&amp;b=2», escaped once too often, is never meant.
std::string unescaped(std::string_view text) {
  constexpr std::string_view mark = "amp;";
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    out += text[at];
    while (text[at] == '&' && text.substr(at + 1).starts_with(mark)) text.remove_prefix(mark.size());
  }
  return out;
}

std::string normalised(std::string_view reference) {
  std::string text = unescaped(trimmed(reference));
  if (text.starts_with("~/")) text.erase(0, 1);  // ASP.NET's root of the site, which a template forgot to resolve.
  if (is_web(split(text).scheme)) {
    const auto end = std::min(text.find_first_of("?#"), text.size());
    for (std::size_t i = 0; i < end; ++i) {
      if (text[i] == '\\') text[i] = '/';
    }
  }
  return without_session(encoded(text));
}

std::string site_of(std::string_view authority) {
  constexpr std::size_t longest_second_level = 3;  // «gov.vn», «com.vn», «edu.vn».
  const std::string host = lower_ascii(authority.substr(0, authority.find(':')));
  const auto labels = split_at(host, '.');
  std::size_t kept = std::min<std::size_t>(labels.size(), 2);
  if (labels.size() > 2 && labels[labels.size() - 2].size() <= longest_second_level) kept = 3;
  std::string site;
  for (std::size_t i = labels.size() - kept; i < labels.size(); ++i) site.append(labels[i]).append(".");
  return site;
}

bool is_tracking(std::string_view parameter) {
  static constexpr std::array<std::string_view, 4> names{"utm_", "fbclid=", "gclid=", "zarsrc="};
  for (const auto name : names) {
    if (parameter.starts_with(name)) return true;
  }
  return false;
}

std::string telling_query(std::string_view query) {
  std::string kept;
  for (const auto parameter : split_at(query, '&')) {
    if (parameter.empty() || is_tracking(parameter)) continue;
    kept.append(kept.empty() ? "?" : "&").append(parameter);
  }
  return kept;
}

}  // namespace

bool is_same_site(std::string_view a, std::string_view b) {
  return site_of(split(a).authority.value_or("")) == site_of(split(b).authority.value_or(""));
}

bool is_picture_file(std::string_view url) {
  const std::string path = lower_ascii(url.substr(0, url.find_first_of("?#")));
  static constexpr std::array<std::string_view, 8> ends{".jpg", ".jpeg", ".png",  ".webp",
                                                        ".gif", ".avif", ".heic", ".heif"};
  return std::ranges::any_of(ends, [&path](std::string_view end) { return path.ends_with(end); });
}

bool is_absolute(std::string_view url) { return split(url).scheme.has_value(); }

std::string resolve(std::string_view base_text, std::string_view reference_text) {
  const std::string reference = normalised(reference_text);
  const std::string base_copy = normalised(base_text);
  const Url base = split(base_copy);
  Url url = split(reference);
  if (url.scheme || !base.scheme) return url.scheme ? join(url, without_dot_segments(url.path)) : reference;
  url.scheme = base.scheme;
  if (url.authority) return join(url, without_dot_segments(url.path));
  url.authority = base.authority;
  if (url.path.empty()) {
    if (!url.query) url.query = base.query;
    return join(url, base.path);
  }
  if (url.path.starts_with('/')) return join(url, without_dot_segments(url.path));
  return join(url, without_dot_segments(merged_path(base, url.path)));
}

std::string resolve_link(std::string_view base, std::string_view reference) {
  const auto text = trimmed(reference);
  if (text.empty() || text.starts_with('#')) return {};
  const Url url = split(text);
  if (!is_web(url.scheme) && lower_ascii(url.scheme.value_or("")) != "file") return {};
  return resolve(base, text);
}

std::string link_key(std::string_view text) {
  const Url url = split(text);
  std::string host = lower_ascii(url.authority.value_or(""));
  if (host.starts_with("www.")) host.erase(0, 4);
  std::string_view path = url.path;
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::string query = telling_query(url.query.value_or(""));
  // A site that keeps every story behind a fragment («#/tin/12») has nothing else to tell them apart.
  const bool routed = url.fragment && url.fragment->starts_with('/');
  const std::string fragment = routed ? "#" + std::string(*url.fragment) : std::string();
  if (path.empty() && query.empty() && fragment.empty()) return {};
  return host.append(path).append(query).append(fragment);
}

}  // namespace lobby::content
