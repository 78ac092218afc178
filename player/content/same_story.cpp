#include "content/same_story.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "content/links.h"
#include "content/story.h"
#include "text/clean.h"

namespace lobby::content {

namespace {

using std::chrono::days;

constexpr std::ptrdiff_t telling_words = 8;
constexpr std::size_t most_namesakes = 8;
constexpr std::size_t most_items_of_a_title = 512;  ///< Each is compared with each.
constexpr days namesakes_within(3);

/// Elements that are joined step by step; the first of each set stands for it.
class Sets {
 public:
  explicit Sets(std::size_t count) : firsts_(count) { std::iota(firsts_.begin(), firsts_.end(), std::size_t{0}); }

  std::size_t first_of(std::size_t element) {
    while (firsts_[element] != element) element = firsts_[element] = firsts_[firsts_[element]];
    return element;
  }
  void join(std::size_t a, std::size_t b) {
    const auto [first, second] = std::minmax({first_of(a), first_of(b)});
    firsts_[second] = first;
  }
  std::vector<std::size_t> firsts() {
    std::vector<std::size_t> all;
    for (std::size_t element = 0; element < firsts_.size(); ++element) all.push_back(first_of(element));
    return all;
  }

 private:
  std::vector<std::size_t> firsts_;
};

bool is_known_everywhere(std::string_view id) {
  static constexpr std::array<std::string_view, 4> schemes{"http://", "https://", "tag:", "urn:"};
  return std::ranges::any_of(schemes, [id](std::string_view scheme) { return id.starts_with(scheme); });
}

/// Links and ids that several stories of one source share, and which therefore tell nothing.
struct Worn {
  std::set<std::string> links;
  std::set<std::string> ids;
};

Worn worn_marks(const std::vector<Identity>& stories) {
  using Key = std::pair<std::string_view, std::string_view>;  // by source and link, or source and id
  std::map<Key, const Identity*> by_link;
  std::map<Key, const Identity*> by_id;
  Worn worn;
  for (const Identity& story : stories) {
    if (story.id.empty() || story.link.empty()) continue;
    const Identity& first = *by_link.try_emplace({story.source, story.link}, &story).first->second;
    if (first.id != story.id && first.title != story.title) worn.links.insert(story.link);
    const Identity& other = *by_id.try_emplace({story.source, story.id}, &story).first->second;
    if (other.link != story.link && other.title != story.title) worn.ids.insert(story.source + "\n" + story.id);
  }
  return worn;
}

std::vector<std::string> certain_keys(const Identity& story, const Worn& worn) {
  std::vector<std::string> keys;
  const std::string within = story.source + "\n" + story.id;
  if (!story.id.empty() && !worn.ids.contains(within)) {
    keys.push_back("id:" + (is_known_everywhere(story.id) ? story.id : within));
  }
  if (story.link.empty()) return keys;
  if (!worn.links.contains(story.link)) {
    keys.push_back("link:" + story.link);
  } else if (!story.title.empty()) {
    keys.push_back("link:" + story.link + "\n" + story.title);
  }
  return keys;
}

/// Portals head one notice after another with the same words.
bool begins_as_notices_do(const std::string& title) {
  static const std::vector<std::string> openings = [] {
    std::vector<std::string> keys;
    for (const char* const opening :
         {"Thông báo ", "Tin buồn ", "Cáo phó ", "Lời cảm ơn ", "Lịch ", "Tuyển dụng ", "Giấy mời ", "Thư mời ",
          "Công khai ", "Danh sách ", "Kế hoạch ", "Báo cáo ", "Chương trình ", "Bản tin ", "Điểm tin ", "Công điện ",
          "Quyết định ", "Mời thầu ", "Niêm yết "}) {
      keys.push_back(text::compare_key(opening) + " ");
    }
    return keys;
  }();
  return std::ranges::any_of(openings, [&title](const auto& opening) { return title.starts_with(opening); });
}

bool says_enough(const std::string& title) {
  return std::ranges::count(title, ' ') + 1 >= telling_words && !begins_as_notices_do(title);
}

std::string_view host_of(const Identity& story) { return std::string_view(story.link).substr(0, story.link.find('/')); }

/// Whether two stories with the same title and about the same day cannot be one.
bool contradict(const Identity& a, const Identity& b) {
  const bool two_links = !a.link.empty() && !b.link.empty() && a.link != b.link && host_of(a) == host_of(b);
  const bool two_ids = a.source == b.source && !a.id.empty() && !b.id.empty() && a.id != b.id;
  return two_links || two_ids;
}

using Indices = std::vector<std::size_t>;

/// Stories of one title by their days, the newest first. One without a date belongs to the only days there are.
std::vector<Indices> runs_of_days(const Indices& namesakes, const std::vector<Identity>& stories) {
  Indices undated;
  std::vector<std::pair<WallTime, std::size_t>> dated;
  for (const std::size_t index : namesakes) {
    if (const auto& published = stories[index].published) {
      dated.emplace_back(*published, index);
    } else {
      undated.push_back(index);
    }
  }
  std::ranges::stable_sort(dated, std::ranges::greater(), &std::pair<WallTime, std::size_t>::first);
  std::vector<Indices> runs;
  WallTime newest;
  for (const auto& [published, index] : dated) {
    if (runs.empty() || newest - published > namesakes_within) {
      runs.emplace_back();
      newest = published;
    }
    runs.back().push_back(index);
  }
  if (runs.empty()) runs.emplace_back();
  if (runs.size() == 1) runs.front().insert(runs.front().end(), undated.begin(), undated.end());
  return runs;
}

/// Only those that are not the same for certain can contradict each other.
bool nothing_speaks_against(const Indices& run, const std::vector<Identity>& stories, Sets& certain) {
  for (std::size_t a = 0; a < run.size(); ++a) {
    for (std::size_t b = a + 1; b < run.size(); ++b) {
      if (certain.first_of(run[a]) != certain.first_of(run[b]) && contradict(stories[run[a]], stories[run[b]])) {
        return false;
      }
    }
  }
  return true;
}

void join_by_titles(const std::vector<Identity>& stories, Sets& certain, Sets& shown) {
  std::map<std::string_view, Indices> by_title;
  for (std::size_t index = 0; index < stories.size(); ++index) {
    if (says_enough(stories[index].title)) by_title[stories[index].title].push_back(index);
  }
  for (const auto& [title, namesakes] : by_title) {
    if (namesakes.size() < 2 || namesakes.size() > most_items_of_a_title) continue;
    for (const Indices& run : runs_of_days(namesakes, stories)) {
      std::set<std::size_t> different;
      for (const std::size_t index : run) different.insert(certain.first_of(index));
      if (different.size() < 2 || different.size() > most_namesakes) continue;
      if (!nothing_speaks_against(run, stories, certain)) continue;
      for (const std::size_t index : run) shown.join(run.front(), index);
    }
  }
}

void join(const std::vector<std::vector<std::string>>& keys, Sets& sets) {
  std::map<std::string_view, std::size_t> known;
  for (std::size_t index = 0; index < keys.size(); ++index) {
    for (const std::string& key : keys[index]) sets.join(index, known.try_emplace(key, index).first->second);
  }
}

}  // namespace

Identity identity_of(const Headline& headline) {
  Identity identity{headline.source, headline.id, link_key(headline.link), text::compare_key(headline.title),
                    headline.published};
  const bool of_the_link =
      headline.id == headline.link ||
      (identity.link.empty() ? headline.id == digest(headline.title) : link_key(headline.id) == identity.link);
  if (of_the_link) identity.id.clear();
  return identity;
}

Sameness sameness(const std::vector<Identity>& stories) {
  const Worn worn = worn_marks(stories);
  std::vector<std::vector<std::string>> keys;
  for (const Identity& story : stories) keys.push_back(certain_keys(story, worn));
  Sets certain(stories.size());
  join(keys, certain);
  for (std::size_t index = 0; index < stories.size(); ++index) {
    const Identity& story = stories[index];
    const bool nameless = keys[index].empty() && !story.title.empty();
    if (nameless) keys[index].push_back("title:" + story.source + "\n" + story.title);
  }
  Sets shown(stories.size());
  join(keys, shown);
  join_by_titles(stories, certain, shown);
  return {certain.firsts(), shown.firsts()};
}

std::vector<std::size_t> joined_by_keys(const std::vector<std::vector<std::string>>& keys) {
  Sets sets(keys.size());
  join(keys, sets);
  return sets.firsts();
}

}  // namespace lobby::content
