#include <unistd.h>

#include <iostream>

#include "app/commands.h"
#include "base/log.h"
#include "fleet/enrolment.h"
#include "host/exit_status.h"

namespace lobby::app {

int enrol(const EnrolOptions& options) {
  const bool kept = options.keep_password || options.root != "/";
  const auto enrolled =
      fleet::enrol(options.file, options.root, kept ? config::Password::kept : config::Password::blank);
  if (!enrolled) {
    std::cerr << enrolled.error().message << '\n';
    return 1;
  }
  for (const auto& path : enrolled->changed) std::cout << path << '\n';
  for (const auto& remark : enrolled->remarks) std::cerr << remark << '\n';
  if (enrolled->host && options.root == "/" && sethostname(enrolled->host->data(), enrolled->host->size()) != 0) {
    std::cerr << "the host name counts from the next boot on\n";
  }
  return 0;
}

}  // namespace lobby::app
