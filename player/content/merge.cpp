#include "content/merge.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>
#include <string>
#include <utility>

#include "content/links.h"
#include "content/same_story.h"
#include "content/selection.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

/// A value, the moment that decides its place (nothing: behind all others), and the sets it belongs to.
template <typename T>
struct Placed {
  T value;
  std::optional<WallTime> place;
  std::size_t story = 0;               ///< Those of one number are shown once.
  std::size_t certain = 0;             ///< Of them, those of one number give each other what they lack.
  std::vector<std::string> keys = {};  ///< Of pictures; those of the ones left out as well.
};

/// An item without a date belongs where its neighbours are: behind the one before it, else before the next.
template <typename T>
void place(std::vector<Placed<T>>& all, WallTime now) {
  std::optional<WallTime> last;
  for (auto& item : all) {
    if (const auto date = believable(item.value.published, now)) last = date;
    item.place = last;
  }
  for (auto& item : all | std::views::reverse) {
    if (item.place) last = item.place;
    if (!item.place) item.place = last;
  }
}

/// Newest first by the hour; a place never lies after that of the item before it, so that other sources' items fall in
/// between without upsetting the order.
template <typename T>
std::vector<Placed<T>> in_order(std::vector<Placed<T>> all, WallTime now) {
  place(all, now);
  const auto hour = [](const Placed<T>& item) {
    return item.place ? std::optional(std::chrono::floor<std::chrono::hours>(*item.place)) : std::nullopt;
  };
  std::ranges::stable_sort(all, std::ranges::greater(), hour);
  for (std::size_t i = 1; i < all.size(); ++i) all[i].place = std::min(all[i].place, all[i - 1].place);
  return all;
}

/// A clock that is not known lets nothing expire.
template <typename T>
void drop_old(std::vector<Placed<T>>& all, const config::Source& source, WallTime now) {
  for (auto& item : all) {
    const auto date = believable(item.value.published, now);
    if (source.max_age && date) item.value.expires = *date + *source.max_age;
  }
  std::erase_if(all, [now](const auto& item) { return item.value.expires && *item.value.expires <= now; });
  if (all.size() > static_cast<std::size_t>(std::max(0, source.keep))) {
    all.erase(all.begin() + std::max(0, source.keep), all.end());
  }
}

std::vector<std::string> keys_of(const Image& image) {
  std::vector<std::string> keys;
  if (!image.file.empty()) keys.push_back("file:" + image.file);
  const std::string key = link_key(image.url);
  if (!key.empty()) keys.push_back("url:" + key);
  return keys;
}

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
  if (!kept.published) kept.expires = other.expires;
  fill(kept.published, other.published);
  fill(kept.images, other.images);
}

void enrich(Photo& kept, const Photo& other) {
  enrich(kept.image, other.image);
  fill(kept.title, other.title);
  if (!kept.published) kept.expires = other.expires;
  fill(kept.published, other.published);
}

/// The first of each set stays in its place.
template <typename T>
std::vector<Placed<T>> once_each(std::vector<Placed<T>> all) {
  std::vector<Placed<T>> kept;
  std::map<std::size_t, std::size_t> known;
  for (Placed<T>& item : all) {
    const auto [entry, added] = known.try_emplace(item.story, kept.size());
    if (added) {
      kept.push_back(std::move(item));
      continue;
    }
    Placed<T>& first = kept[entry->second];
    if (first.certain == item.certain) enrich(first.value, item.value);
    std::ranges::move(item.keys, std::back_inserter(first.keys));
  }
  return kept;
}

/// Stories are told apart among those of all sources at once, before any is left out.
std::vector<std::vector<Placed<Headline>>> stories_of(std::vector<SourceItems>& sources, WallTime now) {
  std::vector<Identity> identities;
  for (SourceItems& items : sources) {
    for (Headline& headline : items.headlines) {
      headline.source = items.source.name;
      identities.push_back(identity_of(headline));
      identities.back().published = believable(headline.published, now);
    }
  }
  const Sameness same = sameness(identities);
  std::vector<std::vector<Placed<Headline>>> stories;
  std::size_t index = 0;
  for (SourceItems& items : sources) {
    stories.emplace_back();
    for (Headline& headline : std::exchange(items.headlines, {})) {
      stories.back().push_back({std::move(headline), std::nullopt, same.shown[index], same.certain[index]});
      ++index;
    }
  }
  return stories;
}

std::vector<Placed<Photo>> pictures_of(SourceItems& items) {
  std::vector<Placed<Photo>> pictures;
  for (Photo& photo : std::exchange(items.photos, {})) {
    photo.source = items.source.name;
    pictures.push_back({std::move(photo), std::nullopt});
  }
  return pictures;
}

/// Pictures have keys alone; one that was left out leaves its keys to the one that stays.
void find_sets(std::vector<Placed<Photo>>& photos) {
  std::vector<std::vector<std::string>> keys;
  for (auto& photo : photos) {
    if (photo.keys.empty()) photo.keys = keys_of(photo.value.image);
    keys.push_back(photo.keys);
  }
  const auto sets = joined_by_keys(keys);
  for (std::size_t index = 0; index < photos.size(); ++index) photos[index].story = sets[index];
}

void find_sets(std::vector<Placed<Headline>>& /*stories*/) {}  // They know theirs already.

/// Several ordered sequences as one: stable, so that equals keep the order of the sources.
template <typename T>
std::vector<Placed<T>> together(std::vector<Placed<T>> all) {
  std::ranges::stable_sort(all, std::ranges::greater(), &Placed<T>::place);
  find_sets(all);
  return once_each(std::move(all));
}

template <typename T>
std::vector<Placed<T>> shown(std::vector<Placed<T>> values, const config::Source& source, WallTime now) {
  auto all = in_order(std::move(values), now);
  find_sets(all);
  all = once_each(std::move(all));
  drop_old(all, source, now);
  return all;
}

void add_photos_of(const std::vector<Placed<Headline>>& headlines, std::vector<Placed<Photo>>& photos) {
  for (const auto& story : headlines) {
    const Headline& headline = story.value;
    for (const Image& image : headline.images) {
      photos.push_back({{image, headline.title, headline.published, headline.source, headline.expires}, story.place});
    }
  }
}

template <typename T>
std::vector<T> values_of(std::vector<Placed<T>> all) {
  std::vector<T> values;
  values.reserve(all.size());
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

/// It would lead for years.
std::optional<WallTime> believable(const std::optional<WallTime>& published, WallTime now) {
  constexpr std::chrono::days ahead(1);
  return published && now != unknown_now && *published > now + ahead ? std::nullopt : published;
}

Merged merge(std::vector<SourceItems> sources, WallTime now) {
  for (SourceItems& items : sources) {
    drop_unwanted(items);
    for (Headline& headline : items.headlines) drop_repetition(headline);
    if (items.source.shown_as == config::ShownAs::photos) items.photos = photos_of(std::exchange(items.headlines, {}));
  }
  auto stories = stories_of(sources, now);
  std::vector<Placed<Headline>> headlines;
  std::vector<Placed<Photo>> photos;
  for (std::size_t index = 0; index < sources.size(); ++index) {
    SourceItems& items = sources[index];
    auto newest = shown(std::move(stories[index]), items.source, now);
    auto pictures = shown(pictures_of(items), items.source, now);
    if (items.source.articles) add_photos_of(newest, photos);
    std::ranges::move(newest, std::back_inserter(headlines));
    std::ranges::move(pictures, std::back_inserter(photos));
  }
  return {values_of(together(std::move(headlines))), values_of(together(std::move(photos)))};
}

}  // namespace lobby::content
