#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/enrolment.h"
#include "store/files.h"

// What an enrolment becomes on the machine. Pure; any thread.
namespace lobby::fleet {

/// Who manages the network of a machine.
enum class Networking { network_manager, networkd };

struct MachineFile {
  std::string path;   ///< Below the root, without a slash first.
  std::string bytes;  ///< Empty: the file is not wanted.
  store::Readers readers = store::Readers::everybody;
};

/// Every file of the network that an enrolment may make, with what should stand in it. A file that is not wanted goes,
/// so that nothing of an earlier enrolment stays.
std::vector<MachineFile> network_files(const config::Enrolment& enrolment, Networking networking);

/// /etc/hosts with that name for this machine.
std::string hosts_with(std::string_view hosts, std::string_view name);

}  // namespace lobby::fleet
