#include "config/key_notes.h"

namespace lobby::config {

namespace {

constexpr std::string_view enrolment_text = R"(
the file
  device: Who this board is among many.
  remote: Where the bundles of this board are, and who signs them.
  wifi: The wireless network to join.
  network: What is set by hand and not by the network (DHCP).
'device'
  name: The name of this board, and its host name; by default the host name it has.
  group: The group it belongs to.
'remote'
  url: Of the list of the bundle; `{device}` and `{group}` stand for those names.
  public_key: Keys of minisign; what none of them signed is not taken.
  every: How often it asks whether there is something new.
  probation: How long a new bundle must play well to stay.
'wifi'
  name: The name of the network, as a telephone shows it.
  password: Its password (WPA). Once the board has it, it is taken out of the file.
  open: The network has no password.
  country: Where the board stands, such as VN; the law says which channels it may use.
  hidden: The network does not tell its name.
'network'
  address: The board's own address with the length of its prefix.
  gateway: The way to other networks.
  dns: Who knows the names of servers.
  time_server: Who knows the time; many networks of the government let only their own through.
)";

}  // namespace

std::vector<KeyNote> enrolment_notes() { return parse_key_notes(enrolment_text); }

}  // namespace lobby::config
