#include "store/media_shelf.h"

#include <utility>
#include <vector>

namespace lobby::store {

namespace {

/// The URLs to drop, oldest first, so that the files of all other rows are within `bound`.
std::vector<std::string> surplus(const std::vector<MediaRow>& oldest_first, const std::set<std::string>& urls_in_use,
                                 const Bound& bound) {
  std::map<std::string, int> users;
  std::uint64_t total = 0;
  for (const MediaRow& row : oldest_first) {
    if (users[row.name]++ == 0) total += row.length;
  }
  std::size_t count = users.size();
  std::vector<std::string> urls;
  for (const MediaRow& row : oldest_first) {
    if (total <= bound.bytes && count <= bound.count) break;
    if (urls_in_use.contains(row.url)) continue;
    urls.push_back(row.url);
    if (--users[row.name] > 0) continue;
    total -= row.length;
    --count;
  }
  return urls;
}

Result<std::optional<std::vector<MediaRow>>> rows_of(Catalogue& catalogue) {
  Result<std::vector<MediaRow>> rows = catalogue.all_media();
  if (!rows) return std::unexpected(rows.error());
  return std::move(*rows);
}

}  // namespace

MediaShelf::MediaShelf(Disk& disk) : disk_(disk), folder_(disk.media_folder()) {
  if (!disk_.writable()) return;
  if (const auto names = names_on_disk()) folder_.retain(*names);
}

std::optional<StoredMedia> MediaShelf::media(const std::string& url) {
  if (const auto found = in_memory_.find(url); found != in_memory_.end()) return found->second.media;
  const std::optional<MediaRow> row = disk_.read([&](Catalogue& c) { return c.media(url); });
  return row ? on_disk(*row) : std::nullopt;
}

Result<StoredMedia> MediaShelf::put(const std::string& url, std::string_view bytes, const MediaFacts& facts) {
  const MediaRow row{url, media_name(bytes, facts.content_type), bytes.size(), facts};
  const std::optional<MediaRow> known = disk_.read([&](Catalogue& c) { return c.media(url); });
  if (known == row && folder_.holds(row.name, bytes)) {
    in_memory_.erase(url);
    return StoredMedia{disk_.media_folder() / row.name, facts, row.length};
  }
  const Result<void> written = disk_.write([&](Catalogue& c) -> Result<void> {
    // The file first: a row without its file would be a promise not kept, a file without its row is swept up.
    if (const Result<void> put = folder_.put(row.name, bytes); !put) return put;
    return known == row ? Result<void>() : c.put_media(row);
  });
  if (written) {
    in_memory_.erase(url);
    if (const std::optional<StoredMedia> stored = on_disk(row)) return *stored;
  }
  Result<std::filesystem::path> path = memory_.put(row.name, bytes);
  if (!path) return std::unexpected(path.error());
  StoredMedia media{std::move(*path), facts, bytes.size()};
  in_memory_.insert_or_assign(url, InMemory{row.name, media});
  return media;
}

std::uint64_t MediaShelf::evict(const std::set<std::string>& urls_in_use, const Bound& bound) {
  const std::uint64_t freed = evict_from_memory(urls_in_use);
  if (!disk_.writable()) return freed;
  const auto rows = disk_.read(rows_of);
  if (!rows) return freed;
  const std::vector<std::string> urls = surplus(*rows, urls_in_use, bound);
  // The rows first: what a power cut then leaves is a file without a row, and the next start removes it.
  if (!urls.empty() && !disk_.write([&](Catalogue& c) { return c.forget_media(urls); })) return freed;
  const auto names = names_on_disk();
  return names ? freed + folder_.retain(*names) : freed;
}

std::uint64_t MediaShelf::evict_from_memory(const std::set<std::string>& urls_in_use) {
  std::erase_if(in_memory_, [&](const auto& entry) { return !urls_in_use.contains(entry.first); });
  std::set<std::string> names;
  for (const auto& [url, entry] : in_memory_) names.insert(entry.name);
  return memory_.retain(names);
}

std::optional<std::set<std::string>> MediaShelf::names_on_disk() {
  const auto rows = disk_.read(rows_of);
  if (!rows) return std::nullopt;
  std::set<std::string> names;
  for (const MediaRow& row : *rows) names.insert(row.name);
  return names;
}

std::optional<StoredMedia> MediaShelf::on_disk(const MediaRow& row) const {
  std::optional<std::filesystem::path> file = folder_.file(row.name, row.length);
  if (!file) return std::nullopt;
  return StoredMedia{std::move(*file), row.facts, row.length};
}

}  // namespace lobby::store
