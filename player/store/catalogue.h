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
  /// Opens the file, checks all of it, and brings its tables to the present version; `read_write` creates them.
  static Result<Catalogue> open(const std::filesystem::path& file, Access access);

  /// Opens a file that `open` called damaged, for `salvage` alone.
  static Result<Catalogue> open_damaged(const std::filesystem::path& file);

  /// Nothing also where the stored bytes do not have the digest they were stored with.
  Result<std::optional<StoredDocument>> document(const std::string& key);
  Result<std::optional<DocumentHead>> head(const std::string& key);
  Result<void> put_document(const std::string& key, const StoredDocument& document, const DocumentHead& head);
  /// Changes all but the bytes.
  Result<void> put_head(const std::string& key, const DocumentHead& head, WallTime fetched_at);
  Result<void> put_fetched_at(const std::map<std::string, WallTime>& times);
  Result<void> forget_documents(const std::vector<std::string>& keys);

  Result<std::optional<MediaRow>> media(const std::string& url);
  Result<void> put_media(const MediaRow& row);
  Result<void> forget_media(const std::vector<std::string>& urls);
  /// Oldest first.
  Result<std::vector<MediaRow>> all_media();

  Result<std::optional<std::string>> state(const std::string& key);
  Result<void> put_state(const std::string& key, const std::string& value);

  struct DocumentRow {
    std::string key;
    std::uint64_t length = 0;  ///< In bytes.
  };
  /// The longest unconfirmed first.
  Result<std::vector<DocumentRow>> all_documents();

  /// The keys of all documents, as far as they can be read.
  std::vector<std::string> document_keys();
  /// Takes over whatever of another catalogue can still be read. Returns the number of documents.
  int salvage(Catalogue& damaged);

  /// See Database::changes.
  std::int64_t changes() const { return database_.changes(); }

 private:
  explicit Catalogue(Database database) : database_(std::move(database)) {}
  Result<void> migrate();
  std::vector<std::string> column(std::string_view sql);
  Result<void> insert(const std::string& key, const StoredDocument& document, const DocumentHead& head);

  Database database_;
};

}  // namespace lobby::store
