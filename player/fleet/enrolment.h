#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "config/enrolment.h"

namespace lobby::fleet {

/// What taking a board's enrolment changed.
struct Enrolled {
  std::vector<std::string> changed;  ///< Paths of files that are new, other, or gone; empty: it is in force already.
  std::vector<std::string> remarks;  ///< What the technician should know.
  std::optional<std::string> host;   ///< The host name, where there is another one.
};

/// Makes a machine, whose files lie below `root`, what an enrolment says. All of it is read and proven before anything
/// is written; a config that was written by hand is kept beside the new one. After a power cut at any instant it can be
/// done again. With `in_file` blank the password of the Wi-Fi is overwritten in `file` once the machine has it. Errs
/// (invalid) with the findings, a line each, and (unavailable) where something cannot be written; then what held before
/// still holds.
Result<Enrolled> enrol(const std::filesystem::path& file, const std::filesystem::path& root,
                       config::Password in_file = config::Password::blank);

/// The enrolment in force below a root: a file that only its owner may read.
std::filesystem::path enrolment_in_force(const std::filesystem::path& root);

}  // namespace lobby::fleet
