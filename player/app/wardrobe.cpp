#include "app/wardrobe.h"

#include <algorithm>

namespace lobby::app {

const std::shared_ptr<const Dress>& Wardrobe::dress(const std::string& theme) const {
  const auto found = dresses_.find(theme);
  return found != dresses_.end() ? found->second : usual_;
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
                               std::vector<std::string>& complaints) {
  const auto shelf = std::make_shared<stage::FontShelf>();
  auto usual = load_dress_or_default(path, themes.front(), shelf);
  if (!usual) return std::unexpected(usual.error());
  add_new(complaints, usual->complaints);
  Wardrobe wardrobe(std::make_shared<const Dress>(*std::move(usual)));
  for (const auto& theme : themes) {
    if (theme == themes.front()) continue;
    auto dress = load_dress_or_default(path, theme, shelf);
    add_new(complaints, dress ? dress->complaints : std::vector{dress.error().message});
    if (dress) wardrobe.put(theme, std::make_shared<const Dress>(*std::move(dress)));
  }
  return wardrobe;
}

}  // namespace lobby::app
