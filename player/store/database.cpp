#include "store/database.h"

#include <sqlite3.h>

#include "base/format.h"

namespace lobby::store {

namespace {

// Another process (the `fetch` command, a technician's shell) may read meanwhile.
constexpr int busy_milliseconds = 2000;

Error error_of(int code, const char* detail) {
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorKind::invalid, format("the database is damaged ({})", detail)};
    case SQLITE_FULL:
      return {ErrorKind::unavailable, "the disk is full"};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return {ErrorKind::unavailable, format("the database cannot be opened for writing ({})", detail)};
    default:
      return {ErrorKind::unavailable, format("the database fails: {}", detail)};
  }
}

std::unexpected<Error> failed(sqlite3* database) {
  return std::unexpected(error_of(sqlite3_extended_errcode(database), sqlite3_errmsg(database)));
}

// They hold for a new file only. In another one the second would be written anew each time, with four syncs of the
// disk.
constexpr const char* settings_of_new_file =
    "PRAGMA page_size = 1024;"
    "PRAGMA auto_vacuum = INCREMENTAL;";

constexpr const char* settings =
    "PRAGMA journal_mode = TRUNCATE;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA secure_delete = OFF;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA cache_size = -512;";

void bind(sqlite3_stmt* statement, int parameter, const Value& value) {
  // A null pointer would bind NULL instead of the empty text.
  const auto start = [](std::string_view text) { return text.empty() ? "" : text.data(); };
  if (const auto* const number = std::get_if<std::int64_t>(&value)) {
    sqlite3_bind_int64(statement, parameter, *number);
  } else if (const auto* const text = std::get_if<std::string_view>(&value)) {
    sqlite3_bind_text64(statement, parameter, start(*text), text->size(), SQLITE_STATIC, SQLITE_UTF8);
  } else {
    const std::string_view bytes = std::get<Bytes>(value).value;
    sqlite3_bind_blob64(statement, parameter, start(bytes), bytes.size(), SQLITE_STATIC);
  }
}

}  // namespace

void Rows::End::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<bool> Rows::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return failed(sqlite3_db_handle(statement_.get()));
}

std::string Rows::text(int column) const {
  const void* const bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::int64_t Rows::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

void Database::End::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Result<Database> Database::open(const std::filesystem::path& file, Access access) {
  const int flags = access == Access::read_write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  if (code != SQLITE_OK) return std::unexpected(error_of(code, sqlite3_errstr(code)));
  sqlite3_extended_result_codes(raw, 1);
  sqlite3_busy_timeout(raw, busy_milliseconds);
  if (access == Access::read_write) {
    if (sqlite3_db_readonly(raw, "main") == 1) return fail(ErrorKind::unavailable, "the database is write-protected");
    const auto pages = database.number("PRAGMA page_count");
    if (!pages) return std::unexpected(pages.error());
    const auto wanted = *pages == 0 ? std::string(settings_of_new_file) + settings : std::string(settings);
    if (const Result<void> set = database.execute(wanted.c_str()); !set) return std::unexpected(set.error());
  }
  return database;
}

Result<void> Database::execute(const char* sql) {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return failed(database_.get());
  return {};
}

Result<void> Database::change(std::string_view sql, Values values) {
  Result<Rows> rows = query(sql, values);
  if (!rows) return std::unexpected(rows.error());
  if (const Result<bool> row = rows->next(); !row) return std::unexpected(row.error());
  return {};
}

Result<Rows> Database::query(std::string_view sql, Values values) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (code != SQLITE_OK) return failed(database_.get());
  Rows rows(statement);
  int parameter = 0;
  for (const Value& value : values) bind(statement, ++parameter, value);
  return rows;
}

Result<std::int64_t> Database::number(std::string_view sql, Values values) {
  Result<Rows> rows = query(sql, values);
  if (!rows) return std::unexpected(rows.error());
  const Result<bool> row = rows->next();
  if (!row) return std::unexpected(row.error());
  return *row ? rows->number(0) : 0;
}

Result<void> Database::check() { return pass("PRAGMA integrity_check(1)"); }

Result<void> Database::check_all_but(std::string_view table) {
  auto tables = query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> ?", {table});
  if (!tables) return std::unexpected(tables.error());
  while (true) {
    const Result<bool> row = tables->next();
    if (!row) return std::unexpected(row.error());
    if (!*row) return {};
    if (Result<void> sound = pass(format("PRAGMA quick_check({})", tables->text(0))); !sound) return sound;
  }
}

Result<void> Database::pass(std::string_view examination) {
  Result<Rows> rows = query(examination);
  if (!rows) return std::unexpected(rows.error());
  const Result<bool> row = rows->next();
  if (!row) return std::unexpected(row.error());
  std::string verdict = *row ? rows->text(0) : "no verdict";
  verdict.erase(0, verdict.rfind('\n') + 1);  // «*** in database main ***»
  if (verdict != "ok") return std::unexpected(error_of(SQLITE_CORRUPT, verdict.c_str()));
  return {};
}

std::int64_t Database::changes() const { return sqlite3_total_changes64(database_.get()); }

Result<Transaction> Transaction::begun(Database& database) {
  // IMMEDIATE: a writer that has to wait does so here and not in the middle.
  if (const Result<void> begun = database.execute("BEGIN IMMEDIATE"); !begun) return std::unexpected(begun.error());
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) static_cast<void>(database_->execute("ROLLBACK"));
}

Result<void> Transaction::commit() {
  const Result<void> committed = database_->execute("COMMIT");
  if (committed) database_ = nullptr;
  return committed;
}

}  // namespace lobby::store
