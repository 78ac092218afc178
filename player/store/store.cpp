#include "store/store.h"

#include <utility>

#include "store/disk.h"
#include "store/document_shelf.h"
#include "store/media_shelf.h"

namespace lobby::store {

class Store::Impl {
 public:
  Impl(const std::filesystem::path& dir, const Limits& limits)
      : disk(dir), documents(disk, limits.document_bytes), media(disk, limits.media) {}

  /// Tries again what the disk or the budget would not take before.
  void write_held() {
    if (!disk.worth_trying(now)) return;
    documents.write_held(now);
    media.write_held();
    std::erase_if(unsaved_state, [&](const auto& each) {
      return disk.write([&](Catalogue& c) { return c.put_state(each.first, each.second); }).has_value();
    });
  }

  Disk disk;
  DocumentShelf documents;
  MediaShelf media;
  std::map<std::string, std::string> unsaved_state;
  WallTime now = {};  ///< The latest that was heard of.
};

std::unique_ptr<Store> Store::open(const std::filesystem::path& dir, const Limits& limits) {
  return std::unique_ptr<Store>(new Store(std::make_unique<Impl>(dir, limits)));
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;

Health Store::health() const { return impl_->disk.health(); }

Result<void> Store::check() { return impl_->disk.check(); }

std::optional<StoredDocument> Store::document(const std::string& key) { return impl_->documents.document(key); }

Result<void> Store::put_document(const std::string& key, const StoredDocument& document) {
  impl_->now = document.fetched_at;
  const Result<void> put = impl_->documents.put(key, document);
  impl_->write_held();
  impl_->media.look_into_one();
  return put;
}

bool Store::touch_document(const std::string& key, WallTime fetched_at) {
  impl_->now = fetched_at;
  const bool kept = impl_->documents.touch(key, fetched_at);
  impl_->write_held();
  impl_->media.look_into_one();
  return kept;
}

void Store::evict_documents(const std::set<std::string>& keys_in_use, const Bound& bound) {
  impl_->documents.evict(keys_in_use, bound);
  impl_->write_held();
}

std::optional<StoredMedia> Store::media(const std::string& url) { return impl_->media.media(url); }

Result<StoredMedia> Store::put_media(const std::string& url, std::string_view bytes, const MediaFacts& facts) {
  Result<StoredMedia> put = impl_->media.put(url, bytes, facts);
  impl_->write_held();
  return put;
}

bool Store::doubt_media(const std::string& url) { return impl_->media.doubt(url); }

std::uint64_t Store::evict(const std::set<std::string>& urls_in_use, const Bound& bound) {
  const std::uint64_t freed = impl_->media.evict(urls_in_use, bound);
  impl_->write_held();
  return freed;
}

std::optional<std::string> Store::state(const std::string& key) {
  if (const auto found = impl_->unsaved_state.find(key); found != impl_->unsaved_state.end()) return found->second;
  return impl_->disk.read([&](Catalogue& c) { return c.state(key); });
}

Result<void> Store::set_state(const std::string& key, const std::string& value) {
  if (state(key) == value && !impl_->unsaved_state.contains(key)) return {};
  if (impl_->disk.write([&](Catalogue& c) { return c.put_state(key, value); })) {
    impl_->unsaved_state.erase(key);
  } else {
    impl_->unsaved_state.insert_or_assign(key, value);
  }
  return {};
}

}  // namespace lobby::store
