#include "store/media_shelf.h"

#include <utility>
#include <vector>

#include "base/format.h"

namespace lobby::store {

namespace {

/// The URLs to drop, oldest first: none while all files are within `bound`, else so many that a quarter of it is free.
/// At the bound every new picture would cost a removal otherwise.
std::vector<std::string> surplus(const std::vector<MediaRow>& oldest_first, const std::set<std::string>& urls_in_use,
                                 const Bound& bound) {
  std::map<std::string, int> users;
  std::uint64_t total = 0;
  for (const MediaRow& row : oldest_first) {
    if (users[row.name]++ == 0) total += row.length;
  }
  std::size_t count = users.size();
  std::vector<std::string> urls;
  if (total <= bound.bytes && count <= bound.count) return urls;
  for (const MediaRow& row : oldest_first) {
    if (total <= bound.bytes - bound.bytes / 4 && count <= bound.count - bound.count / 4) break;
    if (urls_in_use.contains(row.url)) continue;
    urls.push_back(row.url);
    if (--users[row.name] > 0) continue;
    total -= row.length;
    --count;
  }
  return urls;
}

Result<std::optional<std::vector<MediaRow>>> media_rows_of(Catalogue& catalogue) {
  Result<std::vector<MediaRow>> rows = catalogue.all_media();
  if (!rows) return std::unexpected(rows.error());
  return std::move(*rows);
}

}  // namespace

MediaShelf::MediaShelf(Disk& disk, const Bound& limit) : disk_(disk), limit_(limit), folder_(disk.media_folder()) {
  if (!disk_.writable()) return;
  if (const auto names = names_on_disk()) folder_.retain(*names);
}

std::optional<StoredMedia> MediaShelf::media(const std::string& url) {
  if (const auto found = in_memory_.find(url); found != in_memory_.end()) return found->second.media;
  const std::optional<MediaRow> row = disk_.read([&](Catalogue& c) { return c.media(url); });
  if (!row) return std::nullopt;
  std::optional<StoredMedia> stored = on_disk(*row);
  if (stored && !seen_.contains(row->name)) unseen_.insert(row->name);
  return stored;
}

Result<StoredMedia> MediaShelf::put(const std::string& url, std::string_view bytes, const MediaFacts& facts) {
  const MediaRow row{url, media_name(bytes, facts.content_type), bytes.size(), facts};
  const std::optional<MediaRow> known = disk_.read([&](Catalogue& c) { return c.media(url); });
  if (known == row && folder_.holds(row.name, bytes)) {
    in_memory_.erase(url);
    return StoredMedia{disk_.media_folder() / row.name, facts, row.length};
  }
  if (const Result<void> room = room_for(row); !room) return std::unexpected(room.error());
  if (write(row, bytes, known)) {
    in_memory_.erase(url);
    if (const std::optional<StoredMedia> stored = on_disk(row)) return *stored;
  }
  Result<std::filesystem::path> path = memory_.put(row.name, bytes);
  if (!path) return std::unexpected(path.error());
  StoredMedia media{std::move(*path), facts, bytes.size()};
  in_memory_.insert_or_assign(url, InMemory{row.name, media});
  return media;
}

Result<void> MediaShelf::write(const MediaRow& row, std::string_view bytes, const std::optional<MediaRow>& known) {
  const Result<void> written = disk_.write([&](Catalogue& c) -> Result<void> {
    // The file first: a row without its file would be a promise not kept, a file without its row is swept up.
    if (const Result<void> put = folder_.put(row.name, bytes); !put) return put;
    return known == row ? Result<void>() : c.put_media(row);
  });
  if (written) seen_.insert(row.name);
  return written;
}

Result<void> MediaShelf::room_for(const MediaRow& row) {
  if (!disk_.writable() || folder_.file(row.name, row.length)) return {};
  const auto use = disk_.read([](Catalogue& c) { return c.media_use(); });
  if (!use || (use->bytes + row.length <= limit_.bytes && use->count < limit_.count)) return {};
  return fail(ErrorKind::refused,
              format("the pictures in use take {} MiB in {} files, the most that is kept: show fewer or smaller ones",
                     use->bytes >> 20U, use->count));
}

void MediaShelf::write_held() {
  while (!in_memory_.empty()) {
    const auto& [url, held] = *in_memory_.begin();
    const MediaRow row{url, held.name, held.media.length, held.media.facts};
    const std::string bytes = memory_.bytes(held.name);
    if (bytes.size() == row.length && !write(row, bytes, std::nullopt)) return;
    in_memory_.erase(in_memory_.begin());  // the file in memory stays until `evict`, for a slide may show it
  }
}

bool MediaShelf::doubt(const std::string& url) {
  const std::optional<MediaRow> row = disk_.read([&](Catalogue& c) { return c.media(url); });
  return row && forget_if_rotten(row->name);
}

void MediaShelf::look_into_one() {
  if (unseen_.empty()) return;
  const std::string name = *unseen_.begin();
  unseen_.erase(unseen_.begin());
  forget_if_rotten(name);
}

bool MediaShelf::forget_if_rotten(const std::string& name) {
  seen_.insert(name);
  if (folder_.intact(name)) return false;
  if (!disk_.writable() || !disk_.write([&](Catalogue& c) { return c.forget_media_file(name); })) return false;
  seen_.erase(name);
  return true;
}

std::uint64_t MediaShelf::evict(const std::set<std::string>& urls_in_use, const Bound& bound) {
  std::set<std::string> idle;
  for (const auto& [url, held] : in_memory_) {
    if (!urls_in_use.contains(url)) idle.insert(url);
  }
  for (const std::string& url : idle) in_memory_.erase(url);
  const std::uint64_t freed = release_from_memory();
  if (!disk_.writable()) return freed;
  const auto rows = disk_.read(media_rows_of);
  if (!rows) return freed;
  std::vector<std::string> urls = surplus(*rows, urls_in_use, bound);
  // What is older than that in memory must go with it, or it would be taken for the newest.
  urls.insert(urls.end(), idle.begin(), idle.end());
  // The rows first: what a power cut then leaves is a file without a row, and the next start removes it.
  if (!urls.empty() && !disk_.write([&](Catalogue& c) { return c.forget_media(urls); })) return freed;
  const auto names = names_on_disk();
  if (!names) return freed;
  std::erase_if(seen_, [&](const std::string& name) { return !names->contains(name); });
  std::erase_if(unseen_, [&](const std::string& name) { return !names->contains(name); });
  return freed + folder_.retain(*names);
}

std::uint64_t MediaShelf::release_from_memory() {
  std::set<std::string> names;
  for (const auto& [url, entry] : in_memory_) names.insert(entry.name);
  return memory_.retain(names);
}

std::optional<std::set<std::string>> MediaShelf::names_on_disk() {
  const auto rows = disk_.read(media_rows_of);
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
