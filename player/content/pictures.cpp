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
  static constexpr std::array<std::string_view, 18> icons{
      "facebook", "fb",    "zalo", "twitter", "youtube", "google", "gplus", "instagram",   "tiktok",
      "print",    "email", "mail", "rss",     "pdf",     "top",    "new",   "printbutton", "emailbutton"};
  const std::string path = lower_ascii(url.substr(0, url.find_first_of("?#")));
  if (path.find("gravatar.com/avatar") != path.npos) return true;
  if (path.ends_with(".svg") || path.ends_with(".ico")) return true;
  const auto slash = path.rfind('/');
  const std::string_view file = std::string_view(path).substr(slash == path.npos ? 0 : slash + 1);
  const std::string_view stem = file.substr(0, file.find('.'));
  const auto is_stem = [stem](auto name) { return stem == name; };
  if (std::ranges::any_of(icons, is_stem) || stem.starts_with("icon") || stem.ends_with("icon")) return true;
  return stem.ends_with("_button") || std::ranges::any_of(names, [file](auto name) { return file.starts_with(name); });
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
  if (caption.find(' ') != caption.npos) return is_picture_file(caption);
  return caption.find_first_of("0123456789_./\\=&") != caption.npos;
}

}  // namespace

std::optional<std::string> picture_url(std::string_view reference, std::string_view base) {
  std::string url = resolve_link(base, reference);
  if (url.empty() || is_stand_in(url)) return std::nullopt;
  return url;
}

namespace {

/// What the attributes of an <img> or <source> name.
std::optional<std::string> own_url(Node element, std::string_view base) {
  for (const std::string_view name : {"data-srcset", "data-lazy-srcset", "srcset"}) {
    if (const auto url = picture_url(largest_of(element.attribute(name)), base)) return url;
  }
  for (const std::string_view name :
       {"data-original", "data-src", "data-lazy-src", "data-lazyload", "data-lazy", "data-echo", "data-image",
        "data-url", "data-orig-file", "data-full-url", "src"}) {
    if (const auto url = picture_url(element.attribute(name), base)) return url;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> picture_url(Node img, std::string_view base) {
  if (is_too_small(img)) return std::nullopt;
  if (auto url = own_url(img, base)) return url;
  // A placeholder that waits inside <picture> leaves the address to <source>, which the parser takes for its parent.
  Node around = img;
  while (around.parent().is("picture") || around.parent().is("source")) around = around.parent();
  if (around == img) return std::nullopt;
  if (auto url = around.is("source") ? own_url(around, base) : std::nullopt) return url;
  for (const Node source : descendants(around, "source")) {
    if (auto url = own_url(source, base)) return url;
  }
  return std::nullopt;
}

std::string caption_text(std::string_view html) {
  std::string caption = text::clean_caption(html_text(html));
  return is_file_name(caption) ? std::string() : caption;
}

}  // namespace lobby::content
