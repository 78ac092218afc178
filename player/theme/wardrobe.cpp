#include "theme/wardrobe.h"

#include <algorithm>

#include "playlist/theme_choice.h"
#include "theme/theme_files.h"

namespace lobby::theme {

const std::shared_ptr<const Dress>& Wardrobe::dress(const std::string& theme) const {
  const auto found = dresses_.find(theme);
  return found != dresses_.end() ? found->second : usual_;
}

std::shared_ptr<const Dress> Wardrobe::own(const std::string& theme) const {
  const auto found = dresses_.find(theme);
  return found != dresses_.end() ? found->second : nullptr;
}

namespace {

/// What was said of a base is said by each theme that extends it; once is enough.
void add_new(std::vector<std::string>& complaints, const std::vector<std::string>& more) {
  for (const auto& complaint : more) {
    if (std::ranges::find(complaints, complaint) == complaints.end()) complaints.push_back(complaint);
  }
}

}  // namespace

Result<Wardrobe> load_wardrobe(const ThemePath& path, const std::vector<std::string>& themes,
                               std::vector<std::string>& complaints, const std::string& mourning) {
  const auto shelf = std::make_shared<stage::FontShelf>();
  auto usual = load_dress_or_default(path, themes.front(), shelf);
  if (!usual) return std::unexpected(usual.error());
  add_new(complaints, usual->complaints);
  const auto first = std::make_shared<const Dress>(*std::move(usual));
  Wardrobe wardrobe(first);
  wardrobe.put(themes.front(), first);
  for (const auto& theme : themes) {
    if (theme == themes.front()) continue;
    auto dress = load_dress_or_default(path, theme, shelf, playlist::stand_in_for(themes.front(), mourning, theme));
    add_new(complaints, dress ? dress->complaints : std::vector{dress.error().message});
    if (dress) wardrobe.put(theme, std::make_shared<const Dress>(*std::move(dress)));
  }
  return wardrobe;
}

namespace {

/// The dress of a theme as its files are now; see `renewed_wardrobe`.
Result<std::shared_ptr<const Dress>> renewed_dress(const Wardrobe& worn, const ThemePath& path,
                                                   const std::string& theme, const std::string& stand_in,
                                                   const Shelf& shelf, std::vector<std::string>& findings) {
  auto before = worn.own(theme);
  const auto read = read_theme(path.theme(theme), path);
  std::vector<std::string> said;
  for (const auto& finding : read.findings) said.push_back(to_string(finding));
  add_new(findings, said);
  if (before && (!read.value || is_made_of(*before, *read.value, path))) return before;
  auto dress = before ? load_dress(path, theme, shelf) : load_dress_or_default(path, theme, shelf, stand_in);
  add_new(findings, dress ? dress->complaints : std::vector{dress.error().message});
  if (dress) return std::make_shared<const Dress>(*std::move(dress));
  if (before) return before;
  return std::unexpected(dress.error());
}

}  // namespace

Result<Wardrobe> renewed_wardrobe(const Wardrobe& worn, const ThemePath& path, const std::vector<std::string>& themes,
                                  std::vector<std::string>& findings, const std::string& mourning) {
  const auto shelf = std::make_shared<stage::FontShelf>();
  auto usual = renewed_dress(worn, path, themes.front(),
                             playlist::stand_in_for(themes.front(), mourning, themes.front()), shelf, findings);
  if (!usual) return std::unexpected(usual.error());
  Wardrobe wardrobe(*usual);
  wardrobe.put(themes.front(), *usual);
  for (const auto& theme : themes) {
    if (theme == themes.front()) continue;
    auto dress =
        renewed_dress(worn, path, theme, playlist::stand_in_for(themes.front(), mourning, theme), shelf, findings);
    if (dress) wardrobe.put(theme, *std::move(dress));
  }
  return wardrobe;
}

}  // namespace lobby::theme
