#include "content/merge.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>
#include <string>
#include <utility>

#include "content/ascii.h"
#include "content/links.h"
#include "content/selection.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

/// A value, the moment that decides its place (nothing: behind all others), and what it is known by.
template <typename T>
struct Placed {
  T value;
  std::optional<WallTime> place;
  std::vector<std::string> keys = {};  ///< Filled by `once_each`, and kept, since they cost more than all the rest.
};

/// An item without a date belongs where its neighbours are: behind the one before it, else before the next.
template <typename T>
std::vector<Placed<T>> placed(std::vector<T> values) {
  std::vector<Placed<T>> all;
  std::optional<WallTime> last;
  for (T& value : values) {
    if (value.published) last = value.published;
    all.push_back({std::move(value), last, {}});
  }
  for (auto& item : all | std::views::reverse) {
    if (item.place) last = item.place;
    if (!item.place) item.place = last;
  }
  return all;
}

/// Newest first by the hour; a place never lies after that of the item before it, so that other sources' items fall in
/// between without upsetting the order.
template <typename T>
std::vector<Placed<T>> in_order(std::vector<T> values) {
  auto all = placed(std::move(values));
  const auto hour = [](const Placed<T>& item) {
    return item.place ? std::optional(std::chrono::floor<std::chrono::hours>(*item.place)) : std::nullopt;
  };
  std::ranges::stable_sort(all, std::ranges::greater(), hour);
  for (std::size_t i = 1; i < all.size(); ++i) all[i].place = std::min(all[i].place, all[i - 1].place);
  return all;
}

template <typename T>
void drop_old(std::vector<Placed<T>>& all, const config::Source& source, WallTime now) {
  std::erase_if(all, [&source, now](const Placed<T>& item) {
    return source.max_age && item.value.published && now - *item.value.published > *source.max_age;
  });
  if (all.size() > static_cast<std::size_t>(std::max(0, source.keep))) {
    all.erase(all.begin() + std::max(0, source.keep), all.end());
  }
}

/// «4711» of one portal is not «4711» of another.
bool is_known_everywhere(std::string_view id) {
  return id.size() >= 8 && id.find_first_not_of("0123456789-_") != id.npos;
}

std::vector<std::string> keys_of(const Headline& headline) {
  std::vector<std::string> keys;
  const auto add = [&keys](std::string_view kind, const std::string& key) {
    if (!key.empty()) keys.push_back(std::string(kind) + key);
  };
  const bool everywhere = is_known_everywhere(headline.id);
  if (!headline.id.empty()) add("id:", everywhere ? headline.id : headline.source + "\n" + headline.id);
  add("link:", link_key(headline.link));
  add("title:", text::compare_key(headline.title));
  return keys;
}

std::vector<std::string> keys_of(const Image& image) {
  std::vector<std::string> keys;
  if (!image.file.empty()) keys.push_back("file:" + image.file);
  const std::string key = link_key(image.url);
  if (!key.empty()) keys.push_back("url:" + key);
  return keys;
}

std::vector<std::string> keys_of(const Photo& photo) { return keys_of(photo.image); }

template <typename T>
void fill(T& field, const T& value) {
  if (field == T()) field = value;
}

void enrich(Image& kept, const Image& other) {
  fill(kept.caption, other.caption);
  fill(kept.credit, other.credit);
  if (kept.usable() || !other.usable()) return;
  kept.file = other.file;
  kept.size = other.size;
}

void enrich(Headline& kept, const Headline& other) {
  fill(kept.link, other.link);
  fill(kept.summary, other.summary);
  fill(kept.author, other.author);
  fill(kept.section, other.section);
  fill(kept.published, other.published);
  fill(kept.images, other.images);
}

void enrich(Photo& kept, const Photo& other) {
  enrich(kept.image, other.image);
  fill(kept.title, other.title);
  fill(kept.published, other.published);
}

/// The first of equals stays in its place and learns every key of the others.
template <typename T>
std::vector<Placed<T>> once_each(std::vector<Placed<T>> all) {
  std::vector<Placed<T>> kept;
  std::map<std::string, std::size_t> known;
  for (Placed<T>& item : all) {
    if (item.keys.empty()) item.keys = keys_of(item.value);
    const std::vector<std::string> keys = item.keys;
    const auto seen = std::ranges::find_if(keys, [&known](const std::string& key) { return known.contains(key); });
    const std::size_t index = seen == keys.end() ? kept.size() : known[*seen];
    for (const std::string& key : keys) known.emplace(key, index);
    if (seen == keys.end()) {
      kept.push_back(std::move(item));
    } else {
      enrich(kept[index].value, item.value);
      std::ranges::copy(keys, std::back_inserter(kept[index].keys));
    }
  }
  return kept;
}

