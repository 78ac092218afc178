#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "stage/typeface.h"

namespace lobby::stage {

/// A part of a word in one font.
struct Run {
  const Typeface* typeface;
  ShapedWord shaped;
};

/// Font files that make up a face, and the words that it has set. One thread.
class FontFace {
 public:
  void add(const Typeface& typeface) { typefaces_.push_back(&typeface); }
  bool empty() const { return typefaces_.empty(); }
  const Typeface& first() const { return *typefaces_.front(); }
  /// The first that has every letter of `part`; null where none has.
  const Typeface* first_covering(std::string_view part) const;
  /// A word as this face sets it, shaped once for all sizes. It stays good until `make_room` or the end of the face.
  const std::vector<Run>& word(const Shaping& shaping, std::string_view spelling);
  /// Forgets words where there are more than a slide has; about 200 KB.
  void make_room(const Shaping& shaping);

 private:
  /// Finds words without making strings of them.
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Words = std::unordered_map<std::string, std::vector<Run>, Hash, std::equal_to<>>;

  std::vector<const Typeface*> typefaces_;  ///< Best first.
  std::map<Shaping, Words> words_;
};

/// The letters and signs of Vietnamese that a font lacks, as one string.
std::string missing_in(const Typeface& typeface);

/// Those that it has, but without ink: a damaged font names letters that nobody will see. The first eight, and how many
/// others.
std::string undrawn_in(const Typeface& typeface);

/// Fonts that are open, for as many themes as use them: a file is in memory once, and faces made of the same files are
/// one face, with the words that it has set. One thread.
class FontShelf {
 public:
  /// Whether a file of that name was put here.
  bool has(const std::string& file) const { return typefaces_.contains(file) || refusals_.contains(file); }
  /// Opens a file and keeps it; that it is no font is said when a face wants it.
  void put(FontFile file);
  /// The face of those files, best first. Null where none is left that may stand first: that one must cover Vietnamese.
  /// What is wrong with single files is in `complaints`, of each file once.
  std::shared_ptr<FontFace> face(const std::vector<std::string>& files, std::vector<std::string>& complaints);

 private:
  const Typeface* usable(const std::string& file, bool first, std::vector<std::string>& complaints);
  void complain(const std::string& file, std::string message, std::vector<std::string>& complaints);

  std::map<std::string, std::unique_ptr<Typeface>> typefaces_;  ///< By the name of their file.
  std::map<std::string, std::string> refusals_;                 ///< Why a file is none, by its name.
  std::map<std::vector<std::string>, std::shared_ptr<FontFace>> faces_;
  std::set<std::string> complained_;
};

}  // namespace lobby::stage
