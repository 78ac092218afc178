#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/records.h"

/// What survives: the last good documents, media files, and small state.
namespace lobby::store {

enum class Keeping {
  on_disk,    ///< What is put is there after a power cut.
  in_memory,  ///< The disk is in the way; what is put is gone when the process ends.
};

/// How the store is, in words for an operator.
struct Health {
  Keeping keeping = Keeping::on_disk;
  std::string trouble = {};  ///< Why it keeps in memory («the disk is full»); empty on disk.
  std::string note = {};     ///< What had to be put right («the database is damaged …»); empty: nothing.
  bool operator==(const Health&) const = default;
};

/// `DIR/store.sqlite` and `DIR/media/`. A put that returned is whole after a kill or a power cut at any instant, and
/// one that did not return has changed nothing. Whatever is wrong with the folder (unwritable, full, damaged, in use
/// by another process), the store goes on in memory with all that can still be read, and says so in its health. What is
/// in memory is tried again with every later put, touch and evict, at most once a minute. Nothing throws. Fetch thread.
///
/// It is gentle to SD cards: what is unchanged is not written, and what changes without end (see WriteBudget) is
/// written when its budget allows and at the end of the store's life. A key that is new is written at once.
class Store {
 public:
  /// Always succeeds; see `health`. Callers keep far within `limits` by evicting.
  static std::unique_ptr<Store> open(const std::filesystem::path& dir, const Limits& limits = {});

  /// Writes what was held back.
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  Health health() const;

  /// Reads all that the database holds, and puts right what is damaged as far as that can be done; `health` says so.
  /// Whoever opens a store waits for its tables alone, and damage to a document is noticed when it is read. Takes as
  /// long as reading the file, which may be some seconds from a card. Errs (invalid) with the damage that stays, and
  /// (unavailable) where nothing can be read.
  Result<void> check();

  /// The newest document put under this key, or nothing.
  std::optional<StoredDocument> document(const std::string& key);

  /// Keeps `document` in the place of the one before. Bytes equal to those stored are not written again; new
  /// validators and a new `fetched_at` alone are remembered and written at the end of the store's life. Errs
  /// (unavailable) when it can be kept neither on disk nor in memory, and (refused) beyond the limits; the document
  /// before then stays. Looks into one media file as `touch_document` does.
  Result<void> put_document(const std::string& key, const StoredDocument& document);

  /// The document is still current (a 304). Writes nothing of it until the end of the store's life. Looks into one
  /// media file that was handed out and not looked into before (see `doubt_media`), so that none stays rotten. False
  /// where there is no such document any more: it must be fetched anew.
  bool touch_document(const std::string& key, WallTime fetched_at);

  /// Forgets documents that are not in use, those that were not confirmed for the longest time first, once all together
  /// take more than `bound`, until a quarter of it is free. Documents in use are kept even beyond.
  void evict_documents(const std::set<std::string>& keys_in_use, const Bound& bound);

  /// The media file put under this URL, provided it is still there and as long as it was.
  std::optional<StoredMedia> media(const std::string& url);

  /// For a media file that did not decode: forgets it where its bytes are no longer those that were put, so that it
  /// can be fetched again. True where it was forgotten. Reads the file.
  bool doubt_media(const std::string& url);

  /// Keeps a media file. Equal content under several URLs is one file. The file of the content before stays until
  /// `evict`, since a slide may still show it. Errs (unavailable) when neither disk nor memory have room, and (refused)
  /// beyond the limits.
  Result<StoredMedia> put_media(const std::string& url, std::string_view bytes, const MediaFacts& facts);

  /// Drops media that are not in use, oldest first, once all together are more than `bound`, until a quarter of it is
  /// free; files that nothing refers to any more go in any case. Media in use are kept even beyond. Returns the bytes
  /// freed.
  std::uint64_t evict(const std::set<std::string>& urls_in_use, const Bound& bound);

  /// A small value of the player's own (a counter, an accepted version), or nothing.
  std::optional<std::string> state(const std::string& key);
  /// An equal value is not written again.
  Result<void> set_state(const std::string& key, const std::string& value);

 private:
  class Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace lobby::store
