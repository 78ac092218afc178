#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/records.h"

namespace lobby::store {

/// What identifies the stored version of a document without loading it.
struct DocumentHead {
  std::string digest;
  std::string content_type;
  std::string url;
  std::string etag;
  std::string last_modified;
  bool operator==(const DocumentHead&) const = default;
};

/// What a poll that brought the same document again tells of it.
struct Confirmation {
  struct Validators {
    std::string etag;
    std::string last_modified;
  };
  WallTime fetched_at = {};
  std::optional<Validators> validators = std::nullopt;  ///< Where they are others than those stored.
};

/// How much of the file is read before it is trusted: all but the documents themselves, which have digests, or those
/// too.
enum class Check { tables, whole };

/// The head that `document` would be stored with.
DocumentHead head_of(const StoredDocument& document);

/// A media file as the database knows it.
struct MediaRow {
  std::string url;
  std::string name;  ///< In the media folder.
  std::uint64_t length = 0;
  MediaFacts facts;
  bool operator==(const MediaRow&) const = default;
};

/// The tables of store.sqlite and their queries. Fetch thread. Errs as Database does; every change is one transaction.
class Catalogue {
 public:
  /// Opens the file, checks it, and brings its tables to the present version; `read_write` creates them.
  static Result<Catalogue> open(const std::filesystem::path& file, Access access, Check check);
  /// Reads all of the file.
  Result<void> check() { return database_.check(); }

  /// Opens a file that `open` called damaged, for `salvage` alone.
  static Result<Catalogue> open_damaged(const std::filesystem::path& file);

  /// Nothing also where the stored bytes do not have the digest they were stored with.
  Result<std::optional<StoredDocument>> document(const std::string& key);
  Result<std::optional<DocumentHead>> head(const std::string& key);
  Result<void> put_document(const std::string& key, const StoredDocument& document, const DocumentHead& head);
  /// Changes all but the bytes.
  Result<void> put_head(const std::string& key, const DocumentHead& head, WallTime fetched_at);
  /// All in one transaction; confirmations of what is not stored are ignored.
  Result<void> put_all(const std::map<std::string, const StoredDocument*>& documents,
                       const std::map<std::string, Confirmation>& confirmations);
  Result<void> forget_documents(const std::vector<std::string>& keys);

  Result<std::optional<MediaRow>> media(const std::string& url);
  Result<void> put_media(const MediaRow& row);
  Result<void> forget_media(const std::vector<std::string>& urls);
  /// Forgets every row of a file.
  Result<void> forget_media_file(const std::string& name);
  /// The bytes and the number of all files.
  Result<std::optional<Bound>> media_use();
  /// Oldest first.
  Result<std::vector<MediaRow>> all_media();

  Result<std::optional<std::string>> state(const std::string& key);
  Result<void> put_state(const std::string& key, const std::string& value);

  struct DocumentRow {
    std::string key;
    std::uint64_t length = 0;  ///< In bytes.
    WallTime fetched_at = {};
  };
  Result<std::vector<DocumentRow>> all_documents();

  /// The bytes of the file that hold something.
  Result<std::optional<std::uint64_t>> bytes_used();
  /// Gives pages back to the disk, at most a mebibyte a call, where four mebibytes and a quarter of the
  /// file are free.
  Result<void> shrink();

  /// The keys of all documents, as far as they can be read.
  std::vector<std::string> document_keys();
  /// Takes over whatever of another catalogue can still be read, all or nothing. Returns the number of documents.
  Result<int> salvage(Catalogue& damaged);

  /// See Database::changes.
  std::int64_t changes() const { return database_.changes(); }

 private:
  explicit Catalogue(Database database) : database_(std::move(database)) {}
  Result<void> migrate();
  std::vector<std::string> column(std::string_view sql);
  Result<void> confirm(const std::string& key, const Confirmation& confirmation);
  Result<void> insert(const std::string& key, const StoredDocument& document, const DocumentHead& head);

  Database database_;
};

}  // namespace lobby::store
