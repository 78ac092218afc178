#include "store/document_shelf.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "base/format.h"

namespace lobby::store {

namespace {

/// What a put costs the card, measured from 2 KB to 2 MB: a little more than the bytes, and the pages of tables and
/// journal.
std::int64_t cost(std::size_t bytes) { return std::int64_t{48} * 1024 + static_cast<std::int64_t>(bytes) * 11 / 10; }

Result<std::optional<std::vector<Catalogue::DocumentRow>>> document_rows_of(Catalogue& catalogue) {
  auto rows = catalogue.all_documents();
  if (!rows) return std::unexpected(rows.error());
  return std::move(*rows);
}

/// Whether the bytes and what they are read with are the same; validators may differ.
bool same_content(const DocumentHead& one, const DocumentHead& other) {
  return one.digest == other.digest && one.content_type == other.content_type && one.url == other.url;
}

/// The keys to forget, those that were not confirmed for the longest time first.
std::vector<std::string> surplus(std::vector<Catalogue::DocumentRow> rows, const std::set<std::string>& keys_in_use,
                                 const Bound& bound) {
  std::uint64_t total = 0;
  for (const auto& row : rows) total += row.length;
  std::size_t count = rows.size();
  std::vector<std::string> keys;
  if (total <= bound.bytes && count <= bound.count) return keys;
  std::ranges::sort(rows, {}, [](const auto& row) { return std::tie(row.fetched_at, row.key); });
  for (const auto& row : rows) {
    if (total <= bound.bytes - bound.bytes / 4 && count <= bound.count - bound.count / 4) break;
    if (keys_in_use.contains(row.key)) continue;
    keys.push_back(row.key);
    total -= row.length;
    --count;
  }
  return keys;
}

}  // namespace

DocumentShelf::~DocumentShelf() {
  if (held_back_.empty() && (confirmed_.empty() || !disk_.writable())) return;
  // One transaction: the time that a stop may take is short, and each costs three syncs.
  std::map<std::string, const StoredDocument*> documents;
  for (const auto& [key, held] : held_back_) documents.emplace(key, &held.document);
  static_cast<void>(disk_.write([&](Catalogue& c) { return c.put_all(documents, confirmed_); }));
}

std::optional<StoredDocument> DocumentShelf::document(const std::string& key) {
  if (const auto held = held_back_.find(key); held != held_back_.end()) return held->second.document;
  std::optional<StoredDocument> stored = disk_.read([&](Catalogue& c) { return c.document(key); });
  if (stored) {
    const auto confirmed = confirmed_.find(key);
    if (confirmed == confirmed_.end()) return stored;
    stored->fetched_at = confirmed->second.fetched_at;
    if (const auto& validators = confirmed->second.validators) {
      stored->etag = validators->etag;
      stored->last_modified = validators->last_modified;
    }
  } else if (disk_.writable() && on_disk(key) && disk_.check() && on_disk(key)) {
    // Its bytes have rotted, and they alone: to delete what leads elsewhere would free what belongs to others. The head
    // must go, or the next put of the same bytes would be taken for unchanged.
    static_cast<void>(disk_.write([&](Catalogue& c) { return c.forget_documents({key}); }));
  }
  return stored;
}

Result<void> DocumentShelf::put(const std::string& key, const StoredDocument& document) {
  const DocumentHead head = head_of(document);
  const std::optional<DocumentHead> stored = disk_.read([&](Catalogue& c) { return c.head(key); });
  if (stored && same_content(*stored, head)) {
    // Validators that are lost in a power cut cost one answer in full; written each time they cost the card.
    release(key);
    Confirmation confirmation{.fetched_at = document.fetched_at};
    if (*stored != head) confirmation.validators = {head.etag, head.last_modified};
    confirmed_.insert_or_assign(key, std::move(confirmation));
    return {};
  }
  const bool same_bytes = stored && stored->digest == head.digest;
  const Novelty novelty = stored ? Novelty::change : Novelty::first;
  if (disk_.writable()) {
    if (!budget_for(novelty).open(document.fetched_at)) return hold_back(key, document, novelty);
    if (!same_bytes && !room_for(document.bytes.size())) {
      return fail(ErrorKind::refused,
                  format("the documents of all sources take {} MiB, the most that is kept: have fewer sources, or "
                         "fewer articles of each",
                         limit_ >> 20U));
    }
  }
  const Result<void> written = disk_.write([&](Catalogue& c) {
    return same_bytes ? c.put_head(key, head, document.fetched_at) : c.put_document(key, document, head);
  });
  if (!written) return hold_back(key, document, novelty);
  budget_for(novelty).spend(cost(same_bytes ? 0 : document.bytes.size()));
  release(key);
  confirmed_.erase(key);
  return {};
}

bool DocumentShelf::room_for(std::size_t bytes) {
  const auto used = disk_.read([](Catalogue& c) { return c.bytes_used(); });
  return !used || *used + bytes <= limit_;
}

bool DocumentShelf::on_disk(const std::string& key) {
  return disk_.read([&](Catalogue& c) { return c.head(key); }).has_value();
}

bool DocumentShelf::touch(const std::string& key, WallTime fetched_at) {
  if (const auto held = held_back_.find(key); held != held_back_.end()) {
    held->second.document.fetched_at = fetched_at;
    return true;
  }
  if (!on_disk(key)) return false;
  confirmed_[key].fetched_at = fetched_at;
  return true;
}

void DocumentShelf::write_held(WallTime now) {
  while (!held_back_.empty() && write_some(now)) continue;
}

/// A mebibyte or so in one transaction: few syncs, and a disk that is nearly full takes what it can. False when the
/// budget or the disk is at its end.
bool DocumentShelf::write_some(WallTime now) {
  constexpr std::size_t enough = std::size_t{1} << 20U;
  std::map<std::string, const StoredDocument*> documents;
  std::size_t bytes = 0;
  for (const auto& [key, held] : held_back_) {
    if (bytes >= enough) break;
    if (!budget_for(held.novelty).open(now)) continue;
    budget_for(held.novelty).spend(cost(held.document.bytes.size()));
    documents.emplace(key, &held.document);
    bytes += held.document.bytes.size();
  }
  if (documents.empty()) return false;
  const bool written = disk_.write([&](Catalogue& c) { return c.put_all(documents, {}); }).has_value();
  std::vector<std::string> keys;
  for (const auto& [key, document] : documents) keys.push_back(key);
  for (const std::string& key : keys) {
    const Held& held = held_back_.at(key);
    if (!written) budget_for(held.novelty).spend(-cost(held.document.bytes.size()));
    if (written) confirmed_.erase(key);
    if (written) release(key);
  }
  return written;
}

void DocumentShelf::evict(const std::set<std::string>& keys_in_use, const Bound& bound) {
  // Memory is scarcer than the disk: there what is not in use goes at once. An older version on disk must go with it,
  // or it would be taken for the newest.
  const std::set<std::string> idle_keys = idle(keys_in_use);
  const bool forgotten = disk_.writable() && forget(keys_in_use, idle_keys, bound);
  for (const std::string& key : idle_keys) {
    if (forgotten || !disk_.read([&](Catalogue& c) { return c.head(key); })) release(key);
  }
}

std::set<std::string> DocumentShelf::idle(const std::set<std::string>& keys_in_use) const {
  std::set<std::string> keys;
  for (const auto& [key, held] : held_back_) {
    if (!keys_in_use.contains(key)) keys.insert(key);
  }
  return keys;
}

bool DocumentShelf::forget(const std::set<std::string>& keys_in_use, const std::set<std::string>& idle,
                           const Bound& bound) {
  auto rows = disk_.read(document_rows_of);
  if (!rows) return false;
  std::map<std::string, Confirmation> confirmed;
  for (auto& row : *rows) {
    const auto known = confirmed_.find(row.key);
    if (known != confirmed_.end()) row.fetched_at = known->second.fetched_at;
    if (known != confirmed_.end()) confirmed.insert(*known);
  }
  confirmed_ = std::move(confirmed);  // without those of documents that are gone
  std::vector<std::string> keys = surplus(std::move(*rows), keys_in_use, bound);
  keys.insert(keys.end(), idle.begin(), idle.end());
  if (!keys.empty() && !disk_.write([&](Catalogue& c) { return c.forget_documents(keys); })) return false;
  for (const std::string& key : keys) confirmed_.erase(key);
  static_cast<void>(disk_.write([](Catalogue& c) { return c.shrink(); }));
  return true;
}

Result<void> DocumentShelf::hold_back(const std::string& key, const StoredDocument& document, Novelty novelty) {
  const auto held = held_back_.find(key);
  const std::size_t others = held_bytes_ - (held == held_back_.end() ? 0 : held->second.document.bytes.size());
  if (document.bytes.size() > capacity - others) {
    return fail(ErrorKind::unavailable, "the memory set aside for documents is full");
  }
  held_bytes_ = others + document.bytes.size();
  held_back_.insert_or_assign(key, Held{document, novelty});
  return {};
}

void DocumentShelf::release(const std::string& key) {
  const auto held = held_back_.find(key);
  if (held == held_back_.end()) return;
  held_bytes_ -= held->second.document.bytes.size();
  held_back_.erase(held);
}

}  // namespace lobby::store
