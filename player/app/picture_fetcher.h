#pragma once

#include <map>
#include <string>

#include "app/hosts.h"
#include "base/clock.h"
#include "content/item.h"
#include "net/http.h"
#include "store/store.h"

namespace lobby::app {

/// Pictures from the network into the store. Fetch thread.
class PictureFetcher {
 public:
  PictureFetcher(store::Store& store, net::HttpClient& http, Hosts& hosts, const Clock& clock)
      : store_(store), http_(http), hosts_(hosts), clock_(clock) {}

  /// Fetches a picture that is not stored yet and keeps it once it decoded to its last row. True where there is
  /// something new. One that failed is left alone for half an hour.
  bool fetch(const std::string& url);
  /// Sets `file` and `size` of an image that is stored or lies on this machine.
  void attach(content::Image& image) const;

 private:
  store::Store& store_;
  net::HttpClient& http_;
  Hosts& hosts_;
  const Clock& clock_;
  std::map<std::string, SteadyTime> refused_until_;
};

}  // namespace lobby::app
