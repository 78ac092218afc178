#include "store/document_shelf.h"

#include <algorithm>
#include <vector>

namespace lobby::store {

namespace {

/// What a put costs the card, measured: the bytes, 16 KiB of tables and journal, and for large bodies another two
/// thirds of journal.
std::int64_t cost(std::size_t bytes) { return std::int64_t{16} * 1024 + static_cast<std::int64_t>(bytes) * 5 / 3; }

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

void DocumentShelf::retain(const std::set<std::string>& keys) {
  const auto superfluous = [&](const std::string& key) { return !keys.contains(key); };
  std::vector<std::string> held;
  for (const auto& [key, document] : held_back_) {
    if (superfluous(key)) held.push_back(key);
  }
  for (const std::string& key : held) release(key);
  std::erase_if(touched_, [&](const auto& touched) { return superfluous(touched.first); });
  if (!disk_.writable()) return;
  std::vector<std::string> stored =
      disk_.read([](Catalogue& c) -> Result<std::optional<std::vector<std::string>>> { return c.document_keys(); })
          .value_or(std::vector<std::string>());
  std::erase_if(stored, [&](const std::string& key) { return !superfluous(key); });
  if (!stored.empty()) static_cast<void>(disk_.write([&](Catalogue& c) { return c.forget_documents(stored); }));
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
