#pragma once

#include "base/clock.h"
#include "store/store.h"

namespace lobby::gather {

/// Tells the log what is wrong with a store that was just opened.
void report_health(const store::Store& store);

/// Tells the log when a store gets into trouble while it is used, when it is out of it, and when damage was put right.
/// Fetch thread.
class StoreWatch {
 public:
  StoreWatch(store::Store& store, SteadyTime now);
  void look();
  /// Checks all of the store while there is nothing else to do, a minute after the start and then once a day,
  /// or each hour while something is wrong with it.
  void rest(SteadyTime now, SteadyTime next_work);

 private:
  store::Store& store_;
  store::Health health_;
  SteadyTime next_check_;
};

}  // namespace lobby::gather
