#include "text/compounds.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "text/syllable.h"
#include "text/unicode.h"

namespace lobby::text {
namespace {

/// 64-bit FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), continued from `hash`.
std::uint64_t hashed(std::string_view bytes, std::uint64_t hash) {
  for (const char c : bytes) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3u;
  }
  return hash;
}

constexpr std::uint64_t start = 0xcbf29ce484222325u;

/// Hashes in buckets by their highest bits: a question looks at three or four of them.
class Table {
 public:
  explicit Table(std::vector<std::uint64_t> hashes) : hashes_(std::move(hashes)), starts_(buckets + 1) {
    std::ranges::sort(hashes_);
    for (const std::uint64_t hash : hashes_) ++starts_[bucket(hash) + 1];
    for (std::size_t i = 0; i < buckets; ++i) starts_[i + 1] += starts_[i];
  }

  bool contains(std::uint64_t hash) const {
    const std::size_t at = bucket(hash);
    return std::any_of(hashes_.begin() + starts_[at], hashes_.begin() + starts_[at + 1],
                       [&](std::uint64_t each) { return each == hash; });
  }

 private:
  static constexpr unsigned bits = 12;
  static constexpr std::size_t buckets = 1U << bits;
  static std::size_t bucket(std::uint64_t hash) { return hash >> (64 - bits); }

  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint16_t> starts_;
};

Table table_of(std::string_view lines) {
  std::vector<std::uint64_t> table;
  // Thirty thousand syllables, three thousand different ones: each is folded once.
  std::unordered_map<std::string_view, std::string> keys;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    std::string_view line = lines.substr(0, end);
    std::uint64_t hash = start;
    while (!line.empty()) {
      const std::size_t size = std::min(line.find(' '), line.size());
      const auto [key, is_new] = keys.try_emplace(line.substr(0, size));
      if (is_new) key->second = compound_key(key->first);
      hash = hashed(" ", hashed(key->second, hash));
      line.remove_prefix(std::min(size + 1, line.size()));
    }
    table.push_back(hash);
    lines.remove_prefix(end + 1);
  }
  return Table(std::move(table));
}

bool contains(const Table& table, std::span<const std::string> keys) {
  std::uint64_t hash = start;
  for (const std::string& key : keys) hash = hashed(" ", hashed(key, hash));
  return table.contains(hash);
}

}  // namespace

std::string compound_key(std::string_view syllable) { return to_utf8(folded(code_points(lower(syllable)))); }

bool is_compound(std::span<const std::string> keys) {
  // Hashes instead of strings: a tenth of the memory, and a false hit, one in 10^15 questions, costs one odd break.
  static const Table table = table_of(compound_lines);
  return contains(table, keys);
}

bool is_single(const std::string& key) {
  static const Table table = table_of(single_lines);
  return contains(table, std::span(&key, 1));
}

bool is_particle(std::span<const std::string> keys) {
  static const Table table = table_of(particle_lines);
  return contains(table, keys);
}

}  // namespace lobby::text
