#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/layout.h"
#include "config/reader.h"

// The parts of the layout grammar that several files of this room share.
namespace lobby::config {

/// The colour that «#rrggbb» or «#rrggbbaa» stands for.
std::optional<Colour> parse_hex_colour(std::string_view text);

/// What a file is for: a kind of slide (or the trim), or the strip over all of them.
enum class LayoutRole { slide, strip };

/// What a layout file may refer to, and where its mistakes go.
class LayoutReader {
 public:
  /// All outlive the reader. `text_places` as in `parse_layout`.
  LayoutReader(const Theme& theme, LayoutRole role, Report& report, std::vector<Position>* text_places);

  Report& report() const { return report_; }
  LayoutRole role() const { return role_; }

  /// Reads «[x, y, width, height]» where `box` is set; whole percents of a screen that it must not leave.
  void read_box(const MapReader& map, Box& box) const;
  /// Reads «[photo, no_joint]» where `when` is set.
  Conditions read_when(const MapReader& map) const;
  /// Reads a key that names a colour. A default that the palette lacks is reported, too; an empty one means none.
  void read_colour(const MapReader& map, std::string_view key, std::string& into) const;
  /// Reads `colour`, which must be there.
  void require_colour(const MapReader& map, std::string& into) const;
  /// Reads `face`, which must be there and one of the theme.
  void require_face(const MapReader& map, std::string& into) const;
  /// Whether a colour can be resolved: a default may lack in the palette.
  bool is_colour(const std::string& name) const { return colours_.parse(name).has_value(); }
  /// Reads `file`, which must be there and name art of the theme. «{icon}» in it stands for each condition of the
  /// weather.
  void require_art(const MapReader& map, std::string& into) const;
  /// Reports that the theme has no words for what `{condition}` among the parts of a text may be.
  void check_weather_words(const MapReader& map, const std::vector<std::string>& parts) const;
  /// What a colour of the layout looks like; a name must be one of the palette.
  Colour colour(std::string_view name) const { return resolve(theme_, name); }
  /// Reads a list of at least one text.
  std::vector<Text> read_texts(const MapReader& map, std::string_view key = "texts") const;
  Text read_text(const Node& node) const;

 private:
  const Theme& theme_;
  LayoutRole role_;
  Report& report_;
  std::vector<Position>* text_places_;
  Scalar<std::string> colours_;
  Scalar<std::string> faces_;
  Scalar<std::string> art_;
  Scalar<Condition> conditions_;
};

/// Read the values of `art` and `qr`.
Art read_art(const Node& node, const LayoutReader& reader);
Qr read_qr(const Node& node, const LayoutReader& reader);
/// Reads the value of `shape`.
Shape read_shape(const Node& node, const LayoutReader& reader);
/// Reads the value of `picture`.
Picture read_picture(const Node& node, const LayoutReader& reader);

/// Reads the values of `table` and `tiles`.
Table read_table(const Node& node, const LayoutReader& reader);
Tiles read_tiles(const Node& node, const LayoutReader& reader);

}  // namespace lobby::config
