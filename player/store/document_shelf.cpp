#include "store/document_shelf.h"

#include <algorithm>
#include <vector>

namespace lobby::store {

namespace {

/// What a put costs the card, measured: the bytes, 16 KiB of tables and journal, and for large bodies another two
/// thirds of journal.
std::int64_t cost(std::size_t bytes) { return std::int64_t{16} * 1024 + static_cast<std::int64_t>(bytes) * 5 / 3; }

Result<std::optional<std::vector<Catalogue::DocumentRow>>> rows_of(Catalogue& catalogue) {
  auto rows = catalogue.all_documents();
  if (!rows) return std::unexpected(rows.error());
  return std::move(*rows);
}

/// The keys to forget, oldest first.
std::vector<std::string> surplus(const std::vector<Catalogue::DocumentRow>& oldest_first,
                                 const std::set<std::string>& keys_in_use, const Bound& bound) {
  std::uint64_t total = 0;
  for (const auto& row : oldest_first) total += row.length;
  std::size_t count = oldest_first.size();
  std::vector<std::string> keys;
  if (total <= bound.bytes && count <= bound.count) return keys;
  for (const auto& row : oldest_first) {
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
  for (const auto& [key, document] : held_back_) {
    static_cast<void>(disk_.write([&](Catalogue& c) { return c.put_document(key, document, head_of(document)); }));
  }
  if (touched_.empty() || !disk_.writable()) return;
  static_cast<void>(disk_.write([&](Catalogue& c) { return c.put_fetched_at(touched_); }));
}

std::optional<StoredDocument> DocumentShelf::document(const std::string& key) {
  if (const auto held = held_back_.find(key); held != held_back_.end()) return held->second;
  std::optional<StoredDocument> stored = disk_.read([&](Catalogue& c) { return c.document(key); });
  if (stored) {
    if (const auto touched = touched_.find(key); touched != touched_.end()) stored->fetched_at = touched->second;
  } else if (disk_.writable() && disk_.read([&](Catalogue& c) { return c.head(key); })) {
    // Its bytes have rotted. The head must go, or the next put of the same bytes would be taken for unchanged.
    static_cast<void>(disk_.write([&](Catalogue& c) { return c.forget_documents({key}); }));
  }
  return stored;
}

Result<void> DocumentShelf::put(const std::string& key, const StoredDocument& document) {
  const DocumentHead head = head_of(document);
  const std::optional<DocumentHead> stored = disk_.read([&](Catalogue& c) { return c.head(key); });
  if (stored == head) {
    release(key);
    touch(key, document.fetched_at);
    return {};
  }
  const bool same_bytes = stored && stored->digest == head.digest;
  if (disk_.writable() && !budget_.open(document.fetched_at)) return hold_back(key, document);
  const Result<void> written = disk_.write([&](Catalogue& c) {
    return same_bytes ? c.put_head(key, head, document.fetched_at) : c.put_document(key, document, head);
  });
  if (!written) return hold_back(key, document);
  budget_.spend(cost(same_bytes ? 0 : document.bytes.size()));
  release(key);
  touched_.erase(key);
  return {};
}

void DocumentShelf::touch(const std::string& key, WallTime fetched_at) {
  if (const auto held = held_back_.find(key); held != held_back_.end()) {
    held->second.fetched_at = fetched_at;
  } else {
    touched_[key] = fetched_at;
  }
}

void DocumentShelf::evict(const std::set<std::string>& keys_in_use, const Bound& bound) {
  // Memory is scarcer than the disk: there what is not in use goes at once.
  std::vector<std::string> idle;
  for (const auto& [key, document] : held_back_) {
    if (!keys_in_use.contains(key)) idle.push_back(key);
  }
  for (const std::string& key : idle) release(key);
  if (!disk_.writable()) return;
  const auto rows = disk_.read(rows_of);
  if (!rows) return;
  const std::vector<std::string> keys = surplus(*rows, keys_in_use, bound);
  if (keys.empty() || !disk_.write([&](Catalogue& c) { return c.forget_documents(keys); })) return;
  for (const std::string& key : keys) touched_.erase(key);
}

Result<void> DocumentShelf::hold_back(const std::string& key, const StoredDocument& document) {
  const auto held = held_back_.find(key);
  const std::size_t others = held_bytes_ - (held == held_back_.end() ? 0 : held->second.bytes.size());
  if (document.bytes.size() > capacity - others) {
    return fail(ErrorKind::unavailable, "the memory set aside for documents is full");
  }
  held_bytes_ = others + document.bytes.size();
  held_back_.insert_or_assign(key, document);
  return {};
}

void DocumentShelf::release(const std::string& key) {
  const auto held = held_back_.find(key);
  if (held == held_back_.end()) return;
  held_bytes_ -= held->second.bytes.size();
  held_back_.erase(held);
}

}  // namespace lobby::store
