#include "store/catalogue.h"

#include <array>

#include "base/format.h"
#include "store/digest.h"
#include "store/queries.h"

namespace lobby::store {

namespace {

/// The steps from one version of the tables to the next; `PRAGMA user_version` counts them. Never edit a step that
/// was released: append one.
constexpr std::array migrations = {
    // The bytes have a table of their own: changing a validator must not rewrite them.
    "CREATE TABLE documents(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, digest TEXT NOT NULL,"
    " content_type TEXT NOT NULL, url TEXT NOT NULL, etag TEXT NOT NULL, last_modified TEXT NOT NULL,"
    " fetched_at INTEGER NOT NULL, body INTEGER NOT NULL);"
    "CREATE TABLE bodies(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);"
    "CREATE TABLE media(id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, name TEXT NOT NULL, length INTEGER NOT NULL,"
    " content_type TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, etag TEXT NOT NULL,"
    " last_modified TEXT NOT NULL);"
    "CREATE TABLE state(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;"
    "PRAGMA user_version = 1;",
};

constexpr std::string_view media_columns =
    "SELECT url, name, length, content_type, width, height, etag, last_modified FROM media ";

MediaRow media_row(const Rows& rows) {
  return {.url = rows.text(0),
          .name = rows.text(1),
          .length = static_cast<std::uint64_t>(rows.number(2)),
          .facts = {.content_type = rows.text(3),
                    .size = {static_cast<int>(rows.number(4)), static_cast<int>(rows.number(5))},
                    .etag = rows.text(6),
                    .last_modified = rows.text(7)}};
}

/// All changes of `body` in one transaction.
template <typename Body>
Result<void> transact(Database& database, const Body& body) {
  Result<Transaction> transaction = Transaction::begun(database);
  if (!transaction) return std::unexpected(transaction.error());
  if (const Result<void> done = body(); !done) return done;
  return transaction->commit();
}

}  // namespace

DocumentHead head_of(const StoredDocument& document) {
  return {digest(document.bytes), document.content_type, document.url, document.etag, document.last_modified};
}

Result<Catalogue> Catalogue::open(const std::filesystem::path& file, Access access, Check check) {
  Result<Database> database = Database::open(file, access);
  if (!database) return std::unexpected(database.error());
  const Result<void> sound = check == Check::whole ? database->check() : database->check_all_but("bodies");
  if (!sound) return std::unexpected(sound.error());
  Catalogue catalogue(std::move(*database));
  if (const Result<void> ready = catalogue.migrate(); !ready) return std::unexpected(ready.error());
  return catalogue;
}

Result<Catalogue> Catalogue::open_damaged(const std::filesystem::path& file) {
  Result<Database> database = Database::open(file, Access::read_only);
  if (!database) return std::unexpected(database.error());
  return Catalogue(std::move(*database));
}

Result<void> Catalogue::migrate() {
  const Result<std::int64_t> version = database_.number("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  constexpr auto newest = static_cast<std::int64_t>(migrations.size());
  if (*version < 0 || *version > newest) {
    return fail(ErrorKind::invalid, format("the database is of version {}, made by a newer lobby-player", *version));
  }
  if (*version == newest) return {};
  return transact(database_, [&]() -> Result<void> {
    for (auto step = static_cast<std::size_t>(*version); step < migrations.size(); ++step) {
      if (const Result<void> done = database_.execute(migrations[step]); !done) return done;
    }
    return {};
  });
}

Result<std::optional<StoredDocument>> Catalogue::document(const std::string& key) {
  std::string promised;
  Result<std::optional<StoredDocument>> document =
      first(database_,
            "SELECT bytes, content_type, url, etag, last_modified, fetched_at, digest"
            " FROM documents JOIN bodies ON bodies.id = documents.body WHERE key = ?",
            {key}, [&](const Rows& rows) {
              promised = rows.text(6);
              return StoredDocument{.bytes = rows.text(0),
                                    .content_type = rows.text(1),
                                    .url = rows.text(2),
                                    .etag = rows.text(3),
                                    .last_modified = rows.text(4),
                                    .fetched_at = WallTime(std::chrono::seconds(rows.number(5)))};
            });
  if (document && *document && digest((*document)->bytes) != promised) return std::nullopt;
  return document;
}

Result<std::optional<DocumentHead>> Catalogue::head(const std::string& key) {
  return first(database_, "SELECT digest, content_type, url, etag, last_modified FROM documents WHERE key = ?", {key},
               [](const Rows& rows) {
                 return DocumentHead{rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)};
               });
}

Result<void> Catalogue::put_document(const std::string& key, const StoredDocument& document, const DocumentHead& head) {
  return transact(database_, [&] { return insert(key, document, head); });
}

Result<void> Catalogue::insert(const std::string& key, const StoredDocument& document, const DocumentHead& head) {
  // The new bytes go in before the old ones go out: then they land in pages that were free before this transaction,
  // which the journal need not save, and half as much is written.
  const Result<std::int64_t> old = database_.number("SELECT body FROM documents WHERE key = ?", {key});
  if (!old) return std::unexpected(old.error());
  Result<void> done = database_.change("INSERT INTO bodies(bytes) VALUES(?)", {Bytes{document.bytes}});
  if (!done) return done;
  done = database_.change(
      "INSERT INTO documents(key, digest, content_type, url, etag, last_modified, fetched_at, body)"
      " VALUES(?, ?, ?, ?, ?, ?, ?, last_insert_rowid())"
      " ON CONFLICT(key) DO UPDATE SET digest = excluded.digest, content_type = excluded.content_type,"
      " url = excluded.url, etag = excluded.etag, last_modified = excluded.last_modified,"
      " fetched_at = excluded.fetched_at, body = excluded.body",
      {key, head.digest, head.content_type, head.url, head.etag, head.last_modified,
       document.fetched_at.time_since_epoch().count()});
  if (!done) return done;
  return database_.change("DELETE FROM bodies WHERE id = ?", {*old});
}

Result<void> Catalogue::put_head(const std::string& key, const DocumentHead& head, WallTime fetched_at) {
  return database_.change(
      "UPDATE documents SET content_type = ?, url = ?, etag = ?, last_modified = ?, fetched_at = ? WHERE key = ?",
      {head.content_type, head.url, head.etag, head.last_modified, fetched_at.time_since_epoch().count(), key});
}

Result<void> Catalogue::put_all(const std::map<std::string, const StoredDocument*>& documents,
                                const std::map<std::string, Confirmation>& confirmations) {
  return transact(database_, [&]() -> Result<void> {
    for (const auto& [key, document] : documents) {
      if (const Result<void> done = insert(key, *document, head_of(*document)); !done) return done;
    }
    for (const auto& [key, confirmation] : confirmations) {
      if (const Result<void> done = confirm(key, confirmation); !done) return done;
    }
    return {};
  });
}

Result<void> Catalogue::confirm(const std::string& key, const Confirmation& confirmation) {
  const std::int64_t time = confirmation.fetched_at.time_since_epoch().count();
  if (!confirmation.validators) {
    return database_.change("UPDATE documents SET fetched_at = ? WHERE key = ?", {time, key});
  }
  return database_.change("UPDATE documents SET fetched_at = ?, etag = ?, last_modified = ? WHERE key = ?",
                          {time, confirmation.validators->etag, confirmation.validators->last_modified, key});
}

Result<void> Catalogue::forget_documents(const std::vector<std::string>& keys) {
  return transact(database_, [&]() -> Result<void> {
    for (const std::string& key : keys) {
      Result<void> done =
          database_.change("DELETE FROM bodies WHERE id = (SELECT body FROM documents WHERE key = ?)", {key});
      if (done) done = database_.change("DELETE FROM documents WHERE key = ?", {key});
      if (!done) return done;
    }
    return {};
  });
}

Result<std::optional<MediaRow>> Catalogue::media(const std::string& url) {
  return first(database_, std::string(media_columns) + "WHERE url = ?", {url}, media_row);
}

Result<void> Catalogue::put_media(const MediaRow& row) {
  // REPLACE gives the row a new id, and with it the age of its content.
  return database_.change(
      "INSERT OR REPLACE INTO media(url, name, length, content_type, width, height, etag, last_modified)"
      " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
      {row.url, row.name, static_cast<std::int64_t>(row.length), row.facts.content_type,
       std::int64_t{row.facts.size.width}, std::int64_t{row.facts.size.height}, row.facts.etag,
       row.facts.last_modified});
}

Result<void> Catalogue::forget_media(const std::vector<std::string>& urls) {
  return transact(database_, [&]() -> Result<void> {
    for (const std::string& url : urls) {
      if (const Result<void> done = database_.change("DELETE FROM media WHERE url = ?", {url}); !done) return done;
    }
    return {};
  });
}

Result<void> Catalogue::forget_media_file(const std::string& name) {
  return database_.change("DELETE FROM media WHERE name = ?", {name});
}

Result<std::optional<Bound>> Catalogue::media_use() {
  return first(database_, "SELECT total(length), count(*) FROM (SELECT DISTINCT name, length FROM media)", {},
               [](const Rows& rows) {
                 return Bound{.bytes = static_cast<std::uint64_t>(rows.number(0)),
                              .count = static_cast<std::size_t>(rows.number(1))};
               });
}

Result<std::vector<MediaRow>> Catalogue::all_media() {
  return every(database_, std::string(media_columns) + "ORDER BY id", media_row);
}

Result<std::optional<std::string>> Catalogue::state(const std::string& key) {
  return first(database_, "SELECT value FROM state WHERE key = ?", {key},
               [](const Rows& rows) { return rows.text(0); });
}

Result<void> Catalogue::put_state(const std::string& key, const std::string& value) {
  return database_.change("INSERT OR REPLACE INTO state(key, value) VALUES(?, ?)", {key, Bytes{value}});
}

Result<std::vector<Catalogue::DocumentRow>> Catalogue::all_documents() {
  return every(database_,
               "SELECT key, length(bytes), fetched_at FROM documents JOIN bodies ON bodies.id = documents.body",
               [](const Rows& rows) {
                 return DocumentRow{rows.text(0), static_cast<std::uint64_t>(rows.number(1)),
                                    WallTime(std::chrono::seconds(rows.number(2)))};
               });
}

Result<std::optional<std::uint64_t>> Catalogue::bytes_used() {
  return first(database_,
               "SELECT (page_count - freelist_count) * page_size"
               " FROM pragma_page_count, pragma_freelist_count, pragma_page_size",
               {}, [](const Rows& rows) { return static_cast<std::uint64_t>(rows.number(0)); });
}

Result<void> Catalogue::shrink() {
  const Result<std::int64_t> worthwhile = database_.number(
      "SELECT freelist_count * page_size >= 4194304 AND freelist_count * 4 >= page_count"
      " FROM pragma_page_count, pragma_freelist_count, pragma_page_size");
  if (!worthwhile) return std::unexpected(worthwhile.error());
  return *worthwhile == 0 ? Result<void>() : database_.execute("PRAGMA incremental_vacuum(1024)");
}

std::vector<std::string> Catalogue::document_keys() { return column("SELECT key FROM documents"); }

std::vector<std::string> Catalogue::column(std::string_view sql) {
  std::vector<std::string> values;
  Result<Rows> rows = database_.query(sql);
  while (rows) {
    const Result<bool> row = rows->next();
    if (!row || !*row) break;
    values.push_back(rows->text(0));
  }
  return values;
}

Result<int> Catalogue::salvage(Catalogue& damaged) {
  int documents = 0;
  const Result<void> saved = transact(database_, [&]() -> Result<void> {
    for (const std::string& key : damaged.column("SELECT key FROM state")) {
      const auto value = damaged.state(key);
      if (!value || !*value) continue;
      if (const Result<void> put = put_state(key, **value); !put) return put;
    }
    for (const std::string& url : damaged.column("SELECT url FROM media ORDER BY id")) {
      const auto row = damaged.media(url);
      if (!row || !*row) continue;
      if (const Result<void> put = put_media(**row); !put) return put;
    }
    for (const std::string& key : damaged.document_keys()) {
      const auto document = damaged.document(key);
      if (!document || !*document) continue;
      if (const Result<void> put = insert(key, **document, head_of(**document)); !put) return put;
      ++documents;
    }
    return {};
  });
  if (!saved) return std::unexpected(saved.error());
  return documents;
}

}  // namespace lobby::store
