#pragma once

#include <string>

#include "store/store.h"

namespace lobby::gather {

/// Tells the log what is wrong with a store that was just opened.
void report_health(const store::Store& store);

/// Tells the log when a store gets into trouble while it is used, and when it is out of it. Fetch thread.
class StoreWatch {
 public:
  explicit StoreWatch(const store::Store& store) : store_(store), trouble_(store.health().trouble) {}
  void look();

 private:
  const store::Store& store_;
  std::string trouble_;
};

}  // namespace lobby::gather
