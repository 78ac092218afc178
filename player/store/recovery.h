#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "store/catalogue.h"

/// How a catalogue is got at whatever state its file is in. Fetch thread.
namespace lobby::store {

struct Opening {
  Catalogue catalogue;
  std::string note;  ///< What had to be done, for the operator; empty when nothing.
};

/// Opens or creates the file for writing, after `check`. A damaged file is kept as `FILE.bad`, and whatever of it can
/// still be read goes into the new one. Errs (unavailable) when the disk is in the way.
Result<Opening> open_or_begin(const std::filesystem::path& file, Check check);

/// Opens a file that cannot be written. Where a power cut left a half-done transaction in it, which only a writer
/// can undo, a copy in memory is opened instead; where one cut off a recovery, what that had saved. Errs when there is
/// no file or it is damaged.
Result<Catalogue> open_frozen(const std::filesystem::path& file);

}  // namespace lobby::store
