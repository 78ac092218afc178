#include "content/pictures.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "content/ascii.h"
#include "content/html_text.h"
#include "content/links.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

/// Icons and rules: nothing smaller was ever meant to be looked at.
constexpr int least_side = 32;

/// True for what stands in a page in place of a picture.
bool is_stand_in(std::string_view url) {
  static constexpr std::array<std::string_view, 9> names{"blank.",  "spacer.",      "pixel.",      "loading.", "1x1.",
                                                         "loader.", "transparent.", "placeholder", "noimage."};
  const std::string path = lower_ascii(url.substr(0, url.find_first_of("?#")));
  if (path.ends_with(".svg") || path.ends_with(".ico")) return true;
  const auto slash = path.rfind('/');
  const std::string_view file = std::string_view(path).substr(slash == path.npos ? 0 : slash + 1);
  return std::ranges::any_of(names, [file](auto name) { return file.starts_with(name); });
}

/// The candidate with the greatest width or density. URLs may hold commas, so a candidate ends at a comma that white
/// space follows or that follows the descriptor.
std::string largest_of(std::string_view srcset) {
  std::string best;
  double most = -1;
  while (!(srcset = trimmed(srcset)).empty()) {
    const auto url_end = std::min(srcset.find_first_of(" \t\r\n"), srcset.size());
    std::string_view url = srcset.substr(0, url_end);
    std::string_view descriptor;
    srcset.remove_prefix(url_end);
    if (url.ends_with(',')) {
      url.remove_suffix(1);
    } else {
      const auto comma = srcset.find(',');
      descriptor = trimmed(srcset.substr(0, comma));
      srcset = comma == srcset.npos ? std::string_view() : srcset.substr(comma + 1);
    }
    const double value = descriptor.empty() ? 1 : std::strtod(std::string(descriptor).c_str(), nullptr);
    if (value > most && !url.empty()) {
      most = value;
      best = url;
    }
  }
  return best;
}

bool is_too_small(Node img) {
  for (const std::string_view side : {"width", "height"}) {
    const std::string text = img.attribute(side);
    if (text.empty() || text.ends_with('%') || !is_digit(text.front())) continue;
    if (std::strtol(text.c_str(), nullptr, 10) < least_side) return true;
  }
  return false;
}

/// Image ids, file names and numbers have no space; a caption of a single word has neither digit nor sign.
bool is_file_name(std::string_view caption) {
  if (caption.find(' ') != caption.npos) {
    const auto dot = caption.rfind('.');
    const std::string end = dot == caption.npos ? std::string() : lower_ascii(caption.substr(dot));
    return end == ".jpg" || end == ".jpeg" || end == ".png" || end == ".webp" || end == ".gif";
  }
  return caption.find_first_of("0123456789_./\\=&") != caption.npos;
}

}  // namespace

std::optional<std::string> picture_url(std::string_view reference, std::string_view base) {
  std::string url = resolve_link(base, reference);
  if (url.empty() || is_stand_in(url)) return std::nullopt;
  return url;
}

std::optional<std::string> picture_url(Node img, std::string_view base) {
  if (is_too_small(img)) return std::nullopt;
  for (const std::string_view name : {"data-srcset", "srcset"}) {
    if (const auto url = picture_url(largest_of(img.attribute(name)), base)) return url;
  }
  for (const std::string_view name :
       {"data-original", "data-src", "data-lazy-src", "data-lazyload", "data-image", "data-url", "src"}) {
    if (const auto url = picture_url(img.attribute(name), base)) return url;
  }
  return std::nullopt;
}

std::string caption_text(std::string_view html) {
  std::string caption = text::clean_caption(html_text(html));
  return is_file_name(caption) ? std::string() : caption;
}

}  // namespace lobby::content
