#pragma once

// How a picture comes into its box: what a scene asks for and the decoder does.
namespace lobby {

enum class PictureFit {
  cover,  ///< Fills the box; what does not fit is cropped.
  whole,  ///< All of it, over its own blurred enlargement.
};

enum class PictureTone { natural, grey };

/// What a crop spares: the point that lies as far across the picture as across the box; percents.
struct Focus {
  int x = 50;
  int y = 30;  ///< Above the middle are heads and flags.
  bool operator==(const Focus&) const = default;
};

}  // namespace lobby
