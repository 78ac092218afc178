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

std::vector<std::uint64_t> table_of(std::string_view lines) {
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
  std::ranges::sort(table);
  return table;
}

bool contains(const std::vector<std::uint64_t>& table, std::span<const std::string> keys) {
  std::uint64_t hash = start;
  for (const std::string& key : keys) hash = hashed(" ", hashed(key, hash));
  return std::ranges::binary_search(table, hash);
}

}  // namespace

std::string compound_key(std::string_view syllable) { return to_utf8(folded(code_points(lower(syllable)))); }

bool is_compound(std::span<const std::string> keys) {
  // Hashes instead of strings: a tenth of the memory, and a false hit, one in 10^15 questions, costs one odd break.
  static const std::vector<std::uint64_t> table = table_of(compound_lines);
  return contains(table, keys);
}

bool is_single(const std::string& key) {
  static const std::vector<std::uint64_t> table = table_of(single_lines);
  return contains(table, std::span(&key, 1));
}

bool is_particle(std::span<const std::string> keys) {
  static const std::vector<std::uint64_t> table = table_of(particle_lines);
  return contains(table, keys);
}

}  // namespace lobby::text
