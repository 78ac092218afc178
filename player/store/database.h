#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

/// SQLite as values; sqlite3.h is included in database.cpp alone. Fetch thread.
///
/// Every call errs with
/// * invalid when the file is damaged or no database (the caller begins a new one),
/// * unavailable when the world is in the way: full disk, no permission, an input/output error.
namespace lobby::store {

enum class Access { read_write, read_only };

/// What a «?» of a statement stands for. The text or bytes must live until the statement has run.
struct Bytes {
  std::string_view value;
};
using Value = std::variant<std::int64_t, std::string_view, Bytes>;
using Values = std::initializer_list<Value>;

/// A running query; it stands before its first row. Columns count from 0.
class Rows {
 public:
  /// Moves to the next row; false at the end.
  Result<bool> next();
  std::string text(int column) const;
  std::int64_t number(int column) const;

 private:
  friend class Database;
  struct End {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Rows(sqlite3_stmt* statement) : statement_(statement) {}

  std::unique_ptr<sqlite3_stmt, End> statement_;
};

class Database {
 public:
  /// Opens, and with read_write creates, the file.
  ///
  /// Rollback journal in TRUNCATE mode, synchronous FULL: a commit that returned survives a power cut, and one that
  /// did not leaves nothing. Not WAL: its database cannot be read from a card that the kernel has remounted
  /// read-only, which is when the last good content is needed most; and for the blobs stored here, written into free
  /// pages before the old ones are dropped, WAL writes no less (1.75 bytes a byte against 1.62, measured). TRUNCATE
  /// leaves the folder itself unwritten. Debian's default `secure_delete` would double the bytes; off. Pages of 1 KiB:
  /// to replace a feed of 34 KB writes 74 KB with them and 97 KB with 4 KiB, a row alone 16 KB and 25 KB (measured;
  /// each page that is touched goes into the journal too). The file can shrink, which costs 8 KB more a document.
  static Result<Database> open(const std::filesystem::path& file, Access access);

  /// One or more statements without parameters or results.
  Result<void> execute(const char* sql);
  /// One statement that changes something.
  Result<void> change(std::string_view sql, Values values);
  /// One statement that returns rows.
  Result<Rows> query(std::string_view sql, Values values = {});
  /// The first column of the first row of a query; zero where there is no row.
  Result<std::int64_t> number(std::string_view sql, Values values = {});
  /// Reads the whole file, indexes against their tables, or only the structure of all tables but one; errs (invalid)
  /// where something is damaged.
  Result<void> check();
  Result<void> check_all_but(std::string_view table);
  /// The rows that this connection has inserted, changed or deleted so far.
  std::int64_t changes() const;

 private:
  struct End {
    void operator()(sqlite3* database) const;
  };
  explicit Database(sqlite3* database) : database_(database) {}
  Result<void> pass(std::string_view examination);

  std::unique_ptr<sqlite3, End> database_;
};

/// All or nothing: undone at the end of its life unless committed.
class Transaction {
 public:
  static Result<Transaction> begun(Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Result<void> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}

  Database* database_;
};

}  // namespace lobby::store
