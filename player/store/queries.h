#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/database.h"

// What a query finds, as values. Fetch thread.
namespace lobby::store {

/// The first row of a query, or nothing.
template <typename Read>
auto first(Database& database, std::string_view sql, Values values, const Read& read)
    -> Result<std::optional<decltype(read(std::declval<Rows&>()))>> {
  Result<Rows> rows = database.query(sql, values);
  if (!rows) return std::unexpected(rows.error());
  const Result<bool> row = rows->next();
  if (!row) return std::unexpected(row.error());
  if (!*row) return std::nullopt;
  return read(*rows);
}

/// All rows of a query.
template <typename Read>
auto every(Database& database, std::string_view sql, const Read& read)
    -> Result<std::vector<decltype(read(std::declval<Rows&>()))>> {
  Result<Rows> rows = database.query(sql);
  if (!rows) return std::unexpected(rows.error());
  std::vector<decltype(read(*rows))> all;
  while (true) {
    const Result<bool> row = rows->next();
    if (!row) return std::unexpected(row.error());
    if (!*row) return all;
    all.push_back(read(*rows));
  }
}

}  // namespace lobby::store