/// Several ordered sequences as one: stable, so that equals keep the order of the sources.
template <typename T>
std::vector<Placed<T>> together(std::vector<Placed<T>> all) {
  std::ranges::stable_sort(all, std::ranges::greater(), &Placed<T>::place);
  return once_each(std::move(all));
}

template <typename T>
std::vector<Placed<T>> shown(std::vector<T> values, const config::Source& source, WallTime now) {
  for (T& value : values) value.source = source.name;
  auto all = once_each(in_order(std::move(values)));
  drop_old(all, source, now);
  return all;
}

void add_photos_of(const std::vector<Placed<Headline>>& headlines, std::vector<Placed<Photo>>& photos) {
  for (const auto& [headline, place, keys] : headlines) {
    for (const Image& image : headline.images) {
      photos.push_back({{image, headline.title, headline.published, headline.source}, place, {}});
    }
  }
}

template <typename T>
std::vector<T> values_of(std::vector<Placed<T>> all) {
  std::vector<T> values;
  for (Placed<T>& item : all) values.push_back(std::move(item.value));
  return values;
}

/// What a text says, whatever sign it ends with.
std::string said(std::string_view text) {
  std::string key = text::compare_key(text);
  while (!key.empty() && std::string_view(" .:;!").find(key.back()) != std::string_view::npos) key.pop_back();
  return key;
}

/// Many portals begin the lead with the headline, and a title made of the lead is its beginning: said once is enough.
void drop_repetition(Headline& headline) {
  constexpr std::string_view cut = "…";
  std::string_view title = headline.title;
  const bool shortened = title.ends_with(cut);
  if (shortened) title.remove_suffix(cut.size());
  // Keys cost much, and folding makes no text four times as long: a real lead is told apart without them.
  const bool comparable = headline.summary.size() <= headline.title.size() * 4;
  if (comparable && said(headline.summary) == said(headline.title)) {
    headline.summary.clear();
  } else if (shortened && !title.empty() && headline.summary.starts_with(title)) {
    const auto rest = headline.summary.find_first_not_of(" ,;:-.", title.size());
    headline.summary = rest == std::string::npos ? std::string() : std::string(cut) + headline.summary.substr(rest);
  }
}

/// What the rules of the source leave; what they drop takes no place among the newest.
void drop_unwanted(SourceItems& items) {
  std::erase_if(items.headlines, [&items](const Headline& headline) {
    return !is_wanted(headline, items.source) || is_held(headline, items.source);
  });
  std::erase_if(items.photos, [&items](const Photo& photo) {
    return !is_wanted(photo, items.source) || is_held(photo, items.source);
  });
}

/// The pictures of a feed of photos: one without a caption takes the title of its item.
std::vector<Photo> photos_of(const std::vector<Headline>& headlines) {
  std::vector<Photo> photos;
  for (const Headline& headline : headlines) {
    for (const Image& image : headline.images) {
      photos.push_back({image, {}, headline.published, headline.source});
      if (photos.back().image.caption.empty()) photos.back().image.caption = headline.title;
    }
  }
  return photos;
}

}  // namespace

Merged merge(std::vector<SourceItems> sources, WallTime now) {
  std::vector<Placed<Headline>> headlines;
  std::vector<Placed<Photo>> photos;
  for (SourceItems& items : sources) {
    drop_unwanted(items);
    for (Headline& headline : items.headlines) drop_repetition(headline);
    if (items.source.shown_as == config::ShownAs::photos) items.photos = photos_of(std::exchange(items.headlines, {}));
    auto stories = shown(std::move(items.headlines), items.source, now);
    auto pictures = shown(std::move(items.photos), items.source, now);
    if (items.source.articles) add_photos_of(stories, photos);
    std::ranges::move(stories, std::back_inserter(headlines));
    std::ranges::move(pictures, std::back_inserter(photos));
  }
  return {values_of(together(std::move(headlines))), values_of(together(std::move(photos)))};
}

}  // namespace lobby::content
